import type { Actor } from "../../app/features/accounts/rules";
import { addPoints, setAgenda, setChairs } from "../../app/features/events/programme/writes.server";
import { createEvent, type EventContent } from "../../app/features/events/writes.server";
import type { openPostman } from "../../app/features/outbox/jobs.server";
import { transact } from "../client.server";
import { type agenda, attendance } from "./attendance";
import { type StoryCalendar, zone } from "./calendar";
import type { SeedCampaigns } from "./campaigns";
import type { SeedPerson } from "./names";
import type { SeedUnits } from "./units";

export interface Stage {
  calendar: StoryCalendar;
  units: SeedUnits;
  campaigns: SeedCampaigns;
  organizer: Actor;
  people: Generator<SeedPerson>;
}

export type Postman = Awaited<ReturnType<typeof openPostman>>;

/** Does one thing in one transaction and insists that it was not refused. */
export async function must<T extends { ok: boolean }>(
  what: string,
  work: Parameters<typeof transact<T>>[0],
): Promise<Extract<T, { ok: true }>> {
  const done = await transact(work);
  if (!done.ok) throw new Error(`${what}: ${JSON.stringify(done)}`);
  return done as Extract<T, { ok: true }>;
}

interface Occasion {
  content: Omit<EventContent, "hostUnitId"> & { hostUnitId?: string };
  now: Date;
  chairs?: { fullName: string; position: string }[];
  items?: typeof agenda;
  /** "all": the main venue and the 21 communes; a number: so many communes, in person. */
  points: "all" | { name: string; address?: string; unitId?: string; capacity?: number }[];
}

/** An event with its places, open for answers. */
export async function makeEvent(stage: Stage, { content, now, chairs, items, points }: Occasion): Promise<string> {
  const by = { actor: stage.organizer, now };
  const skhcn = stage.units.byCode.get("SKHCN") as string;
  const made = await must(content.title.vi, (tx) =>
    createEvent(tx, {
      hostUnitId: skhcn,
      isPublic: true,
      contactName: "Văn phòng Sở Khoa học và Công nghệ",
      contactEmail: "vanphong.skhcn@lamgiang.example",
      ...content,
      zone,
      ...by,
    }),
  );
  const { eventId } = made;
  const places =
    points === "all"
      ? attendance.map(([name, invited], n) => ({
          name,
          isMain: n === 0,
          unitId: n === 0 ? (stage.units.byCode.get("UBND") as string) : (stage.units.communes[n - 1] as string),
          address: n === 0 ? "Hội trường UBND tỉnh, số 1 đường Lê Lợi" : `Hội trường UBND ${inSentence(name)}`,
          way: n === 0 ? "Vào cổng chính, gửi xe tại sân sau" : "",
          meetingUrl: n === 0 ? "" : "https://hop.lamgiang.example/hoi-nghi",
          capacity: n === 0 ? 120 : Math.ceil((invited + 6) / 10) * 10,
          contactName: n === 0 ? "Trung tâm Công nghệ thông tin" : "Bộ phận kỹ thuật điểm cầu",
        }))
      : points.map((point, n) => ({ ...point, isMain: n === 0 }));
  await must("points", (tx) => addPoints(tx, { eventId, points: places, ...by }));
  if (chairs) await must("chairs", (tx) => setChairs(tx, { eventId, chairs, ...by }));
  if (items)
    await must("agenda", (tx) =>
      setAgenda(tx, { eventId, items: items.map(([title, speaker, minutes]) => ({ title, speaker, minutes })), ...by }),
    );
  return eventId;
}

/** "Phường Bến Lam" as it stands after another word: only the kind of unit loses its capital. */
export const inSentence = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
