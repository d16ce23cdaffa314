import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import {
  awardCategories,
  awardRounds,
  lateExceptions,
  nominationFiles,
  nominations,
  nominationTexts,
  roundPhases,
  units,
} from "#db/schema.server";
import { type Actor, may, reachOf } from "~/features/accounts/rules";
import { paths } from "~/web/paths";
import { type AwardMatter, type AwardTodo, earliest } from "../todos.rules";
import { hasReached } from "../rounds/phases.rules";
import { handInUntil } from "./in-time.rules";
import { isWhole, lacksOf, withUnit } from "./rules";

interface Unfinished {
  nomination: typeof nominations.$inferSelect;
  category: typeof awardCategories.$inferSelect;
  round: typeof awardRounds.$inferSelect;
  unitPath: string;
}

/**
 * The dossiers of the actor's own units that wait for them: returned, whole and not signed, signed and not handed in, or
 * begun; of what can be handed in no more only what came back, as long as the council has not begun to vote: it is let in
 * late, or withdrawn. Units below an own one have people of their own to see to it.
 */
export async function unitTodos(db: Reader, { actor, now }: { actor: Actor; now: Date }): Promise<AwardTodo[]> {
  const reach = reachOf(actor, "awards.nominate");
  if (reach.all || reach.paths.length === 0) return [];
  const rows = await db
    .select({ nomination: nominations, category: awardCategories, round: awardRounds, unitPath: units.path })
    .from(nominations)
    .innerJoin(awardRounds, eq(awardRounds.id, nominations.roundId))
    .innerJoin(awardCategories, eq(awardCategories.id, nominations.categoryId))
    .innerJoin(units, eq(units.id, nominations.unitId))
    .where(
      and(
        eq(awardRounds.state, "published"),
        inArray(nominations.state, [...withUnit]),
        inArray(units.path, reach.paths),
      ),
    );
  if (rows.length === 0) return [];
  const timeOf = await timesOf(db, rows, now);
  const whole = await wholeAmong(db, rows);
  const waiting = new Map<string, { row: Unfinished; matter: AwardMatter; until: Date | null }[]>();
  for (const row of rows) {
    const { until, votes } = timeOf(row);
    const out = until === undefined;
    if (out && (votes || row.nomination.state !== "returned")) continue;
    const toSign = whole.has(row.nomination.id) && may(actor, "awards.sign", row.unitPath);
    const matter = out ? "too-late" : matterOf(row, toSign);
    const key = `${row.round.id} ${matter}`;
    waiting.set(key, [...(waiting.get(key) ?? []), { row, matter, until: until ?? null }]);
  }
  return [...waiting.values()].flatMap((those) => {
    const [first] = those;
    if (!first) return [];
    const { id: roundId, title } = first.row.round;
    const states = new Set(those.map(({ row }) => row.nomination.state));
    const list = states.size === 1 ? `?${new URLSearchParams({ state: [...states][0] ?? "" })}` : "";
    return {
      ...{ matter: first.matter, roundId, round: title, count: those.length },
      path: those.length === 1 ? paths.nomination(first.row.nomination.id) : `${paths.nominations(roundId)}${list}`,
      until: earliest(those.map(({ until }) => until)),
    };
  });
}

function matterOf({ nomination: { state } }: Unfinished, toSign: boolean): AwardMatter {
  if (state === "signed") return "to-hand-in";
  // Why it came back is read before it is signed again.
  if (state === "returned") return "returned";
  return toSign ? "to-sign" : "drafts";
}

/** Until when each can be handed in, see `handInUntil`, and whether its council has come to vote. */
async function timesOf(db: Reader, rows: readonly Unfinished[], now: Date) {
  const roundIds = [...new Set(rows.map(({ round }) => round.id))];
  const phases = await db.select().from(roundPhases).where(inArray(roundPhases.roundId, roundIds));
  const exceptions = await db.select().from(lateExceptions).where(inArray(lateExceptions.roundId, roundIds));
  return ({ nomination, round }: Unfinished) => {
    const own = phases.filter(({ roundId }) => roundId === round.id);
    const late = exceptions.flatMap(({ roundId, unitId, until }) =>
      roundId === round.id && unitId === nomination.unitId ? [until] : [],
    );
    const until = handInUntil(own, late, { again: nomination.submittedAt !== null, now });
    return { until, votes: hasReached(own, "vote", now) };
  };
}

/** Those that lack nothing but the signature. */
async function wholeAmong(db: Reader, rows: readonly Unfinished[]): Promise<Set<string>> {
  const ids = rows.map(({ nomination }) => nomination.id);
  const texts = await db.select().from(nominationTexts).where(inArray(nominationTexts.nominationId, ids));
  const files = await db
    .select({ nominationId: nominationFiles.nominationId, kind: nominationFiles.kind })
    .from(nominationFiles)
    .where(and(inArray(nominationFiles.nominationId, ids), isNull(nominationFiles.removedAt)));
  const whole = rows.filter(({ nomination, category }) => {
    const own = <T extends { nominationId: string }>(all: readonly T[]) =>
      all.filter(({ nominationId }) => nominationId === nomination.id);
    const dossier = {
      state: nomination.state,
      texts: new Map(own(texts).map(({ field, text }) => [field, text])),
      files: own(files).map(({ kind }) => kind),
    };
    return isWhole(lacksOf(dossier, category.requiredFiles));
  });
  return new Set(whole.map(({ nomination }) => nomination.id));
}
