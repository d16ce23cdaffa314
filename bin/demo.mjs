import { spawn } from "node:child_process";
import { ensureBuild, ensureInstalled, root } from "./setup.mjs";

ensureInstalled();
await ensureBuild();

const port = process.env.PORT ?? "3000";
const { APP_SECRETS: _, SMTP_URL: __, ...rest } = process.env;
// Fenced in: its own folder and its own secret, never the operator's database or mail server.
const env = {
  ...rest,
  PORT: port,
  PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? `http://localhost:${port}`,
  DATA_DIR: process.env.DATA_DIR ?? ".demo",
  DATABASE_URL: "",
  NODE_ENV: "production",
  TENTEN_DEMO: "1",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
};
const child = spawn(process.execPath, ["--enable-source-maps", "build/process/demo.js", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env,
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
