import { accountInvited } from "#emails/account-invited";
import { awardLetter } from "#emails/award-letter";
import { awardMatters } from "#emails/award-letter-words";
import { eventUid } from "#emails/calendar";
import { eventCancelled } from "#emails/event-cancelled";
import { eventMoved } from "#emails/event-moved";
import { eventReminder } from "#emails/event-reminder";
import type { CalendarFacts, DatedEvent, LetterProps, PointFacts, Reader } from "#emails/facts";
import { invitation } from "#emails/invitation";
import { invitationChanged } from "#emails/invitation-changed";
import { invitationWithdrawn } from "#emails/invitation-withdrawn";
import type { Letter, StoredLetter } from "#emails/letter";
import { pointChanged } from "#emails/point-changed";
import { replyReminder } from "#emails/reply-reminder";
import { rsvpConfirmed } from "#emails/rsvp-confirmed";
import { rsvpDeclined } from "#emails/rsvp-declined";
import { rsvpTooLate } from "#emails/rsvp-too-late";
import { signIn } from "#emails/sign-in";
import { substituteInvitation } from "#emails/substitute-invitation";
import { substituteNamed } from "#emails/substitute-named";
import { taskDigest } from "#emails/task-digest";
import { testLetter } from "#emails/test-letter";
import type { Locale } from "~/web/i18n";

export const zone = "Asia/Ho_Chi_Minh";
export const link = "https://tenten.lamgiang.example/rsvp/Zk3vQ0r8mYt1pWc7nXa5sLd9eJh2gBu4Ri6oTf8yKm0";
export const officeAddress = { name: "UBND tỉnh Lam Giang", address: "moihop@lamgiang.example" };

export const reader = (locale: Locale, more: Partial<Reader> = {}): Reader => ({
  name: "Võ Thế Thủy",
  address: "thuy.vt@lamgiang.example",
  position: "Phó Trưởng phòng",
  unit: "Sở Khoa học và Công nghệ",
  locale,
  ...more,
});

export const frame = (locale: Locale, more: Partial<Reader> = {}): LetterProps => ({
  to: reader(locale, more),
  office: "UBND tỉnh Lam Giang",
  contact: { name: "Trần Thị Minh Hà, Văn phòng UBND tỉnh", phone: "0912 345 678", email: "ha.ttm@lamgiang.example" },
});

export const event: DatedEvent = {
  title: "Hội nghị sơ kết và phát động Ngày Chuyển đổi số quốc gia năm 2025",
  zone,
  startsAt: new Date("2025-09-22T07:00:00Z"),
  endsAt: new Date("2025-09-22T09:40:00Z"),
  campaign: "Ngày Chuyển đổi số quốc gia 10/10/2025",
  host: "Ban Chỉ đạo Chuyển đổi số tỉnh Lam Giang",
  chairs: ["Đ/c Nguyễn Đức Trung, Chủ tịch UBND tỉnh", "Đ/c Lê Hồng Vinh, Giám đốc Sở Khoa học và Công nghệ"],
  documentNumber: "215/GM-UBND",
  composition: "Lãnh đạo sở, ban, ngành; chủ tịch UBND xã, phường; tổ công nghệ số cộng đồng",
  mainVenue: "Hội trường UBND tỉnh",
  agenda: [
    { title: "Ổn định tổ chức, khai mạc", startsAt: new Date("2025-09-22T07:00:00Z") },
    { title: "Báo cáo trung tâm", startsAt: new Date("2025-09-22T07:20:00Z") },
    { title: "Tham luận của 5 điểm cầu", startsAt: new Date("2025-09-22T07:47:00Z") },
    { title: "Phát động Ngày Chuyển đổi số", minutes: 10 },
  ],
};

export const mainPoint: PointFacts = {
  name: "Hội trường UBND tỉnh",
  main: true,
  address: "Số 1 Quảng trường Hồ Chí Minh, phường Bến Lam",
  way: "Cổng số 2, gửi xe tại sân sau",
  mapUrl: "https://bando.lamgiang.example/hoi-truong",
};
export const linkedPoint: PointFacts = {
  name: "Điểm cầu xã Mường Hin",
  address: "Hội trường UBND xã Mường Hin",
  meetingUrl: "https://hop.lamgiang.example/j/8842119",
};

export const calendar: CalendarFacts = {
  uid: eventUid("0197c0de-e1", "https://tenten.lamgiang.example"),
  sequence: 0,
  stampedAt: new Date("2025-09-10T01:00:00Z"),
  organizer: officeAddress,
};

const replyBy = new Date("2025-09-19T10:00:00Z");
const later = { startsAt: new Date("2025-10-17T01:00:00Z"), endsAt: new Date("2025-10-17T03:40:00Z") };
const stopUrl = "https://tenten.lamgiang.example/u/stop-me-0001";
const doorUrl = "https://tenten.lamgiang.example/door/7K2M-QX9P";

interface Given {
  locale: Locale;
  props?: Partial<LetterProps>;
  event?: Partial<DatedEvent>;
  point?: PointFacts;
}

/** Every letter the house can write, with everything it can hold. */
export const letters: Record<string, (given: Given) => Letter> = {
  ...Object.fromEntries(
    awardMatters.map((matter) => [
      `award-${matter}`,
      (g: Given) =>
        awardLetter({
          ...base(g),
          ...{ matter, about: "Sở Khoa học và Công nghệ", count: 3, link },
          facts: [
            { label: "category", text: "Cơ quan cấp tỉnh tiêu biểu" },
            { label: "receipt", text: "07" },
          ],
          moment: { label: "until", at: replyBy, zone },
          reason: "Thiếu biên bản họp xét của đơn vị",
        }),
    ]),
  ),
  "sign-in": (g) =>
    signIn({
      ...base(g),
      link,
      code: "048213",
      minutes: 15,
      askedAt: new Date("2025-09-10T01:00:00Z"),
      zone,
      device: "Chrome, Windows",
    }),
  "account-invited": (g) =>
    accountInvited({
      ...base(g),
      link,
      role: "Điều hành điểm cầu",
      roleUnit: "UBND xã Mường Hin",
      invitedBy: "Trần Thị Minh Hà",
    }),
  invitation: (g) =>
    invitation({
      ...about(g),
      replyBy,
      link,
      note: "Xin mang theo báo cáo của đơn vị.\nTrang phục: lịch sự.",
      canChoosePoint: true,
      calendar,
    }),
  "invitation-changed": (g) =>
    invitationChanged({
      ...about(g),
      changes: [
        { what: "place", before: "Phòng họp tầng 2", after: "Hội trường UBND tỉnh" },
        { what: "meeting-link", after: "https://hop.lamgiang.example/j/1" },
      ],
      reason: "Số đại biểu đăng ký tăng",
      link,
      calendar: { ...calendar, sequence: 1 },
    }),
  "event-moved": (g) =>
    eventMoved({
      ...about(g),
      was: event,
      now: later,
      reason: "Bão số 10",
      replyBy,
      link,
      calendar: { ...calendar, sequence: 1 },
    }),
  "event-postponed": (g) =>
    eventMoved({
      ...about(g),
      was: event,
      now: null,
      reason: "Bão số 10",
      link,
      calendar: { ...calendar, sequence: 1 },
    }),
  "event-cancelled": (g) =>
    eventCancelled({ ...about(g), reason: "Bão số 10", link, calendar: { ...calendar, sequence: 2 } }),
  "point-changed": (g) =>
    pointChanged({ ...about(g), was: mainPoint, now: linkedPoint, reason: "Hội trường đã đủ chỗ", link, calendar }),
  "rsvp-confirmed": (g) =>
    rsvpConfirmed({
      ...about(g),
      link,
      doorUrl,
      doorCode: "7K2M-QX9P",
      calendarUrl: `${link}/event.ics`,
      changeUntil: replyBy,
      calendar,
    }),
  "rsvp-declined": (g) =>
    rsvpDeclined({ ...about(g), link, reasonGiven: "Đi công tác", changeUntil: replyBy, calendar }),
  "substitute-named": (g) =>
    substituteNamed({
      ...about(g),
      substitute: { name: "Phạm Thu Đông", position: "Chuyên viên" },
      link,
      changeUntil: replyBy,
      calendar,
    }),
  "substitute-invitation": (g) =>
    substituteInvitation({
      ...about(g),
      principal: { name: "Lê Hồng Vinh", position: "Giám đốc Sở" },
      replyBy,
      link,
      note: "Nhờ em đi thay.",
      calendar,
    }),
  "rsvp-too-late": (g) =>
    rsvpTooLate({ ...about(g), because: "full", offers: [{ name: "Điểm cầu xã Mường Hin", seats: 2 }], link }),
  "invitation-withdrawn": (g) =>
    invitationWithdrawn({ ...about(g), because: "substitute-named", note: "Cảm ơn ông.", calendar }),
  "reply-reminder": (g) => replyReminder({ ...about(g), replyBy, daysLeft: 3, link, stopUrl }),
  "event-reminder": (g) => eventReminder({ ...about(g), link, doorUrl, doorCode: "7K2M-QX9P", stopUrl, calendar }),
  "task-digest": (g) =>
    taskDigest({
      ...base(g),
      day: "2025-09-15",
      wishUrl: "https://tenten.lamgiang.example/account/digest",
      parts: [
        {
          name: "overdue",
          total: 3,
          listUrl: "https://tenten.lamgiang.example/tasks?view=late",
          tasks: [
            {
              code: "B12",
              title: g.event?.title ?? "Sổ sức khỏe điện tử",
              href: link,
              due: "Quý III/2025",
              why: "Quá hạn 3 ngày",
              leadUnit: g.event?.host ?? "Sở Y tế",
              reason: g.event?.title ?? "Thiếu số liệu quý II",
            },
          ],
        },
        { name: "waiting", total: 2, listUrl: "https://tenten.lamgiang.example/tasks?view=waiting", tasks: [] },
      ],
    }),
  "test-letter": (g) =>
    testLetter({
      ...base(g),
      sentAt: new Date("2025-09-10T01:00:00Z"),
      zone,
      server: "mail.lamgiang.example:587",
      askedBy: "Trần Thị Minh Hà",
    }),
};

/** Letters without an answer to give hold no link. */
export const withoutLink = new Set(["invitation-withdrawn", "test-letter"]);

const base = ({ locale, props }: Given): LetterProps => ({ ...frame(locale), ...props });
const about = (given: Given) => ({
  ...base(given),
  event: { ...event, ...given.event },
  point: given.point ?? mainPoint,
});

/** A letter as the outbox would keep it. */
export const stored = (letter: Letter, key = "sample"): StoredLetter => ({
  ...letter,
  messageId: `<${key}@tenten.lamgiang.example>`,
  date: new Date("2025-09-10T01:00:00Z"),
});
