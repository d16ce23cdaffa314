import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild, ensureInstalled, root, run } from "./setup.mjs";

// Runs everything, or one part with --only=<part>. The last line is always "N passed, N failed[, N skipped]".
const projects = ["unit", "sqlite", "postgres", "journeys", "browser", "chaos"];
const only = process.argv.find((arg) => arg.startsWith("--only="))?.slice(7);
if (only && !["check", ...projects].includes(only)) {
  console.error(`--only takes one of: check, ${projects.join(", ")}`);
  process.exit(2);
}
const wanted = (part) => !only || only === part;
const count = { passed: 0, failed: 0, skipped: 0 };
const notes = [];

const cli = (path) => join(root, "node_modules", path);
const shout = (text) => {
  notes.push(text);
  console.log(`\n${"!".repeat(100)}\n!!  ${text}\n${"!".repeat(100)}\n`);
};

function check(name, ...args) {
  console.log(`\n— ${name}`);
  const well = run(process.execPath, args);
  count[well ? "passed" : "failed"] += 1;
  if (!well) notes.push(`${name} failed`);
}

// ——— what the machine must have

/** The whole path of the first of these programs that is there; a browser is started by its path. */
const inPath = (names) =>
  names
    .map((name) => spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }))
    .find((found) => found.status === 0)
    ?.stdout.trim();
const chromium = () =>
  process.env.CHROMIUM_PATH ||
  inPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]) ||
  null;
const debianServers = "/usr/lib/postgresql";
const postgres = () =>
  (process.env.PG_BIN && process.env.PG_BIN !== "none") ||
  (existsSync(debianServers) &&
    readdirSync(debianServers).some((version) => existsSync(join(debianServers, version, "bin/initdb"))));

let listed = false;
function fetchPackage(name, options = []) {
  if (!inPath(["apt-get"]) || process.getuid?.() !== 0) return;
  console.log(`Installing ${name} (apt-get) …`);
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  if (!listed) listed = run("apt-get", ["update", "-qq"], quiet);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...options, name], quiet);
}

function prepare() {
  if (wanted("browser") && !chromium()) fetchPackage("chromium");
  if (wanted("browser") && !chromium())
    shout("Chromium is missing: the tests in a browser are SKIPPED. Install it, or name it with CHROMIUM_PATH.");
  if ((wanted("postgres") || wanted("chaos")) && !postgres()) fetchPackage("postgresql");
  if ((wanted("postgres") || wanted("chaos")) && !postgres())
    shout(
      "PostgreSQL is missing: what runs on it is SKIPPED. Install its server, or name its programs' folder with PG_BIN.",
    );
}

// ——— one Vitest project, counted from its own report

async function project(name) {
  console.log(`\n— ${name}`);
  if (name === "browser" && !chromium()) {
    count.skipped += 1;
    return;
  }
  const report = join(root, "test-results", `${name}.json`);
  rmSync(report, { force: true });
  const { code, counted } = await vitest(name, report);
  for (const key of Object.keys(count)) count[key] += counted[key];
  // A run that fails without a failing test (a hook, a leak, a crash) is a failure all the same.
  if (code !== 0 && counted.failed === 0) {
    count.failed += 1;
    notes.push(`${name}: the run ended with ${code}`);
  }
}

function vitest(name, report) {
  const args = [
    cli("vitest/vitest.mjs"),
    "run",
    "--project",
    name,
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const env = { ...process.env, CHROMIUM_PATH: chromium() ?? "" };
  // The long run: hundreds of deaths instead of some dozens.
  if (only === "chaos") Object.assign(env, { CHAOS_CUTS: "50", CHAOS_KILLS: "300" }, process.env);
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((done) => child.on("close", (code) => done({ code, counted: countReport(name, report) })));
}

function countReport(name, file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const files = report.testResults.filter(
    (result) => result.status === "failed" && !result.assertionResults.some((one) => one.status === "failed"),
  );
  for (const result of files) notes.push(`${name}: ${result.name.replace(`${root}/`, "")} could not run`);
  for (const result of report.testResults)
    for (const one of result.assertionResults) if (one.status === "failed") notes.push(`${name}: ${one.fullName}`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + files.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

// ——— the run

const began = Date.now();
ensureInstalled();
prepare();
mkdirSync(join(root, "test-results"), { recursive: true });
mkdirSync(cli(".cache/tsc"), { recursive: true });
if (wanted("check")) {
  check("types, SQLite", cli("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.json");
  check("types, PostgreSQL", cli("typescript/bin/tsc"), "--noEmit", "-p", "tsconfig.pg.json");
  check("lint and format", cli("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--no-errors-on-unmatched");
}
if (only !== "check") {
  await ensureBuild();
  for (const name of projects) if (wanted(name)) await project(name);
}
if (notes.length > 0) console.log(`\n${notes.map((note) => `  · ${note}`).join("\n")}`);
console.log(`\n${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ""}`);
process.exitCode = count.failed > 0 ? 1 : 0;
