import MailComposer from "nodemailer/lib/mail-composer";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, test } from "vitest";
import { classify } from "#emails/delivery";
import { mimeOf } from "#emails/mime";
import { composeRaw, openTransport, serverName, type Transport } from "#emails/transport.server";
import { wireText } from "#emails/wire";
import { locales } from "~/web/i18n";
import { parseLetter, type SinkOptions, type SmtpSink, startSmtpSink } from "../kit/smtp";
import { letters, officeAddress, stored } from "./samples";

const from = `${officeAddress.name} <${officeAddress.address}>`;
const sample = stored(letters.invitation!({ locale: "vi" }), "invitation.1");
const open: { close(): unknown }[] = [];

async function office(options: SinkOptions = {}, url?: string): Promise<{ sink: SmtpSink; mail: Transport }> {
  const sink = await startSmtpSink(options);
  const mail = openTransport({ smtpUrl: url ?? sink.url, from, connections: 2 });
  open.push(mail, sink);
  return { sink, mail };
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

test("a letter arrives as it was written, with its calendar", async () => {
  const { sink, mail } = await office();
  expect(await mail.send(sample)).toEqual({ ok: true, response: expect.stringContaining("250") });
  const [letter] = sink.find("thuy.vt@lamgiang.example");
  expect(letter).toMatchObject({
    envelope: { from: officeAddress.address, to: ["thuy.vt@lamgiang.example"] },
    from: officeAddress,
    to: [{ name: "Võ Thế Thủy", address: "thuy.vt@lamgiang.example" }],
    subject: sample.subject,
    messageId: sample.messageId,
    ics: { method: "REQUEST", content: sample.calendar?.content },
  });
  expect(letter?.text.trim()).toBe(sample.text.trim());
  expect(letter?.html.trim()).toBe(sample.html.trim());
  expect(letter?.headers).toMatchObject({
    "auto-submitted": "auto-generated",
    "content-language": "vi",
    date: "Wed, 10 Sep 2025 01:00:00 +0000",
    "reply-to": expect.stringContaining("<ha.ttm@lamgiang.example>"),
  });
  expect(letter?.headers).not.toHaveProperty("list-unsubscribe");
  expect(letter?.headers).not.toHaveProperty("x-mailer");
});

test("the calendar travels as a part to act upon and as a file, both with the line ends of the standard", async () => {
  const raw = (await composeRaw(sample, from)).toString();
  const mail = await PostalMime.parse(raw);
  expect(mail.attachments.map(({ mimeType, filename, method }) => ({ mimeType, filename, method }))).toEqual([
    { mimeType: "text/calendar", filename: null, method: "REQUEST" },
    { mimeType: "application/ics", filename: "tenten.ics", method: undefined },
  ]);
  const file = /application\/ics[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw)?.[1] ?? "";
  expect(Buffer.from(file, "base64").toString()).toBe(sample.calendar?.content);
  expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/);
});

test.each(Object.keys(letters))("%s has the bytes that the library would stream", async (name) => {
  for (const locale of locales) {
    const letter = stored(letters[name]!({ locale }), `${name}.${locale}`);
    for (const one of [letter, { ...letter, text: "Two short\nlines\n" }, { ...letter, text: "One short line" }]) {
      const streamed = new MailComposer({ ...mimeOf(one, officeAddress), newline: "windows" }).compile();
      expect((await composeRaw(one, officeAddress)).equals(await streamed.build())).toBe(true);
      expect(wireText(streamed)).not.toBeNull();
    }
  }
});

test("every copy has the same bytes, and the mailbox shows just those", async () => {
  const { sink, mail } = await office();
  await mail.send(sample);
  await mail.send(structuredClone(sample));
  const [first, second] = sink.messages;
  const composed = await composeRaw(sample, from);
  expect(second?.raw.equals(first?.raw as Buffer)).toBe(true);
  expect(composed.toString().trimEnd()).toBe(first?.raw.toString().trimEnd());
});

describe("nobody else gets the letter", () => {
  const tricks = [
    "thuy.vt@lamgiang.example,thief@evil.example",
    "thuy.vt@lamgiang.example>\r\nRCPT TO:<thief@evil.example",
    "<thuy.vt@lamgiang.example>",
    '"thief@evil.example"@lamgiang.example',
    "thuy.vt@lamgiang.example thief@evil.example",
    "Thủy <thuy.vt@lamgiang.example>, thief@evil.example",
    `${"a".repeat(320)}@lamgiang.example`,
  ];

  test.each(tricks)("%j is refused before a word is spoken", async (address) => {
    const { sink, mail } = await office();
    expect(await mail.send({ ...sample, to: { name: "Thủy", address } })).toEqual({
      ok: false,
      kind: "permanent",
      code: null,
      response: "The recipient is not one plain mail address.",
    });
    expect(sink.messages).toEqual([]);
  });

  test("names, subjects and headers cannot add a header or a recipient", async () => {
    const { sink, mail } = await office();
    const evil = 'Thủy" <thief@evil.example>,\r\nBcc: thief@evil.example\r\n\r\n<h1>';
    await mail.send({
      ...sample,
      to: { name: evil, address: sample.to.address },
      replyTo: { name: evil, address: "ha.ttm@lamgiang.example" },
      subject: `Giấy mời\r\nBcc: thief@evil.example`,
      headers: {
        "X-TenTen-Kind": evil,
        Bcc: "thief@evil.example",
        "List-Bad\r\nCc": "thief@evil.example",
        To: "thief@evil.example",
      },
    });
    const [letter] = sink.messages;
    expect(letter?.envelope.to).toEqual([sample.to.address]);
    expect(letter?.to.map(({ address }) => address)).toEqual([sample.to.address]);
    expect(letter?.subject).toBe("Giấy mời Bcc: thief@evil.example");
    expect(Object.keys(letter?.headers ?? {})).not.toContain("bcc");
    expect(Object.keys(letter?.headers ?? {})).not.toContain("cc");
    expect(letter?.html.trim()).toBe(sample.html.trim());
  });

  test("a name of 10,000 signs leaves a head of ordinary size", async () => {
    const { sink, mail } = await office();
    await mail.send({ ...sample, to: { name: "Nguyễn ".repeat(1500), address: sample.to.address } });
    expect([...(sink.messages[0]?.to[0]?.name ?? "")].length).toBeLessThanOrEqual(80);
  });
});

describe("what the server says decides what happens next", () => {
  const refused: [string, SinkOptions, object][] = [
    [
      "an unknown mailbox is final",
      { onRcpt: () => ({ code: 550, text: "No such user" }) },
      { kind: "permanent", code: 550 },
    ],
    [
      "a full mailbox is tried later",
      { onRcpt: () => ({ code: 452, text: "Mailbox full" }) },
      { kind: "temporary", code: 452 },
    ],
    [
      "greylisting is tried later",
      { onRcpt: () => ({ code: 451, text: "Greylisted" }) },
      { kind: "temporary", code: 451 },
    ],
    [
      "too many letters slow us down",
      { onRcpt: () => ({ code: 450, text: "4.7.28 too many messages" }) },
      { kind: "throttled", code: 450 },
    ],
    [
      "Exchange's 432 slows us down",
      { onData: () => ({ code: 432, text: "Concurrent connections limit" }) },
      { kind: "throttled", code: 432 },
    ],
    [
      "a refused content is final",
      { onData: () => ({ code: 554, text: "Rejected as spam" }) },
      { kind: "permanent", code: 554 },
    ],
    [
      "a refused sender stops the office, not the letter",
      { onSender: () => ({ code: 550, text: "Sender refused" }) },
      { kind: "auth", code: 550 },
    ],
    [
      "a line that breaks before the 250 is the line's fault",
      { onData: () => "drop-before-250" },
      { kind: "connection", code: null },
    ],
    [
      "a line that breaks during the letter is the line's fault",
      { onData: () => "drop-mid-data" },
      { kind: "connection", code: null },
    ],
  ];
  test.each(refused)("%s", async (_says, options, expected) => {
    const { mail } = await office(options);
    expect(await mail.send(sample)).toEqual({ ok: false, response: expect.any(String), ...expected });
  });

  test("a broken line is not tried again in silence", async () => {
    const { sink, mail } = await office({ onData: (_letter, nth) => (nth === 1 ? "drop-before-250" : undefined) });
    expect(await mail.send(sample)).toMatchObject({ ok: false, kind: "connection" });
    await new Promise((wake) => setTimeout(wake, 300));
    expect(sink.messages).toHaveLength(1);
    expect(await mail.send(sample)).toMatchObject({ ok: true });
    expect(sink.messages.map(({ messageId }) => messageId)).toEqual([sample.messageId, sample.messageId]);
  });

  test("a wrong password is told apart, and verify says so too", async () => {
    const sink = await startSmtpSink({ auth: { user: "office@x", pass: "p@ss/word" } });
    const wrong = openTransport({ smtpUrl: `smtp://office%40x:nope@127.0.0.1:${sink.port}`, from });
    const right = openTransport({ smtpUrl: sink.url, from });
    open.push(wrong, right, sink);
    expect(await wrong.send(sample)).toMatchObject({ ok: false, kind: "auth", code: 535 });
    expect(await wrong.verify()).toMatchObject({ ok: false, kind: "auth" });
    expect(await right.verify()).toEqual({ ok: true, response: `127.0.0.1:${sink.port} is ready.` });
    expect(await right.send(sample)).toMatchObject({ ok: true });
  });

  test("nobody at home is a matter of the line", async () => {
    const { mail } = await office({}, "smtp://127.0.0.1:1");
    expect(await mail.send(sample)).toMatchObject({ ok: false, kind: "connection", code: null });
  });

  test("a stop signal ends a letter under way", async () => {
    const { mail } = await office({ delayMs: 2000 });
    const stop = new AbortController();
    const sending = mail.send(sample, { signal: stop.signal });
    setTimeout(() => stop.abort(), 200);
    expect(await sending).toMatchObject({ ok: false, kind: "connection" });
  });

  test("answers without a letter at fault are sorted too", () => {
    const say = (responseCode: number, command: string) => classify({ responseCode, command, message: "" });
    expect([
      say(554, "CONN"),
      say(421, "CONN"),
      say(503, "RCPT TO"),
      say(552, "MAIL FROM"),
      say(454, "AUTH PLAIN"),
      say(530, "MAIL FROM"),
    ]).toEqual(["connection", "throttled", "connection", "permanent", "temporary", "auth"]);
    expect(classify({ code: "EDNS", message: "" })).toBe("connection");
    expect(classify({ code: "ENOAUTH", message: "" })).toBe("auth");
    expect(classify({ code: "EFILEACCESS", message: "" })).toBe("permanent");
  });
});

test("settings that cannot work are refused at once, and a password never shows", () => {
  expect(() => openTransport({ smtpUrl: "http://mail.example", from })).toThrow(/SMTP_URL/);
  expect(() => openTransport({ smtpUrl: "smtp://mail.example", from: "a@b.vn, c@d.vn" })).toThrow(/MAIL_FROM/);
  expect(serverName("smtps://office:secret@mail.lamgiang.example")).toBe("mail.lamgiang.example:465");
});

test("all letters survive the wire", async () => {
  for (const [name, write] of Object.entries(letters)) {
    const letter = stored(write({ locale: "ar" }), name);
    const read = await parseLetter(await composeRaw(letter, from));
    expect(read.subject).toBe(letter.subject);
    expect(read.text.trim()).toBe(letter.text.trim());
  }
});
