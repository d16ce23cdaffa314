import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);

/** Ends the script with a sentence for the person in front of it. */
export function giveUp(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** Runs a program in the repository, its output shown; true when it ended well. */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  return done.status === 0;
}

const has = (command) => spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined;

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(`TenTen needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org`);
}

const stampFile = at("node_modules", ".tenten-stamp");
const wanted = () => {
  const hash = createHash("sha256");
  for (const name of ["package.json", "package-lock.json"])
    if (existsSync(at(name))) hash.update(readFileSync(at(name)));
  return `${process.versions.modules} ${hash.digest("hex")}`;
};

/** Installs the packages when they are missing, or when the list of them or Node's major version has changed. */
export function ensureInstalled() {
  checkNode();
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, "utf8") : "";
  if (stamp === wanted()) return;
  const changedNode = stamp !== "" && !stamp.startsWith(`${process.versions.modules} `);
  console.log("Installing packages (a few minutes the first time) …");
  // `npm install`, not `npm ci`: mirrors that lack other platforms' binaries make a lockfile that `ci` refuses.
  const args = ["install", "--no-audit", "--no-fund", "--include=dev"];
  if (!run("npm", args)) {
    if (!has("c++") && !has("g++") && !has("clang++"))
      giveUp(
        "Installing failed, and no C++ compiler was found. better-sqlite3 is compiled on Node 20: install one (Debian: apt-get install build-essential python3) and try again.",
      );
    giveUp("Installing failed; the reason is above. Check the network (npm ping) and try again.");
  }
  if (changedNode) run("npm", ["rebuild", "better-sqlite3"]);
  writeFileSync(stampFile, wanted());
}

const sources = [
  "app",
  "db",
  "emails",
  "public",
  "bin/esbuild.mjs",
  "bin/one-language.mjs",
  "bin/settled-flags.mjs",
  "vite.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "package.json",
];
const buildStamp = at("build", ".stamp");

function* filesUnder(path) {
  if (!existsSync(at(path))) return;
  if (statSync(at(path)).isFile()) yield path;
  else for (const name of readdirSync(at(path)).sort()) yield* filesUnder(join(path, name));
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const source of sources) for (const file of filesUnder(source)) hash.update(file).update(readFileSync(at(file)));
  return hash.digest("hex");
}

/** Packs text files once, as small as it goes, so that the server packs nothing at each request. */
function packFiles(folder) {
  for (const file of filesUnder(folder)) {
    if (!/\.(?:js|css|svg|json|webmanifest)$/.test(file)) continue;
    const plain = readFileSync(at(file));
    if (plain.length < 1000) continue;
    const brotli = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
    writeFileSync(at(`${file}.br`), brotliCompressSync(plain, { params: brotli }));
    writeFileSync(at(`${file}.gz`), gzipSync(plain, { level: 9 }));
  }
}

/** Builds what browsers and the process run, unless the build at hand was made from exactly these sources. */
export async function ensureBuild({ force = false } = {}) {
  const now = fingerprint();
  if (!force && existsSync(buildStamp) && readFileSync(buildStamp, "utf8") === now) return false;
  console.log("Building …");
  const remix = at("node_modules", "@remix-run", "dev", "dist", "cli.js");
  if (!run(process.execPath, [remix, "vite:build", "--logLevel", "error"], { NODE_ENV: "production" }))
    giveUp("The build failed; the reason is above.");
  packFiles("build/client");
  const { processBuild } = await import("./esbuild.mjs");
  const { esbuild, options } = await processBuild();
  await esbuild.build(options).catch(() => giveUp("The build of the process failed; the reason is above."));
  mkdirSync(at("build"), { recursive: true });
  writeFileSync(buildStamp, now);
  return true;
}
