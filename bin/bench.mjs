import { bundler } from "./esbuild.mjs";
import { ensureBuild, ensureInstalled, run } from "./setup.mjs";

// npm run bench [-- P1 P6 --quick]: our own figures beside a bare reference, in one run on this machine. Exits with 1
// when a target is missed. With BENCH_PROFILE=<folder> every server it starts leaves a CPU profile there.
ensureInstalled();
await ensureBuild();
const folder = "node_modules/.cache/bench";
const files = ["main", "bare", "sink"].map((name) => `tests/bench/${name}.ts`);
const { esbuild, options } = await bundler(files, folder);
await esbuild.build(options);
const args = process.argv.slice(2);
const env = {
  NODE_ENV: "production",
  BENCH_FOLDER: folder,
  BENCH_QUICK: args.includes("--quick") ? "1" : "",
  DATABASE_URL: "",
  SMTP_URL: "",
};
process.exitCode = run(process.execPath, ["--enable-source-maps", `${folder}/main.js`, ...args], env) ? 0 : 1;
