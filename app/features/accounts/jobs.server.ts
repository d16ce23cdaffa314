import { lte } from "drizzle-orm";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { read, type Tx, transact } from "#db/client.server";
import { sessions, signInRequests } from "#db/schema.server";
import { listPauses } from "~/features/outbox/reads.server";
import { everyLetter } from "~/features/outbox/rules";
import { env } from "~/web/env.server";
import { sessionLife } from "./sign-in/rules";

const keptRequestsMs = 24 * 3_600_000;

/** The clock's job: sessions that have ended and letters' secrets of yesterday leave the database. */
export const forgetExpired = (now: Date): Promise<void> => transact((tx) => forget(tx, now));

async function forget(tx: Tx, now: Date): Promise<void> {
  await tx.delete(sessions).where(lte(sessions.expiresAt, now));
  await tx.delete(sessions).where(lte(sessions.seenAt, new Date(now.getTime() - sessionLife.idleMs)));
  await tx.delete(signInRequests).where(lte(signInRequests.createdAt, new Date(now.getTime() - keptRequestsMs)));
}

/**
 * Without a mail server, or while every letter is held, a sign-in letter reaches nobody. Whoever keeps the server finds
 * the last link in DATA_DIR/sign-in-link, readable by its owner only; the log says where to look, never the link itself.
 */
export async function leaveLinkOnServer(letter: { link: string; code: string } | null): Promise<void> {
  if (env().demo) return;
  const held = !env().smtpUrl || (await listPauses(read)).some((pause) => pause.scope === everyLetter);
  if (!held || !letter) return;
  const file = join(env().dataDir, "sign-in-link");
  await mkdir(env().dataDir, { recursive: true });
  await writeFile(file, `${letter.link}\n${letter.code}\n`, { mode: 0o600 });
  console.warn(`Letters do not leave at present. The link of the last sign-in letter is in ${file}`);
}
