import { resolve } from "node:path";
import * as v from "valibot";

const optional = v.optional(v.pipe(v.string(), v.trim()), "");

const Env = v.object({
  NODE_ENV: v.optional(v.string(), "development"),
  PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/, "PORT must be a number"), v.transform(Number)), "3000"),
  HOST: v.optional(v.string(), "127.0.0.1"),
  PUBLIC_ORIGIN: optional,
  DATA_DIR: v.optional(v.string(), "data"),
  DATABASE_URL: optional,
  SMTP_URL: optional,
  MAIL_FROM: v.optional(v.string(), "TenTen <tenten@localhost>"),
  APP_SECRETS: optional,
  TRUSTED_PROXY: optional,
  TENTEN_DEMO: optional,
});

export interface Env {
  production: boolean;
  /** The fenced demo: one-press entry, the built-in mailbox, data made anew at each start. */
  demo: boolean;
  port: number;
  host: string;
  /** Scheme, host and port of every link that leaves the house; never taken from a request. */
  publicOrigin: string;
  dataDir: string;
  databaseUrl: string;
  smtpUrl: string;
  mailFrom: string;
  /** The first one signs; the others still verify, so that secrets can be rotated. */
  secrets: string[];
  trustedProxy: string;
}

const developmentSecret = "development-secret-never-for-real-use";

/** Reads the process environment. Throws with a sentence for the operator when a value cannot be used. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const found = v.safeParse(Env, source);
  if (!found.success) throw new Error(found.issues.map((issue) => issue.message).join("; "));
  const raw = found.output;
  const production = raw.NODE_ENV === "production";
  const secrets = raw.APP_SECRETS.split(",")
    .map((secret) => secret.trim())
    .filter(Boolean);
  if (production) {
    const weak =
      secrets.length === 0 || secrets.some((s) => s.length < 32 || s === developmentSecret || s.includes("change-me"));
    if (weak)
      throw new Error(
        "APP_SECRETS is missing, shorter than 32 characters or still the example. Make one with: node -e \"console.log(require('crypto').randomBytes(32).toString('base64url'))\"",
      );
    if (!raw.PUBLIC_ORIGIN)
      throw new Error("PUBLIC_ORIGIN is missing: the address people type, such as https://tenten.example.gov.vn");
  }
  const publicOrigin = raw.PUBLIC_ORIGIN || `http://localhost:${raw.PORT}`;
  if (!URL.canParse(publicOrigin) || new URL(publicOrigin).origin !== publicOrigin)
    throw new Error(
      `PUBLIC_ORIGIN must be scheme, host and port only, such as https://tenten.example.gov.vn (it is "${publicOrigin}")`,
    );
  return {
    production,
    demo: raw.TENTEN_DEMO === "1",
    port: raw.PORT,
    host: raw.HOST,
    publicOrigin,
    dataDir: resolve(raw.DATA_DIR),
    databaseUrl: raw.DATABASE_URL,
    smtpUrl: raw.SMTP_URL,
    mailFrom: raw.MAIL_FROM,
    secrets: secrets.length > 0 ? secrets : [developmentSecret],
    trustedProxy: raw.TRUSTED_PROXY,
  };
}

let current: Env | undefined;
/** The environment of this process, read once. */
export const env = (): Env => {
  current ??= readEnv();
  return current;
};

/** Forgets what was read: tests change the environment. */
export const forgetEnv = (): void => {
  current = undefined;
};
