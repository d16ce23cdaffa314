import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

// Vite's own esbuild: Remix pins a much older one for its classic compiler.
const fromVite = createRequire(createRequire(join(root, "package.json")).resolve("vite/package.json"));

const entries = ["main", "migrate", "backup", "restore", "demo"];
const folders = { "~": "app", "#db": "db", "#emails": "emails" };

const aliases = {
  name: "aliases",
  setup(build) {
    build.onResolve({ filter: /^(~|#db|#emails)\// }, ({ path, ...rest }) => {
      const slash = path.indexOf("/");
      return build.resolve(`./${folders[path.slice(0, slash)]}${path.slice(slash)}`, { ...rest, resolveDir: root });
    });
    build.onResolve({ filter: /^[^./~#]/ }, ({ path, kind }) =>
      kind === "entry-point" ? null : { path, external: true },
    );
  },
};

/** Bundles TypeScript files for this Node; what comes from npm stays outside. */
export async function bundler(entryPoints, outdir) {
  const esbuild = await import(fromVite.resolve("esbuild"));
  return {
    esbuild: esbuild.default ?? esbuild,
    options: {
      absWorkingDir: root,
      entryPoints,
      outdir,
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      jsx: "automatic",
      sourcemap: true,
      logLevel: "warning",
      plugins: [aliases],
    },
  };
}

/** The process: express, guard, clock, and the commands beside them. */
export const processBuild = (outdir = "build/process") =>
  bundler(
    entries.map((name) => `app/server/${name}.ts`).filter((file) => existsSync(join(root, file))),
    outdir,
  );
