import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const packages = ["be-vietnam-pro", "noto-sans-arabic", "noto-sans-devanagari"];
const weights = ["400Regular", "500Medium", "600SemiBold", "700Bold"];

let compiler: Promise<NodeCompiler> | null = null;

// The binary alone weighs more than most pages do: it is loaded with the first paper that is set.
async function load(): Promise<NodeCompiler> {
  const typst = await import("@myriaddreamin/typst-ts-node-compiler");
  const resolve = createRequire(import.meta.url).resolve;
  const fontPaths = packages.flatMap((name) => {
    const folder = dirname(resolve(`@expo-google-fonts/${name}/package.json`));
    return weights.map((weight) => join(folder, weight));
  });
  return typst.NodeCompiler.create({ fontArgs: [{ fontPaths }] });
}

/**
 * Sets a paper: `template` is Typst, `data` reaches it as JSON under `sys.inputs.data`, so that signs in names stay text.
 * Gives a tagged PDF. Throws with the typesetter's own words when the template is wrong.
 */
export async function typeset(template: string, data: unknown): Promise<Uint8Array> {
  compiler ??= load();
  const typst = await compiler;
  try {
    return typst.pdf({ mainFileContent: template, inputs: { data: JSON.stringify(data) }, resetRead: true }, {});
  } finally {
    // What was set before is of no use to the next paper, and would stay in memory.
    typst.evictCache(1);
  }
}
