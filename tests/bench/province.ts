import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sessionCookie } from "../../app/features/accounts/gate.server";
import type { Actor } from "../../app/features/accounts/rules";
import { startSession } from "../../app/features/accounts/sign-in/writes.server";
import { newToken } from "../../app/web/secrets.server";
import { closeDatabase, migrate, openDatabase, transact } from "../../db/client.server";
import { agendaItems, campaigns, chairs } from "../../db/schema.server";
import { makeActor, makeEvent, makeInvited, makeOrganization, makePoint, makeUnit } from "../kit/makers";

const day = 86_400_000;
const guestCount = 486;

export interface Province {
  folder: string;
  file: string;
  event: { id: string; slug: string };
  campaignSlug: string;
  pointIds: string[];
  guestIds: string[];
  /** RSVP tokens of the guests, in the same order. */
  tokens: string[];
  organizer: Actor;
  remove(): Promise<void>;
}

/** A database of its own, open in this process: one event in a campaign, 22 points, 486 invited guests. */
export async function makeProvince(): Promise<Province> {
  const folder = mkdtempSync(join(tmpdir(), "tenten-bench-"));
  const file = join(folder, "tenten.sqlite");
  process.env.DATA_DIR = folder;
  await openDatabase({ file });
  await migrate();
  const made = await transact(async (tx) => {
    await makeOrganization(tx);
    const host = await makeUnit(tx);
    const organizer = await makeActor(tx, "administrator", { name: "Vũ Thị Thuỷ" });
    const title = { vi: "Ngày Chuyển đổi số quốc gia 10/10", en: "National Digital Transformation Day" };
    const at = new Date();
    const [campaign] = await tx
      .insert(campaigns)
      .values({
        slug: "ngay-chuyen-doi-so",
        kind: "national-day",
        state: "running",
        ownerUnitId: host.id,
        title,
        theme: { vi: "Chuyển đổi số toàn dân, toàn diện", en: "Digital transformation for all" },
        startsOn: "2025-09-01",
        isPublic: true,
        search: "",
        createdAt: at,
        updatedAt: at,
      })
      .returning();
    const event = await makeEvent(tx, {
      host,
      campaignId: campaign?.id,
      title: {
        vi: "Hội nghị sơ kết và phát động hưởng ứng Ngày Chuyển đổi số quốc gia",
        en: "Review conference and launch of National Digital Transformation Day",
      },
      isPublic: true,
      startsAt: new Date(Date.now() + 30 * day),
      endsAt: new Date(Date.now() + 30 * day + 9_600_000),
      replyBy: new Date(Date.now() + 25 * day),
      contactName: "Vũ Thị Thuỷ",
      contactPhone: "+84912345678",
      contactEmail: "thuy.vt@lamgiang.example",
    });
    const places = [event.main];
    for (let i = 1; i <= 21; i += 1) {
      const at = { name: `Điểm cầu phường ${i}`, address: `Hội trường UBND phường ${i}`, sort: i };
      places.push(await makePoint(tx, event, at));
    }
    await tx.insert(chairs).values([
      { eventId: event.id, fullName: "Nguyễn Đức Trung", position: "Chủ tịch UBND tỉnh", sort: 1 },
      { eventId: event.id, fullName: "Lê Hồng Vinh", position: "Giám đốc Sở", sort: 2 },
    ]);
    const agenda = ["Khai mạc", "Báo cáo trung tâm", "Tham luận", "Phát động"];
    await tx
      .insert(agendaItems)
      .values(agenda.map((item, sort) => ({ eventId: event.id, title: item, minutes: 40, sort })));
    const names = Array.from({ length: guestCount }, (_, i) => `Nguyễn Văn Đại Biểu ${i + 1}`);
    const guests = await makeInvited(tx, event, names, {
      position: "Chánh Văn phòng",
      organization: "Sở Khoa học và Công nghệ",
      invitedAt: new Date(),
    });
    return {
      event: { id: event.id, slug: event.slug },
      campaignSlug: campaign?.slug ?? "",
      pointIds: places.map((point) => point.id),
      guestIds: guests.map((guest) => guest.id),
      tokens: guests.map((guest) => guest.token),
      organizer,
    };
  });
  const remove = async () => {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, file, ...made, remove };
}

/** A signed-in session of the organizer, as a Cookie header. */
export async function signIn({ organizer }: Province): Promise<string> {
  const token = newToken();
  await transact((tx) =>
    startSession(tx, { userId: organizer.userId, token, device: "bench", oldSessionHash: null, now: new Date() }),
  );
  return sessionCookie(token).split(";")[0] ?? "";
}
