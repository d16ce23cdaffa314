import { spawn } from "node:child_process";
import { processBuild } from "./esbuild.mjs";
import { ensureInstalled, root } from "./setup.mjs";

ensureInstalled();

// The process is built apart from a production build, and started again when its own sources change; pages are Vite's.
const { esbuild, options } = await processBuild("node_modules/.cache/process");
let child;

function restart() {
  const start = () => {
    child = spawn(process.execPath, ["--enable-source-maps", "node_modules/.cache/process/main.js", "--development"], {
      cwd: root,
      stdio: "inherit",
      env: { LOG_LEVEL: "warn", TENTEN_DEMO: "1", DATA_DIR: ".dev", ...process.env, NODE_ENV: "development" },
    });
  };
  if (!child || child.exitCode !== null) return start();
  child.once("exit", start);
  child.kill("SIGTERM");
}

const onEnd = {
  name: "restart",
  setup(build) {
    build.onEnd((result) => {
      if (result.errors.length === 0) restart();
    });
  },
};
const context = await esbuild.context({ ...options, plugins: [...options.plugins, onEnd] });
await context.watch();

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    context.dispose();
    if (child && child.exitCode === null) {
      child.once("exit", () => process.exit(0));
      child.kill("SIGTERM");
    } else process.exit(0);
  });
}
console.log(
  `Development: http://localhost:${process.env.PORT ?? 3000} (data in .dev, letters in the built-in mailbox)`,
);
