import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

export interface SinkMessage {
  /** Who it was really handed over for: the envelope, not the head. */
  envelope: { from: string; to: string[] };
  from: { name: string; address: string };
  to: { name: string; address: string }[];
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** The calendar part and its method, when there is one. */
  ics: { method: string; content: string } | null;
  headers: Record<string, string>;
  raw: Buffer;
}

/** A refusal in the server's words. */
export interface SinkReply {
  code: number;
  text?: string;
}

export interface SinkOptions {
  /** Refuses a recipient; `nth` counts RCPT commands from 1. */
  onRcpt?: (address: string, nth: number) => SinkReply | undefined;
  /** After the letter has arrived: refuse it, or break the line without or after keeping it. `nth` counts from 1. */
  onData?: (letter: SinkMessage, nth: number) => SinkReply | "drop-before-250" | "drop-mid-data" | undefined;
  /** Refuses the sender. */
  onSender?: (address: string) => SinkReply | undefined;
  /** How long the server thinks before its 250. */
  delayMs?: number;
  /** Only this name and password may send. */
  auth?: { user: string; pass: string };
  port?: number;
}

/** A real SMTP server on loopback that keeps what it accepted. It speaks plain text only. */
export async function startSmtpSink(options: SinkOptions = {}) {
  const messages: SinkMessage[] = [];
  let recipients = 0;
  let letters = 0;
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", ...(options.auth ? [] : ["AUTH"])],
    allowInsecureAuth: true,
    authOptional: !options.auth,
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      const { user, pass } = options.auth ?? {};
      if (username === user && password === pass) done(null, { user: username });
      else done(refusal({ code: 535, text: "Authentication failed" }));
    },
    onMailFrom(sender, _session, done) {
      const reply = options.onSender?.(sender.address);
      done(reply && refusal(reply));
    },
    onRcptTo({ address }, _session, done) {
      recipients += 1;
      const reply = options.onRcpt?.(address, recipients);
      done(reply && refusal(reply));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const letter = await parseLetter(Buffer.concat(chunks), session);
        letters += 1;
        const fate = options.onData?.(letter, letters);
        if (options.delayMs) await new Promise((wake) => setTimeout(wake, options.delayMs));
        if (fate === "drop-mid-data") return hangUp(server, session);
        if (typeof fate === "object") return done(refusal(fate));
        messages.push(letter);
        if (fate === "drop-before-250") return hangUp(server, session);
        done(null, `2.0.0 kept as ${messages.length}`);
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((listening) => server.listen(options.port ?? 0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  const name = options.auth ? `${encodeURIComponent(options.auth.user)}:${encodeURIComponent(options.auth.pass)}@` : "";
  return {
    url: `smtp://${name}127.0.0.1:${port}`,
    port,
    messages,
    /** The letters handed over for one address, oldest first. */
    find: (address: string) => messages.filter(({ envelope }) => envelope.to.includes(address)),
    reset() {
      messages.length = 0;
      recipients = 0;
      letters = 0;
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

export type SmtpSink = Awaited<ReturnType<typeof startSmtpSink>>;

/** Reads a letter as a mail program would. */
export async function parseLetter(raw: Buffer, session?: SMTPServerSession): Promise<SinkMessage> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "utf8" });
  const sender = session?.envelope.mailFrom;
  return {
    envelope: {
      from: sender ? sender.address : "",
      to: session?.envelope.rcptTo.map(({ address }) => address) ?? [],
    },
    from: { name: mail.from?.name ?? "", address: mail.from?.address ?? "" },
    to: (mail.to ?? []).map(({ name, address }) => ({ name: name ?? "", address: address ?? "" })),
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    html: mail.html ?? "",
    messageId: mail.messageId ?? "",
    ics: calendarPart(mail),
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    raw,
  };
}

function calendarPart(mail: Email): SinkMessage["ics"] {
  const part = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  if (!part) return null;
  const content = typeof part.content === "string" ? part.content : Buffer.from(part.content as ArrayBuffer).toString();
  // The parser hands out Unix line ends; on the wire they are CRLF.
  return { method: part.method ?? "", content: content.replace(/\r?\n/g, "\r\n") };
}

const refusal = ({ code, text = "No" }: SinkReply): Error => Object.assign(new Error(text), { responseCode: code });

// The library has no word for a line that breaks, so the socket is cut.
function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  for (const connection of server.connections) if (connection.id === session.id) connection._socket.destroy();
}
