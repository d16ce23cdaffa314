import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { env } from "./env.server";

/** What a secret is used for; each purpose gets a key of its own. */
type Purpose = "rsvp" | "seal" | "cookie" | "feed" | "code" | "form";

const keys = new Map<string, Buffer>();
function keyFor(secret: string, purpose: Purpose): Buffer {
  const name = `${purpose}:${secret}`;
  let key = keys.get(name);
  if (!key) {
    key = Buffer.from(hkdfSync("sha256", secret, "tenten", purpose, 32));
    keys.set(name, key);
  }
  return key;
}

/** Eight characters that name a secret without telling it; stored beside what it signed or sealed. */
const keyId = (secret: string): string => createHash("sha256").update(`kid:${secret}`).digest("base64url").slice(0, 8);

/** A fresh random token of 256 bits, safe in a URL. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Six digits, for typing from a letter. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, "0");

/** What is stored of a token: its SHA-256. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Signs `text` for a purpose with the newest secret: "<key id>.<signature>". */
export function sign(text: string, purpose: Purpose): string {
  const secret = env().secrets[0] as string;
  return `${keyId(secret)}.${createHmac("sha256", keyFor(secret, purpose)).update(text).digest("base64url")}`;
}

/** True when `signature` was made for `text` by one of the secrets in force. */
export function verify(text: string, signature: string, purpose: Purpose): boolean {
  const secret = env().secrets.find((known) => signature.startsWith(`${keyId(known)}.`));
  if (!secret) return false;
  const expected = Buffer.from(
    `${keyId(secret)}.${createHmac("sha256", keyFor(secret, purpose)).update(text).digest("base64url")}`,
  );
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The secret in force that signs, and its name. */
export const signingKeyId = (): string => keyId(env().secrets[0] as string);

/**
 * The same 256-bit token for the same text and secret, so that a reminder can repeat a link whose hash alone is stored.
 * Null when the secret named by `kid` is no longer in force.
 */
export function deriveToken(text: string, purpose: Purpose, kid = signingKeyId()): string | null {
  const secret = env().secrets.find((known) => keyId(known) === kid);
  return secret ? createHmac("sha256", keyFor(secret, purpose)).update(text).digest("base64url") : null;
}

/** Packs and encrypts text at rest (AES-256-GCM): a stolen database file or backup opens no link. */
export function seal(text: string): string {
  const secret = env().secrets[0] as string;
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, "seal"), nonce);
  const packed = deflateRawSync(text, { level: 3 });
  const body = Buffer.concat([cipher.update(packed), cipher.final()]);
  return `${keyId(secret)}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64")}`;
}

/** Opens what `seal` closed; null when its secret is no longer known or the text was tampered with. */
export function unseal(sealed: string): string | null {
  const dot = sealed.indexOf(".");
  const secret = env().secrets.find((known) => keyId(known) === sealed.slice(0, dot));
  if (!secret) return null;
  const raw = Buffer.from(sealed.slice(dot + 1), "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(secret, "seal"), raw.subarray(0, 12));
    decipher.setAuthTag(raw.subarray(12, 28));
    const packed = Buffer.concat([decipher.update(raw.subarray(28)), decipher.final()]);
    return inflateRawSync(packed, { maxOutputLength: 64 * 1024 * 1024 }).toString("utf8");
  } catch {
    return null;
  }
}
