import { findAccount, findAccountByEmail } from "../../app/features/accounts/reads.server";
import type { Actor } from "../../app/features/accounts/rules";
import { grantRole, makeAccount } from "../../app/features/accounts/writes.server";
import { saveCategory } from "../../app/features/awards/categories/writes.server";
import { setCalendar } from "../../app/features/awards/rounds/calendar.writes.server";
import { seatMember } from "../../app/features/awards/rounds/council.writes.server";
import { type CategoryRow, findRound } from "../../app/features/awards/rounds/reads.server";
import { createRound, publishRound } from "../../app/features/awards/rounds/writes.server";
import type { CouncilRole } from "../../app/features/awards/terms.rules";
import type { Tx } from "../client.server";
import type { StoryCalendar } from "./calendar";
import type { SeedCampaigns } from "./campaigns";
import { must } from "./must";
import type { SeedPerson } from "./names";
import type { SeedUnits } from "./units";

export interface Told {
  calendar: StoryCalendar;
  units: SeedUnits;
  campaigns: SeedCampaigns;
  /** The event at which the awards are handed over. */
  ceremonyId: string;
  people: Generator<SeedPerson>;
  administrator: { userId: string; name: string };
}

/** Code of the member's unit, role and title; the second is the council member of the demo's sign-in page. */
const council: [code: string, role: CouncilRole, title: string][] = [
  ["UBND", "chair", "Phó Chủ tịch UBND tỉnh, Chủ tịch Hội đồng"],
  ["SNV", "member", "Phó Giám đốc Sở Nội vụ"],
  ["HDTDKT", "vice-chair", "Phó Chủ tịch thường trực Hội đồng"],
  ["VPUBND", "secretary", "Phó Chánh Văn phòng UBND tỉnh"],
  ["STP", "member", "Giám đốc Sở Tư pháp"],
  ["MTTQ", "member", "Ủy viên Ủy ban MTTQ Việt Nam tỉnh"],
  ["LDLD", "member", "Phó Chủ tịch Liên đoàn Lao động tỉnh"],
  ["TD", "member", "Phó Bí thư Tỉnh đoàn"],
  ["HLHPN", "member", "Phó Chủ tịch Hội Liên hiệp Phụ nữ tỉnh"],
];

/** The round as it was called, with its calendar and its council; members in the order of their seats. */
export async function seedRound(tx: Tx, { calendar, units, campaigns, ceremonyId, people, administrator }: Told) {
  const now = calendar.at("2025-08-25", "08:00");
  const act = { actor: null, now };
  const { year } = calendar;
  const { roundId } = must(
    await createRound(tx, {
      ...{ template: "national-day", ownerUnitId: units.byCode.get("UBND") as string, year, ...act },
      title: {
        vi: `Khen thưởng Ngày Chuyển đổi số quốc gia năm ${year}`,
        en: `National Digital Transformation Day awards ${year}`,
        ar: `جوائز اليوم الوطني للتحول الرقمي ${year}`,
        hi: `राष्ट्रीय डिजिटल परिवर्तन दिवस पुरस्कार ${year}`,
      },
      purpose: {
        vi: "Tôn vinh tập thể, cá nhân, doanh nghiệp có thành tích xuất sắc trong chuyển đổi số của tỉnh.",
        en: "To honour groups, individuals and enterprises with outstanding achievements in the province's digital transformation.",
        ar: "تكريم الجماعات والأفراد والشركات ذوي الإنجازات المتميزة في التحول الرقمي للمقاطعة.",
        hi: "प्रांत के डिजिटल परिवर्तन में उत्कृष्ट उपलब्धि वाले समूहों, व्यक्तियों और उद्यमों का सम्मान।",
      },
      ...{ campaignId: campaigns.main, documentId: campaigns.plan, ceremonyEventId: ceremonyId },
      ...{ authority: "Chủ tịch Ủy ban nhân dân tỉnh Lam Giang", place: "Lam Giang" },
      ...{ quorumOf: 2, quorumIn: 3, conflictYears: 3 },
      eligibility: [{ fact: "overdue-tasks", limit: 0, effect: "warn" }],
    }),
  );
  const at = (day: string, clock: string) => calendar.at(day, clock);
  const phases = [
    { kind: "nomination" as const, startsAt: at("2025-09-01", "08:00"), endsAt: at("2025-09-20", "17:00") },
    { kind: "appraisal" as const, startsAt: at("2025-09-20", "17:00"), endsAt: at("2025-09-29", "08:00") },
    { kind: "scoring" as const, startsAt: at("2025-09-29", "08:00"), endsAt: at("2025-10-13", "17:00") },
    // The storm that moved the ceremony left the council this week too.
    { kind: "vote" as const, startsAt: at("2025-10-14", "08:00"), endsAt: at("2025-10-15", "12:00") },
    { kind: "decision" as const, startsAt: at("2025-10-15", "12:00"), endsAt: at("2025-10-16", "17:00") },
    { kind: "ceremony" as const, startsAt: at("2025-10-17", "08:00"), endsAt: null },
  ];
  must(await setCalendar(tx, { roundId, phases, ...act }));
  const round = await findRound(tx, { roundId });
  const [, , , individuals, enterprises] = (round?.categories ?? []) as CategoryRow[];
  for (const content of [
    { ...(individuals as CategoryRow), quotaPerUnit: 2 },
    // Nobody has these yet: the organizer shares them out.
    { ...(enterprises as CategoryRow), judgesPerNomination: 3 },
  ])
    must(await saveCategory(tx, { roundId, categoryId: content.id, content, ...act }));
  const members: Actor[] = [];
  for (const [n, [code, role, title]] of council.entries()) {
    const unitId = units.byCode.get(code) as string;
    const actor =
      n === 1
        ? await accountOf(tx, "hoidong@lamgiang.example")
        : await member(tx, { n, title, people, administrator, units, now });
    must(await seatMember(tx, { roundId, userId: actor.userId, unitId, role, title, ...act }));
    members.push(actor);
  }
  must(await publishRound(tx, { roundId, actor: null, now: at("2025-09-01", "08:00") }));
  return { roundId, members };
}

async function accountOf(tx: Tx, email: string): Promise<Actor> {
  const row = await findAccountByEmail(tx, { email });
  const account = row && (await findAccount(tx, { userId: row.id }));
  if (!account) throw new Error(`${email} has no account`);
  const { id, name, position, locale } = account;
  return { userId: id, name, position, email, locale, grants: [] };
}

async function member(
  tx: Tx,
  {
    n,
    title,
    people,
    administrator,
    units,
    now,
  }: { n: number; title: string; now: Date } & Pick<Told, "people" | "administrator" | "units">,
): Promise<Actor> {
  const { name } = people.next().value as SeedPerson;
  const email = `uyvien${n + 1}.hdtdkt@lamgiang.example`;
  const account = await makeAccount(tx, { name, position: title, email, locale: "vi", now });
  if (!account) throw new Error(`${email} is taken`);
  const unitId = units.byCode.get("HDTDKT") as string;
  const granting = { role: "council-member" as const, unitId, actor: administrator, device: "", now };
  await grantRole(tx, { userId: account.userId, ...granting });
  return { userId: account.userId, name, position: title, email, locale: "vi", grants: [] };
}
