import { createTransport } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer";
import { parseMailFrom } from "./address";
import { type Delivery, failed, type SendingError } from "./delivery";
import type { Party, StoredLetter } from "./letter";
import { faultOf, mimeOf } from "./mime";
import { wireText } from "./wire";

export type { Delivery, DeliveryFailure } from "./delivery";

export interface TransportSettings {
  /** smtp://user:password@host:port or smtps://…; `?requireTLS=true`, `?tls.rejectUnauthorized=false`, `?name=` are read. */
  smtpUrl: string;
  /** The only sender: "TenTen <thu@example.gov.vn>". */
  from: string | Party;
  /** Connections kept open at most. */
  connections?: number;
  /** Letters a second at most; no limit when absent. */
  perSecond?: number;
}

export interface Transport {
  /** One attempt, never repeated here: the outbox decides about the next. */
  send(letter: StoredLetter, options?: { signal?: AbortSignal }): Promise<Delivery>;
  /** Connects and signs in without sending. */
  verify(): Promise<Delivery>;
  close(): void;
}

/** Opens the pool of connections to the mail server. Throws when the settings cannot work. */
export function openTransport({ smtpUrl, from, connections = 5, perSecond }: TransportSettings): Transport {
  const sender = senderOf(from);
  const pool = createTransport({
    ...serverOf(smtpUrl),
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    // The pool would put letters back in silence; the outbox is the only queue.
    maxRequeues: 0,
    ...(perSecond && { rateLimit: perSecond, rateDelta: 1000 }),
    connectionTimeout: 10_000,
    greetingTimeout: 30_000,
    socketTimeout: 600_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter, { signal } = {}) {
      const fault = faultOf(letter, sender);
      if (fault) return { ok: false, kind: "permanent", code: null, response: fault };
      try {
        const envelope = { from: sender.address, to: [letter.to.address] };
        const raw = await composeRaw(letter, sender);
        const sent = await pool.sendMail({ envelope, raw, ...(signal && { signal }) });
        return { ok: true, response: String(sent.response ?? "") };
      } catch (error) {
        return failed(error as SendingError);
      }
    },
    async verify() {
      try {
        await pool.verify();
        return { ok: true, response: `${serverName(smtpUrl)} is ready.` };
      } catch (error) {
        return failed(error as SendingError);
      }
    },
    close: () => pool.close(),
  };
}

/** The bytes of a letter as the server gets them: for the wire, for the mailbox, for tests. */
export async function composeRaw(letter: StoredLetter, from: string | Party): Promise<Buffer> {
  const composed = new MailComposer({ ...mimeOf(letter, senderOf(from)), newline: "windows" }).compile();
  const text = wireText(composed);
  return text === null ? await composed.build() : Buffer.from(text);
}

/** Host and port of the mail server, without name and password. */
export const serverName = (smtpUrl: string): string => {
  const { host, port } = serverOf(smtpUrl);
  return `${host}:${port}`;
};

function senderOf(from: string | Party): Party {
  const sender = typeof from === "string" ? parseMailFrom(from) : parseMailFrom(`${from.name} <${from.address}>`);
  if (!sender) throw new Error("MAIL_FROM must name one plain mail address, such as: TenTen <thu@example.gov.vn>");
  return sender;
}

// Read here and not by the library: there, every parameter of the address becomes a setting.
function serverOf(smtpUrl: string) {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
    throw new Error("SMTP_URL must look like smtp://user:password@mail.example.gov.vn:587");
  const secure = url.protocol === "smtps:";
  const asked = (name: string) => url.searchParams.get(name);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: asked("requireTLS") === "true",
    ...(asked("name") && { name: asked("name") as string }),
    ...(asked("tls.rejectUnauthorized") === "false" && { tls: { rejectUnauthorized: false } }),
    ...(url.username && { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
  };
}
