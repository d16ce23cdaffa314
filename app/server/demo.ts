import { randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { backupTo } from "#db/backup.server";
import { closeDatabase, dataDir, migrate, openDatabase } from "#db/client.server";
import { type DemoPerson, seedDemo } from "#db/seed/index.server";
import { env } from "~/web/env.server";
import { dayOf, defaultZone } from "~/web/time";
import { listen, serve } from "./serve";

/**
 * The fenced demo: a fresh province at each start (`--keep` goes on with the last one), its own secret, and
 * letters that stay in the built-in mailbox.
 */
async function demo(): Promise<void> {
  const folder = dataDir();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "tenten.sqlite");
  process.env.APP_SECRETS = secretOf(join(folder, "secret"));
  // Somebody's real data folder must never be taken for the demo's.
  const mark = join(folder, "this-is-the-demo");
  if (existsSync(file) && !existsSync(mark))
    throw new Error(`${file} is not the demo's. Name another folder with DATA_DIR.`);
  writeFileSync(mark, "Everything in this folder is made anew by `npm run demo`.\n");

  // Held from the beginning: a second start beside this one must not make the province anew under its feet.
  const letGo = await holdPort();
  const people = process.argv.includes("--keep") && existsSync(file) ? await keep(folder) : await renew(folder, file);
  await letGo();
  const { origin } = await serve({ open: false });
  tell(origin, people);
}

/** Answers "soon" on our port until it is let go. */
async function holdPort(): Promise<() => Promise<void>> {
  const soon = createServer((_, res) => {
    res.writeHead(503, { "Retry-After": "10", "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
    res.end("The demo province is being made. Try again in a minute.\n");
  });
  await listen(soon, env().port, env().host);
  return () => new Promise((done) => soon.close(() => done()));
}

function secretOf(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

const peopleFile = (folder: string) => join(folder, "people.json");

async function keep(folder: string): Promise<DemoPerson[]> {
  await openDatabase();
  await migrate();
  return JSON.parse(readFileSync(peopleFile(folder), "utf8")) as DemoPerson[];
}

/** A fresh province. Making it takes a while, so the first one of a day and a build is kept to copy from. */
async function renew(folder: string, file: string): Promise<DemoPerson[]> {
  const build = existsSync("build/.stamp") ? readFileSync("build/.stamp", "utf8").slice(0, 12) : "unbuilt";
  const fresh = `fresh-${dayOf(new Date(), defaultZone)}-${new URL(env().publicOrigin).port}-${build}.sqlite`;
  for (const name of readdirSync(folder)) {
    const old = name.startsWith("tenten.sqlite") || (name.startsWith("fresh-") && name !== fresh);
    if (old) rmSync(join(folder, name), { force: true });
  }
  const known = existsSync(join(folder, fresh)) && existsSync(peopleFile(folder));
  if (known) copyFileSync(join(folder, fresh), file);
  // Told into a file that can be thrown away: only what people do in it afterwards must survive a power cut.
  await openDatabase(known ? {} : { synchronous: "NORMAL" });
  await migrate();
  if (known) return JSON.parse(readFileSync(peopleFile(folder), "utf8")) as DemoPerson[];
  process.stdout.write("Making the demo province …\n");
  const people = await seedDemo({ now: new Date() });
  writeFileSync(peopleFile(folder), JSON.stringify(people));
  await closeDatabase();
  backupTo(join(folder, fresh), file);
  await openDatabase();
  return people;
}

function tell(origin: string, people: DemoPerson[]): void {
  const width = Math.max(...people.map((person) => person.email.length));
  const lines = [
    "",
    `  TenTen (demo)      ${origin}`,
    `  Sign in            ${origin}/sign-in`,
    `  Letters            ${origin}/mailbox`,
    "",
    "  Whom to sign in as (the sign-in page has a button for each):",
    ...people.map((person) => `    ${person.email.padEnd(width)}  ${person.role.padEnd(14)}  ${person.name}`),
    "",
    "  Ctrl-C ends it. Data is made anew at each start; npm run demo -- --keep goes on with the last.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

demo().catch((error: Error) => {
  process.stderr.write(`The demo cannot start. ${error.message}\n`);
  process.exit(1);
});
