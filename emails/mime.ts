import { createHash } from "node:crypto";
import type { SendMailOptions } from "nodemailer";
import { isMailAddress } from "./address";
import { cleanLine, headerName } from "./clean";
import type { Party, StoredLetter } from "./letter";

/** Headers that a letter may bring along; everything else in the head is written here. */
const ownHeaders = /^(List-[A-Za-z-]+|Content-Language|X-TenTen-[A-Za-z-]+)$/;

const safeId = /^<[A-Za-z0-9._=+-]{1,120}@[A-Za-z0-9.:[\]-]{1,253}>$/;

/** Why a letter cannot be put on the wire at all; null when it can. */
export function faultOf(letter: StoredLetter, from: Party): string | null {
  if (!isMailAddress(from.address)) return "The sender is not one plain mail address.";
  if (!isMailAddress(letter.to.address)) return "The recipient is not one plain mail address.";
  if (!safeId.test(letter.messageId)) return "The Message-ID is not well formed.";
  return null;
}

/** One letter in the words of the MIME composer; the same letter always gives the same bytes. */
export function mimeOf(letter: StoredLetter, from: Party): SendMailOptions {
  const { to, replyTo, calendar } = letter;
  const headers = Object.entries(letter.headers ?? {}).filter(([name]) => ownHeaders.test(name));
  const party = ({ name, address }: Party) => ({ name: headerName(name), address });
  return {
    from: party(from),
    to: party(to),
    ...(replyTo && isMailAddress(replyTo.address) && { replyTo: party(replyTo) }),
    // Said once more and exactly: the header may look as it likes, the letter goes to this address.
    envelope: { from: from.address, to: [to.address] },
    subject: cleanLine(letter.subject),
    messageId: letter.messageId,
    date: letter.date,
    text: letter.text,
    html: letter.html,
    // Vietnamese, Arabic and Hindi grow by half again as quoted-printable, whose writing is the dearest part of sending.
    textEncoding: "base64",
    headers: {
      ...Object.fromEntries(headers.map(([name, value]) => [name, cleanLine(value, 900)])),
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "OOF, AutoReply",
    },
    ...(calendar && { icalEvent: { method: calendar.method, filename: "tenten.ics", content: calendar.content } }),
    // A boundary of chance would make every copy differ.
    baseBoundary: createHash("sha256").update(letter.messageId).digest("hex").slice(0, 32),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
