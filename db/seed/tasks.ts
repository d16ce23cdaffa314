import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "../../app/features/accounts/rules";
import { grantRole, makeAccount } from "../../app/features/accounts/writes.server";
import { addEvidence } from "../../app/features/tasks/evidence/writes.server";
import { dueEnd } from "../../app/features/tasks/dates.rules";
import { acceptTask, returnTask } from "../../app/features/tasks/decide.writes.server";
import { carryOver } from "../../app/features/tasks/end.writes.server";
import { submitTask } from "../../app/features/tasks/hand-in.writes.server";
import { assignTask, receiveTask, reportProgress } from "../../app/features/tasks/step.writes.server";
import { createGroup } from "../../app/features/tasks/group.writes.server";
import { createTask, taskDefaults } from "../../app/features/tasks/writes.server";
import { addDays, type Day, daysBetween, dayOf, instantOf } from "../../app/web/time";
import { transact, type Tx } from "../client.server";
import { documents, holdings, people, units } from "../schema.server";
import { zone } from "./calendar";
import type { SeedCampaigns } from "./campaigns";
import {
  additionalCodes,
  carriedCode,
  coordinators,
  criticalCodes,
  followers,
  snapshotDay,
  type Standing,
  type ToldTask,
  toldPlan,
} from "./plan";
import type { SeedUnits } from "./units";

interface TaskStage {
  units: SeedUnits;
  campaigns: SeedCampaigns;
  /** Gives the focal points their accounts. */
  administrator: Pick<Actor, "userId" | "name">;
  organizer: Actor;
  /** The review conference whose conclusions gave two more tasks. */
  conferenceId: string;
}

interface Desk {
  unitId: string;
  personId: string;
  actor: Actor;
}

/** The plan's 47 tasks as they stand today: told of the snapshot day, every act on its day of the story. */
export async function seedTasks(stage: TaskStage, now: Date): Promise<void> {
  const shift = daysBetween(snapshotDay, dayOf(now, zone));
  const day = (told: Day) => addDays(told, shift);
  // What was done on the snapshot day was done before now, however early in the morning the demo starts.
  const at = (told: Day, clock: string) => {
    const wished = instantOf(day(told), clock, zone);
    return wished < now ? wished : new Date(now.getTime() - 60_000);
  };
  const story = { ...stage, day, at };
  const desks = await transact((tx) => seedDesks(tx, story));
  const ids = new Map<string, string>();
  for (const group of toldPlan) {
    await transact(async (tx) => {
      const made = await createGroup(tx, {
        ...{ code: group.code, title: group.title, parentId: null, weight: 1 },
        ...(await placeOf(tx, story)),
        actor: stage.organizer,
        now: at("2025-01-10", "08:00"),
      });
      if (!made.ok) throw new Error(`${group.code}: ${made.reason}`);
      ids.set(group.code, made.taskId);
    });
    for (const task of group.tasks) await transact((tx) => tellTask(tx, story, desks, ids, group.code, task));
  }
}

type Story = TaskStage & { day(told: Day): Day; at(told: Day, clock: string): Date };

async function placeOf(tx: Tx, { units: byName, campaigns }: TaskStage) {
  const [decision] = await tx.select().from(documents).where(eq(documents.number, "1982/QĐ-UBND"));
  return {
    ownerUnitId: byName.byCode.get("UBND") as string,
    campaignId: campaigns.main,
    documentId: decision?.id ?? null,
  };
}

/** One focal point with an account for each unit that leads a task; the provincial office gets its people first. */
async function seedDesks(tx: Tx, { units: seeded, administrator, at }: Story): Promise<Map<string, Desk>> {
  const desks = new Map<string, Desk>();
  // The standing body first: who enters the demo as a department's focal point finds work in every state there.
  const codes = new Set(["SKHCN", ...toldPlan.flatMap((group) => group.tasks.map(([, , lead]) => lead))]);
  for (const code of codes) {
    const unitId = seeded.byCode.get(code) as string;
    const [unit] = await tx.select({ path: units.path, name: units.name }).from(units).where(eq(units.id, unitId));
    const [person] = await tx
      .select({ id: people.id, fullName: people.fullName, email: people.email, title: holdings.title })
      .from(holdings)
      .innerJoin(people, eq(people.id, holdings.personId))
      .where(and(eq(holdings.unitId, unitId), eq(holdings.duty, "focal-point"), isNull(holdings.heldTo)));
    if (!person?.email || !unit) throw new Error(`${code} has no focal point`);
    const { fullName: name, title: position, email } = person;
    const now = at("2025-01-06", "08:00");
    const account = await makeAccount(tx, { name, position: `${position}, ${unit.name}`, email, locale: "vi", now });
    if (!account) throw new Error(`${email} is taken`);
    const { userId } = account;
    const granted = await grantRole(tx, { userId, role: "focal-point", unitId, actor: administrator, device: "", now });
    if (!granted.ok) throw new Error(granted.reason);
    const grant = { role: "focal-point", unitId, unitPath: unit.path } as const;
    const actor: Actor = { userId, name, position, email, locale: "vi", grants: [grant] };
    desks.set(code, { unitId, personId: person.id, actor });
  }
  return desks;
}

/** The standing body appraises the others' work, the provincial office the standing body's. */
const appraiserOf = (lead: string) => (lead === "SKHCN" ? "VPUBND" : "SKHCN");

async function tellTask(
  tx: Tx,
  story: Story,
  desks: Map<string, Desk>,
  ids: Map<string, string>,
  group: string,
  [code, title, lead, due, product, stands]: ToldTask,
): Promise<void> {
  const { day, at, organizer } = story;
  const desk = desks.get(lead) as Desk;
  const help = coordinators[code] ?? {};
  const precision = "day" in due ? "day" : "month";
  const told = "day" in due ? due.day : due.month;
  const additional = additionalCodes.includes(code);
  const startsOn = startOf(told);
  const carried = code === carriedCode;
  const begun = at(carried ? addDays(startsOn, -365) : assignedOn(startsOn), "08:30");
  const made = await createTask(tx, {
    ...taskDefaults,
    ...(await placeOf(tx, story)),
    ...{ code, title, product, additional, duePrecision: precision, priority: additional ? "high" : "normal" },
    coordinatingGroups: help.groups ?? [],
    coordinatingUnitIds: (help.units ?? []).map((one) => story.units.byCode.get(one) as string),
    predecessorIds: (followers[code] ?? []).map((one) => ids.get(one) as string),
    parentId: ids.get(group) as string,
    clause: additional ? "Bổ sung theo Thông báo số 27/TB-VPUBND" : `Phụ lục, mục ${group}`,
    leadUnitId: desk.unitId,
    responsibleId: desk.personId,
    appraiserUnitId: story.units.byCode.get(appraiserOf(lead)) as string,
    critical: criticalCodes.includes(code),
    startsOn: day(carried ? addDays(startsOn, -365) : startsOn),
    dueOn: dueEnd(precision, day(carried ? addDays(told, -365) : told)),
    eventId: additional ? story.conferenceId : null,
    actor: organizer,
    now: begun,
  });
  if (!made.ok) throw new Error(`${code}: ${made.reason}`);
  await must(code, assignTask(tx, { taskId: made.taskId, actor: organizer, now: begun }));
  const taskId = carried ? await carry(tx, story, made.taskId, told) : made.taskId;
  ids.set(code, taskId);
  const appraiser = desks.get(appraiserOf(lead)) as Desk;
  await tellStanding(tx, story, { taskId, code, title, told, startsOn, stands }, desk, appraiser);
}

/** Last year's task that was not finished: out of last year's counts, one of this year's 47 goes on with it. */
async function carry(tx: Tx, { at, day, organizer }: Story, taskId: string, told: Day): Promise<string> {
  const next = await carryOver(tx, {
    ...{ taskId, actor: organizer, now: at("2025-01-10", "14:00") },
    ...{ dueOn: day(told), duePrecision: "day", reason: "Chờ hướng dẫn của Bộ Y tế; chuyển sang năm nay." },
  });
  if (!next.ok) throw new Error(next.reason);
  return next.taskId;
}

/** What is for the last weeks was given in time. */
const assignedOn = (startsOn: Day): Day => (startsOn > "2025-10-01" ? "2025-10-01" : startsOn);

const startOf = (due: Day): Day => {
  if (due > "2025-12-15") return "2025-11-01";
  return due <= "2025-07-31" ? "2025-01-15" : "2025-05-15";
};

async function must(what: string, work: Promise<{ ok: true } | { ok: false; reason: string }>): Promise<void> {
  const done = await work;
  if (!done.ok) throw new Error(`${what}: ${done.reason}`);
}

interface Told {
  taskId: string;
  code: string;
  title: string;
  told: Day;
  startsOn: Day;
  stands: Standing;
}

async function tellStanding(tx: Tx, { at }: Story, task: Told, desk: Desk, appraiser: Desk): Promise<void> {
  const { taskId, code, title, told, startsOn, stands } = task;
  const by = (actor: Actor, on: Day, clock = "09:00") => ({ taskId, actor, now: at(on, clock) });
  if (stands.is === "not-started") {
    if (code !== "B20") await must(code, receiveTask(tx, by(desk.actor, addDays(startsOn, -2))));
    return;
  }
  await must(code, receiveTask(tx, by(desk.actor, addDays(startsOn, 1))));
  const said = { health: null, note: "" };
  const handIn = async (on: Day, label: string) => {
    const proof = { kind: "note", label } as const;
    await must(code, addEvidence(tx, { ...by(desk.actor, on), proof }));
    await must(code, submitTask(tx, { ...by(desk.actor, on, "10:00"), statement: `Đã hoàn thành: ${title}.` }));
  };
  if (stands.is === "done" || stands.is === "basically") {
    const on = addDays(told, -stands.daysEarly);
    await must(code, reportProgress(tx, { ...by(desk.actor, addDays(on, -20)), progress: 70, ...said }));
    await handIn(on, "Báo cáo kết quả đã gửi trên hệ thống văn bản");
    const basically = stands.is === "basically";
    const reason = basically ? "Còn hoàn thiện hồ sơ kèm theo." : "";
    await must(code, acceptTask(tx, { ...by(appraiser.actor, addDays(on, 2)), basically, reason }));
    return;
  }
  if (stands.is === "waiting") {
    await must(
      code,
      reportProgress(tx, { ...by(desk.actor, addDays(stands.submittedOn, -15)), progress: 90, ...said }),
    );
    await handIn(stands.submittedOn, "Biên bản nghiệm thu");
    return;
  }
  const last = addDays(snapshotDay, -(stands.is === "running" ? (stands.silent ?? 2) : 3));
  const half = Math.floor(stands.progress / 2);
  await must(code, reportProgress(tx, { ...by(desk.actor, addDays(last, -40)), progress: half, ...said }));
  if (stands.is === "running") {
    const words = { health: stands.health ?? null, note: stands.word ?? "" };
    await must(code, reportProgress(tx, { ...by(desk.actor, last), progress: stands.progress, ...words }));
    return;
  }
  await must(code, reportProgress(tx, { ...by(desk.actor, addDays(last, -6)), progress: stands.progress, ...said }));
  await handIn(addDays(last, -5), "Ảnh chụp màn hình danh mục");
  await must(code, returnTask(tx, { ...by(appraiser.actor, last), reason: stands.reason }));
}
