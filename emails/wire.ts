import type MailComposer from "nodemailer/lib/mail-composer";

type Node = ReturnType<MailComposer["compile"]>;

/**
 * A composed letter as one text, or null where a part is of a kind that our letters do not hold. The library would
 * stream it, line by line through several pipes: that costs more than everything else about a letter.
 */
export function wireText(node: Node): string | null {
  const head = node.buildHeaders();
  const body = node.multipart ? partsOf(node) : contentOf(node);
  return body === null ? null : `${head}\r\n\r\n${body}`;
}

function partsOf({ childNodes, boundary }: Node): string | null {
  const parts: string[] = [];
  for (const child of childNodes) {
    const text = wireText(child);
    if (text === null) return null;
    parts.push(`--${boundary}\r\n${text}`);
  }
  return `${parts.join("\r\n")}\r\n--${boundary}--\r\n`;
}

function contentOf(node: Node): string | null {
  const { content } = node;
  if (typeof content !== "string") return null;
  const encoding = node.getTransferEncoding();
  if (encoding === "7bit") return content.replace(/\r?\n/g, "\r\n");
  if (encoding !== "base64") return null;
  // 76 signs are the longest line of base64 (RFC 2045, 6.8).
  return (
    Buffer.from(content)
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");
}
