import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { backupTo } from "#db/backup.server";
import { dialect } from "#db/dialect/index";
import { env } from "~/web/env.server";
import { backUpFiles } from "./backup-files";
import { runCommand } from "./command";
import { sealFile } from "./sealed-file";

const kept = 14;

/**
 * `npm run backup [-- <folder>]`: a checked and encrypted copy of the running database, the newest 14 are kept, and of
 * every uploaded file, each once. On PostgreSQL the files alone: pg_dump copies its database.
 * Copy the folder to another machine, and keep APP_SECRETS elsewhere: nobody opens the copies without it.
 */
runCommand(async () => {
  const { dataDir, secrets } = env();
  const folder = resolve(process.argv[2] ?? join(dataDir, "backups"));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = secrets[0] as string;
  if (dialect === "postgres")
    return `${await backUpFiles(folder, secret)} new uploaded files in ${folder}. Copy the database with: pg_dump --format=custom --file=tenten.dump "$DATABASE_URL"`;
  const name = `tenten-${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}.backup`;
  const plain = join(folder, `${name}.plain`);
  const half = join(folder, `${name}.part`);
  try {
    backupTo(plain);
    const sha256 = await sealFile(plain, half, secret);
    renameSync(half, join(folder, name));
    const old = readdirSync(folder)
      .filter((file) => /^tenten-.*\.backup$/.test(file))
      .sort()
      .slice(0, -kept);
    for (const file of old) rmSync(join(folder, file));
    const added = await backUpFiles(folder, secret);
    return `${join(folder, name)}\nsha256 ${sha256}\n${added} new uploaded files`;
  } finally {
    rmSync(plain, { force: true });
    rmSync(half, { force: true });
  }
});
