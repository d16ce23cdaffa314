import { describe, expect, test } from "vitest";
import { invitation } from "#emails/invitation";
import { locales } from "~/web/i18n";
import { awardMatters } from "#emails/award-letter-words";
import { event, frame, letters, link, mainPoint, withoutLink } from "./samples";

const all = Object.entries(letters).flatMap(([name, write]) => locales.map((locale) => ({ name, locale, write })));
const bidi = /[\u2066-\u2069]/u;
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]);
const hostile = `<script>alert(1)</script>"'&\r\nBcc: thief@evil.example\u202E\u0000`;

describe.each(all)("$name in $locale", ({ name, locale, write }) => {
  const letter = write({ locale });

  test("says everything, on paper and in plain text", () => {
    for (const part of [letter.subject, letter.html, letter.text]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object|Invalid/);
      expect(part).not.toContain("\u0000");
    }
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.subject).not.toMatch(bidi);
    expect([...letter.subject].length).toBeLessThanOrEqual(180);
    expect(letter.to).toEqual({ name: "Võ Thế Thủy", address: "thuy.vt@lamgiang.example" });
    expect(letter.headers?.["Content-Language"]).toBe(locale);
  });

  test("has the reader's direction and language, and the whole name", () => {
    const dir = locale === "ar" ? "rtl" : "ltr";
    expect(letter.html).toContain(`<html lang="${locale}" dir="${dir}">`);
    expect(letter.html).toContain("Võ Thế Thủy");
    expect(letter.text.replace(/[\u2066-\u2069]/gu, "")).toContain("Võ Thế Thủy");
    if (locale !== "ar") expect(letter.text).not.toMatch(bidi);
    expect(letter.html).not.toMatch(bidi);
  });

  test("links once to where the reader answers", () => {
    const expected = withoutLink.has(name) ? 0 : 1;
    expect(hrefs(letter.html).filter((href) => href === link)).toHaveLength(expected);
    expect(letter.text.split(/\s/).filter((word) => word === link)).toHaveLength(expected);
  });

  test("fetches nothing and runs nothing", () => {
    expect(letter.html).not.toMatch(/<img|<script|<link|<iframe|url\(|@import|javascript:|src=/i);
    expect(letter.html.length).toBeLessThan(60_000);
  });

  test("has a plain twin of readable width", () => {
    for (const line of letter.text.split("\n")) {
      const words = line.trim().split(" ");
      if (words.length > 1) expect(line.length).toBeLessThanOrEqual(84);
    }
    expect(letter.text).not.toMatch(/<\/?[a-z]+[ >]|&amp;|&quot;|\n{3,}/);
  });

  test("keeps hostile names harmless", () => {
    const wild = write({
      locale,
      props: { ...frame(locale, { name: hostile, position: hostile, unit: hostile }), office: hostile },
      event: { title: hostile, host: hostile, chairs: [hostile], composition: hostile, agenda: [{ title: hostile }] },
      point: { name: hostile, address: hostile, meetingUrl: "javascript:alert(1)", mapUrl: "javascript:alert(1)" },
    });
    expect(wild.html).not.toContain("<script");
    expect(hrefs(wild.html).every((href) => href?.startsWith("https://"))).toBe(true);
    expect(wild.subject + wild.to.name + wild.replyTo?.name).not.toMatch(/[\r\n\0\u202E]/u);
    expect(wild.html + wild.text).not.toMatch(/[\0\u202E]/u);
  });

  test("stays a letter with names of 10,000 signs", () => {
    const long = "Nguyễn ".repeat(1500);
    const wild = write({ locale, props: frame(locale, { name: long, position: long }), event: { title: long } });
    expect([...wild.subject].length).toBeLessThanOrEqual(180);
    expect(wild.html.length).toBeLessThan(80_000);
    expect(wild.to.name.length).toBeLessThanOrEqual(200);
  });

  test("is the same letter each time it is written", () => {
    expect(write({ locale })).toEqual(letter);
  });
});

describe("the manner of the letters", () => {
  const opening = (more: Parameters<typeof frame>[1], locale: (typeof locales)[number] = "vi") =>
    invitation({ ...frame(locale, more), event, point: mainPoint, replyBy: null, link })
      .text.split("\n")
      .find((line) => line.includes("Võ Thế Thủy"));

  test("a Vietnamese letter names the position and the whole name", () => {
    expect(opening({})).toBe("Kính gửi: Ông/Bà Phó Trưởng phòng Võ Thế Thủy");
    expect(opening({ courtesy: "comrade" })).toBe("Kính gửi: Đồng chí Phó Trưởng phòng Võ Thế Thủy");
    expect(opening({ position: null, courtesy: "madam" })).toBe("Kính gửi: Bà Võ Thế Thủy");
    expect(opening({}, "en")).toBe("To: Võ Thế Thủy, Phó Trưởng phòng");
  });

  test("an invitation says when, in which zone, and where", () => {
    const { text, subject } = letters.invitation!({ locale: "vi" });
    expect(subject).toBe(`Giấy mời: ${event.title} (Thứ Hai, 22/09/2025)`);
    expect(text).toContain("Thời gian: 14:00 – 16:40, Thứ Hai, 22/09/2025 (giờ Việt Nam, UTC+7)");
    expect(text).toContain("Điểm cầu chính: Hội trường UBND tỉnh");
    expect(text).toContain("Giấy mời số: 215/GM-UBND");
    expect(text).toContain("Xin Ông/Bà trả lời trước 17:00, Thứ Sáu, 19/09/2025");
  });

  test("an Arabic letter keeps Vietnamese names and numbers in their own direction", () => {
    const { html } = letters.invitation!({ locale: "ar" });
    expect(html).toMatch(/<bdi[^>]*>Võ Thế Thủy<\/bdi>/);
    expect(html).toMatch(/<bdi dir="ltr"[^>]*>215\/GM-UBND<\/bdi>/);
    expect(html).toMatch(/<bdi dir="ltr"[^>]*>14:00<\/bdi>/);
  });

  test("a postponed event shows the old date, struck out, beside the new", () => {
    const moved = letters["event-moved"]!({ locale: "vi" });
    expect(moved.html).toMatch(/line-through[^>]*><bdi dir="ltr"[^>]*>14:00/);
    expect(moved.text).toContain("Lịch cũ: 14:00 – 16:40, Thứ Hai, 22/09/2025");
    expect(moved.text).toContain("Thời gian: 08:00 – 10:40, Thứ Sáu, 17/10/2025 (giờ Việt Nam, UTC+7)");
    const undated = letters["event-postponed"]!({ locale: "vi" });
    expect(undated.text).toContain("Thời gian: Thời gian mới sẽ được thông báo sau");
  });

  test("a second language follows below, without a second button", () => {
    const both = invitation({ ...frame("vi"), alsoIn: "en", event, point: mainPoint, replyBy: null, link });
    expect(hrefs(both.html).filter((href) => href === link)).toHaveLength(1);
    expect(both.html).toContain("The same letter in English");
    expect(both.text).toContain("has the honour to invite you");
    expect(both.subject).toMatch(/^Giấy mời/);
  });

  test("answers to a letter go to the contact, reminders can be stopped", () => {
    const reminder = letters["reply-reminder"]!({ locale: "vi" });
    expect(reminder.replyTo).toEqual({
      name: "Trần Thị Minh Hà Văn phòng UBND tỉnh",
      address: "ha.ttm@lamgiang.example",
    });
    expect(reminder.headers).toEqual({
      "Content-Language": "vi",
      "List-Unsubscribe": "<https://tenten.lamgiang.example/u/stop-me-0001>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(letters.invitation!({ locale: "vi" }).headers).toEqual({ "Content-Language": "vi" });
  });

  test("a digest counts in its subject what is late first, and leads to each task and to the rest", () => {
    const subjects = locales.map((locale) => letters["task-digest"]!({ locale }).subject);
    expect(subjects).toEqual([
      "3 nhiệm vụ quá hạn, 2 chờ Ông/Bà duyệt",
      "3 tasks overdue, 2 waiting for your decision",
      "المهام: متأخرة (3)، بانتظار قراركم (2)",
      "कार्य: विलंबित 3, आपके निर्णय की प्रतीक्षा में 2",
    ]);
    const { html, text } = letters["task-digest"]!({ locale: "vi" });
    expect(text).toContain("NHIỆM VỤ QUÁ HẠN (3)");
    expect(text).toContain(
      "1. B12 Sổ sức khỏe điện tử\n   Thời hạn: Quý III/2025 · Quá hạn 3 ngày\n   Chủ trì: Sở Y tế",
    );
    expect(text).toContain(
      "Còn 2 nhiệm vụ nữa, xem danh sách đầy đủ:\nhttps://tenten.lamgiang.example/tasks?view=late",
    );
    expect(hrefs(html)).toEqual([
      link,
      "https://tenten.lamgiang.example/tasks?view=late",
      "https://tenten.lamgiang.example/tasks?view=waiting",
      "https://tenten.lamgiang.example/account/digest",
    ]);
  });

  test("calendars are asked, moved and cleared by the right letters", () => {
    const methods = Object.fromEntries(
      Object.entries(letters).map(([name, write]) => [name, write({ locale: "vi" }).calendar?.method ?? null]),
    );
    expect(methods).toEqual({
      ...Object.fromEntries(awardMatters.map((matter) => [`award-${matter}`, null])),
      "sign-in": null,
      "account-invited": null,
      invitation: "REQUEST",
      "invitation-changed": "REQUEST",
      "event-moved": "REQUEST",
      "event-postponed": "CANCEL",
      "event-cancelled": "CANCEL",
      "point-changed": "REQUEST",
      "rsvp-confirmed": "REQUEST",
      "rsvp-declined": "CANCEL",
      "substitute-named": "CANCEL",
      "substitute-invitation": "REQUEST",
      "rsvp-too-late": null,
      "invitation-withdrawn": "CANCEL",
      "reply-reminder": null,
      "event-reminder": "REQUEST",
      "task-digest": null,
      "test-letter": null,
    });
  });
});
