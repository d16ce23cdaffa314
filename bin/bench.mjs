import { bundler } from "./esbuild.mjs";
import { ensureBuild, ensureInstalled, run } from "./setup.mjs";

// npm run bench [-- P1 P6]: our own figures beside a bare reference, in one run on this machine.
ensureInstalled();
await ensureBuild();
const folder = "node_modules/.cache/bench";
const { esbuild, options } = await bundler(
  ["tests/bench/main.ts", "tests/bench/bare.ts", "tests/bench/sink.ts"],
  folder,
);
await esbuild.build(options);
const env = { NODE_ENV: "production", BENCH_FOLDER: folder, DATABASE_URL: "" };
process.exitCode = run(process.execPath, ["--enable-source-maps", `${folder}/main.js`, ...process.argv.slice(2)], env)
  ? 0
  : 1;
