/** One property: a name with its parameters, and a value in its written form. */
export type Property = [name: string, value: string | number];

const eol = "\r\n";

/** Text in its written form (RFC 5545, 3.3.11); line breaks become `\n`. */
export const escaped = (text: string): string => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

/** An instant in UTC: "20250922T070000Z". */
export const utc = (instant: Date): string => `${instant.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;

/** The properties and whatever lies within, between BEGIN and END. Every line ends as the standard wants it. */
export function component(name: string, properties: Property[], inside: string[] = []): string {
  const own = properties.map(([property, value]) => folded(`${property}:${value}`) + eol);
  return `BEGIN:${name}${eol}${own.join("")}${inside.join("")}END:${name}${eol}`;
}

const most = 74;

/** Breaks a line so that none has more than 75 octets, never within a sign (RFC 5545, 3.1). */
function folded(line: string): string {
  // No sign of UTF-16 takes more than three octets.
  if (line.length * 3 <= most) return line;
  let folds = "";
  let from = 0;
  let octets = 0;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charCodeAt(at);
    const pair = sign >= 0xd800 && sign <= 0xdbff && at + 1 < line.length;
    const size = sign < 0x80 ? 1 : sign < 0x800 ? 2 : pair ? 4 : 3;
    if (octets + size > most) {
      folds += `${line.slice(from, at)}${eol} `;
      from = at;
      octets = 0;
    }
    octets += size;
    if (pair) at += 1;
  }
  return folds + line.slice(from);
}
