import { eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { awardRounds, nominations } from "#db/schema.server";
import { lastByAddress } from "~/features/outbox/reads.server";
import { topicOf } from "~/features/outbox/rules";
import { findPanel, type Panel } from "../conflicts/reads.server";
import { contactsOf, memberReader, type UnitContact, unreachedUnits } from "../contacts.reads.server";
import type { AwardReader } from "../letters.server";
import { isWithUnit } from "../nominations/rules";
import { judgedIn, leftToScore } from "../scoring/reads.server";
import type { AskingMatter } from "./reminders.rules";

/** Somebody whom a round would write to now. */
export interface AskedReader extends AwardReader {
  /** For which units; of a member the own one. */
  units: string[];
  /** Dossiers not handed in, or not scored; 1 where the letter counts nothing. */
  count: number;
  /** When this round last wrote to this address about the same matter; null: never. */
  hadAt: Date | null;
}

/** A unit or a member whom no letter reaches, and who stands for it. */
export interface Unheard {
  name: string;
  people: string[];
}

export interface Asked {
  readers: AskedReader[];
  unheard: Unheard[];
}

interface Asking {
  roundId: string;
  now: Date;
  /** Of whom it is shown to: dossiers that a conflict closes to them are not counted. Left out: a letter is made. */
  sees?: (nominationId: string) => boolean;
  /** The round's at `now`, where it has been read already. */
  panel?: Panel;
}

/** Whom a round asks about a matter as things stand at `now`, one entry an address, and who would not hear of it. */
export async function askedBy(db: Reader, { matter, ...asking }: Asking & { matter: AskingMatter }): Promise<Asked> {
  const { found, unheard } =
    matter === "score" ? await membersAsked(db, asking) : await unitsAsked(db, { matter, ...asking });
  const had = await lastByAddress(db, { topic: topicOf.awards(asking.roundId), kind: `award-${matter}` });
  const byAddress = new Map<string, AskedReader>();
  for (const { reader, count } of found) {
    const known = byAddress.get(reader.email);
    const units = [...(known?.units ?? []), ...(reader.unitName ? [reader.unitName] : [])];
    byAddress.set(reader.email, {
      ...(known ?? { ...reader, hadAt: had.get(reader.email) ?? null }),
      ...{ units, unitName: units.join(", ") || undefined },
      count: matter === "call" || matter === "silent" ? 1 : count + (known?.count ?? 0),
    });
  }
  return { readers: [...byAddress.values()], unheard };
}

type Found = { reader: AwardReader; count: number }[];

async function unitsAsked(
  db: Reader,
  { roundId, matter, now, sees = () => true }: Asking & { matter: Exclude<AskingMatter, "score"> },
): Promise<{ found: Found; unheard: Unheard[] }> {
  const rows = await db
    .select({ id: nominations.id, unitId: nominations.unitId, state: nominations.state })
    .from(nominations)
    .where(eq(nominations.roundId, roundId));
  const begun = new Set(rows.map(({ unitId }) => unitId));
  const open = new Map<string, number>();
  for (const { id, unitId, state } of rows)
    if (isWithUnit(state) && sees(id)) open.set(unitId, (open.get(unitId) ?? 0) + 1);
  const asked = ({ unitId }: Pick<UnitContact, "unitId">) =>
    matter === "call" || (matter === "silent" ? !begun.has(unitId) : open.has(unitId));
  const contacts = await contactsOf(db, { now });
  const unheard = (await unreachedUnits(db, { now, contacts })).filter(asked);
  return {
    found: contacts.filter(asked).map((reader) => ({ reader, count: open.get(reader.unitId) ?? 0 })),
    unheard: unheard.map(({ unitName, people }) => ({ name: unitName, people })),
  };
}

/** The members who have dossiers left to score; conflicts count in nothing. */
async function membersAsked(
  db: Reader,
  { sees = () => true, ...asking }: Asking,
): Promise<{ found: Found; unheard: Unheard[] }> {
  const panel = asking.panel ?? (await findPanel(db, asking));
  if (!panel) return { found: [], unheard: [] };
  const ids = judgedIn({ panel }).filter(sees);
  const left = await leftToScore(db, { panel, nominationIds: ids });
  const found: Found = [];
  const unheard: Unheard[] = [];
  for (const seat of panel.seats) {
    const count = left.get(seat.memberId)?.length ?? 0;
    const reader = count > 0 ? await memberReader(db, seat) : null;
    if (reader?.closed) unheard.push({ name: reader.name, people: [] });
    else if (reader) found.push({ reader, count });
  }
  return { found, unheard };
}

/** Rounds that are called and run, by id: the clock looks at these. */
export async function roundsRunning(db: Reader): Promise<string[]> {
  const rows = await db.select({ id: awardRounds.id }).from(awardRounds).where(eq(awardRounds.state, "published"));
  return rows.map(({ id }) => id);
}
