import { inflateRawSync } from "node:zlib";

/** One file out of a zip, by the central directory. */
export function partOf(bytes: Uint8Array, name: string): string {
  const zip = Buffer.from(bytes);
  for (
    let at = zip.readUInt32LE(zip.lastIndexOf("PK\x05\x06", undefined, "latin1") + 16);
    zip.readUInt32LE(at) === 0x02014b50;
  ) {
    const [length, extra, comment] = [28, 30, 32].map((k) => zip.readUInt16LE(at + k)) as [number, number, number];
    if (zip.toString("utf8", at + 46, at + 46 + length) === name) {
      const header = zip.readUInt32LE(at + 42);
      const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))).toString("utf8");
    }
    at += 46 + length + extra + comment;
  }
  throw new Error(`No ${name} in the file`);
}
