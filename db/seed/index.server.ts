import { findAccount, findAccountByEmail } from "../../app/features/accounts/reads.server";
import type { Actor, Role } from "../../app/features/accounts/rules";
import { setUp, placeOrganization } from "../../app/features/accounts/set-up/writes.server";
import { grantRole, makeAccount } from "../../app/features/accounts/writes.server";
import { dayOf } from "../../app/web/time";
import { transact } from "../client.server";
import { seedAwards } from "./awards";
import { storyCalendar, zone } from "./calendar";
import { seedCampaigns, seedProgress } from "./campaigns";
import { seedDifficulties } from "./difficulties";
import { seedEvents } from "./events";
import { peopleOfProvince } from "./names";
import { seedTasks } from "./tasks";
import { focalPointOfChauPhong, headOfBenLam, seedUnits } from "./units";

export interface DemoPerson {
  role: Role;
  name: string;
  position: string;
  email: string;
}

/**
 * Tells the story of the fictional province of Lam Giang into an empty, migrated database, through the features' own
 * writes, each at its moment of the story; the story is moved so that it is always now. Returns whom to sign in as.
 */
export async function seedDemo({ now }: { now: Date }): Promise<DemoPerson[]> {
  const calendar = storyCalendar(dayOf(now, zone));
  const people = peopleOfProvince();
  const begun = calendar.at("2025-08-15", "08:00");
  const units = await transact((tx) => seedUnits(tx, { calendar, people, now: begun }));
  const { cast, administrator } = await transact(async (tx) => {
    const founder: DemoPerson = {
      role: "administrator",
      name: "Phạm Quang Minh",
      position: "Quản trị hệ thống, Trung tâm Công nghệ thông tin",
      email: "quantri@lamgiang.example",
    };
    const made = await setUp(tx, {
      name: "UBND tỉnh Lam Giang",
      zone,
      locale: "vi",
      person: founder,
      device: "Chrome · Windows",
      demo: true,
      now: begun,
    });
    if (!made.ok) throw new Error(made.reason);
    await placeOrganization(tx, { unitId: units.province, steeringUnitId: units.byCode.get("BCD") ?? null });
    const actor = { userId: made.userId, name: founder.name };
    const unit = (code: string) => units.byCode.get(code) as string;
    const others: (DemoPerson & { unitId: string | null })[] = [
      {
        role: "organizer",
        name: "Trần Thị Thu Hà",
        position: "Trưởng phòng Chuyển đổi số, Sở Khoa học và Công nghệ",
        email: "dieuphoi@lamgiang.example",
        unitId: null,
      },
      {
        role: "head",
        ...headOfBenLam,
        position: "Chủ tịch UBND phường Bến Lam",
        unitId: unit("LG01"),
      },
      {
        role: "focal-point",
        ...focalPointOfChauPhong,
        position: "Công chức Văn hóa - Xã hội xã Châu Phong",
        unitId: unit("LG09"),
      },
      {
        role: "point-operator",
        name: "Hoàng Đức Thắng",
        position: "Kỹ thuật điểm cầu phường Cửa Giang",
        email: "kythuat.cuagiang@lamgiang.example",
        unitId: unit("LG02"),
      },
      {
        role: "council-member",
        name: "Vũ Thị Hồng",
        position: "Phó Giám đốc Sở Nội vụ, thành viên Hội đồng",
        email: "hoidong@lamgiang.example",
        unitId: unit("HDTDKT"),
      },
      {
        role: "supervisor",
        name: "Đặng Quốc Khánh",
        position: "Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh",
        email: "giamsat@lamgiang.example",
        unitId: null,
      },
    ];
    for (const { role, unitId, ...person } of others) {
      const account = await makeAccount(tx, { ...person, locale: "vi", now: begun });
      if (!account) throw new Error(`${person.email} is taken`);
      const granted = await grantRole(tx, { userId: account.userId, role, unitId, actor, now: begun } as Parameters<
        typeof grantRole
      >[1]);
      if ("ok" in granted && !granted.ok) throw new Error(granted.reason);
    }
    return { cast: [founder, ...others], administrator: actor };
  });
  const organizer = await transact(async (tx): Promise<Actor> => {
    const row = await findAccountByEmail(tx, { email: "dieuphoi@lamgiang.example" });
    const account = row && (await findAccount(tx, { userId: row.id }));
    if (!account) throw new Error("no organizer");
    return {
      userId: account.id,
      name: account.name,
      position: account.position,
      email: account.email,
      locale: account.locale,
      grants: [{ role: "organizer", unitId: null, unitPath: null }],
    };
  });
  const campaigns = await transact((tx) => seedCampaigns(tx, { calendar, units, organizer, now: begun }));
  await transact((tx) => seedProgress(tx, { campaigns, today: dayOf(now, zone), organizer, now }));
  const { conferenceId, ceremonyId } = await seedEvents({ calendar, units, campaigns, organizer, people }, now);
  await seedTasks({ units, campaigns, administrator, organizer, conferenceId }, now);
  await seedDifficulties({ calendar, units, campaigns, organizer, conferenceId });
  await seedAwards({ calendar, units, campaigns, ceremonyId, people, administrator }, now);
  return cast.map(({ role, name, position, email }) => ({ role, name, position, email }));
}
