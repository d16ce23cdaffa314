import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { timingSafeEqual } from "node:crypto";
import { read } from "#db/client.server";
import { env } from "~/web/env.server";
import { paths } from "~/web/paths";
import { sign } from "~/web/secrets.server";
import { findOrganization } from "../reads.server";
import { plainCode } from "./rules";

const codeFile = () => join(env().dataDir, "setup-code");

/**
 * What the installer must type to prove that the server is theirs: three groups of four signs. It follows from
 * APP_SECRETS, so that every node of an installation asks for the same one.
 */
function setUpCode(): string {
  const signs = plainCode(sign("set-up-code", "form").slice(9))
    .replace(/[01IO]/g, "")
    .slice(0, 12);
  return signs.match(/.{1,4}/g)?.join("-") ?? signs;
}

export function isSetUpCode(typed: string): boolean {
  const expected = Buffer.from(plainCode(setUpCode()));
  const given = Buffer.from(plainCode(typed));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/**
 * At the start of the process, while nothing is set up: says where to begin and leaves the code in DATA_DIR/setup-code,
 * so that a stranger who finds the empty installation first cannot take it.
 */
export async function announceSetUp(say: (line: string) => void): Promise<void> {
  if (await findOrganization(read)) return;
  await mkdir(env().dataDir, { recursive: true });
  await writeFile(codeFile(), `${setUpCode()}\n`, { mode: 0o600 });
  say(`TenTen is not set up yet. Open ${env().publicOrigin}${paths.setup} and type the code ${setUpCode()}`);
}

/** After set-up the code is of no use. */
export const forgetSetUpCode = (): Promise<void> => rm(codeFile(), { force: true });

/** The mail settings as the set-up page may show them: never the password. */
export function mailFacts(): { server: string | null; from: string; demo: boolean } {
  const { smtpUrl, mailFrom, demo } = env();
  if (!smtpUrl) return { server: null, from: mailFrom, demo };
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  return { server: url ? `${url.protocol}//${url.host}` : "?", from: mailFrom, demo };
}
