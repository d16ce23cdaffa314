import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { createReadStream, createWriteStream, openSync, readSync, closeSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";

const magic = Buffer.from("TENTEN1\n");
const saltLength = 16;
const nonceLength = 12;
const tagLength = 16;
const headLength = magic.length + saltLength + nonceLength;

const keyOf = (secret: string, salt: Buffer): Buffer => Buffer.from(hkdfSync("sha256", secret, salt, "backup", 32));

/** Encrypts `from` into `to` (AES-256-GCM) with a key made from `secret`. Returns the SHA-256 of the sealed file. */
export async function sealFile(from: string, to: string, secret: string): Promise<string> {
  const salt = randomBytes(saltLength);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret, salt), nonce);
  const hash = createHash("sha256");
  const out = createWriteStream(to, { mode: 0o600, flush: true });
  const write = async function* (source: AsyncIterable<Buffer>) {
    const first = Buffer.concat([magic, salt, nonce]);
    hash.update(first);
    yield first;
    for await (const chunk of source) {
      const sealed = cipher.update(chunk);
      hash.update(sealed);
      yield sealed;
    }
    const last = Buffer.concat([cipher.final(), cipher.getAuthTag()]);
    hash.update(last);
    yield last;
  };
  await pipeline(createReadStream(from), write, out);
  return hash.digest("hex");
}

/** Decrypts what `sealFile` wrote. Throws when none of the secrets opens it or a byte was changed. */
export async function openSealedFile(from: string, to: string, secrets: string[]): Promise<void> {
  const size = statSync(from).size;
  const head = readPart(from, 0, headLength);
  if (size < headLength + tagLength || !head.subarray(0, magic.length).equals(magic)) {
    throw new Error(`${from} is not a backup made by TenTen.`);
  }
  const salt = head.subarray(magic.length, magic.length + saltLength);
  const nonce = head.subarray(magic.length + saltLength);
  const tag = readPart(from, size - tagLength, tagLength);
  for (const secret of secrets) {
    const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, salt), nonce);
    decipher.setAuthTag(tag);
    try {
      await pipeline(
        createReadStream(from, { start: headLength, end: size - tagLength - 1 }),
        decipher,
        createWriteStream(to, { mode: 0o600, flush: true }),
      );
      return;
    } catch (error) {
      if (!/authenticate/.test((error as Error).message)) throw error;
    }
  }
  throw new Error(`None of the secrets in APP_SECRETS opens ${from}, or the file was changed.`);
}

function readPart(file: string, from: number, length: number): Buffer {
  const handle = openSync(file, "r");
  try {
    const part = Buffer.alloc(length);
    return part.subarray(0, readSync(handle, part, 0, length, from));
  } finally {
    closeSync(handle);
  }
}
