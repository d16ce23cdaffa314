import { createHash } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { declaredConflicts } from "#db/schema.server";
import { compareVi } from "~/web/text";
import { namesOf } from "../nominations/names.reads.server";
import type { Panel, Seat } from "./reads.server";
import { competes } from "./rules";

/** What a member declared, with the reasons, and what an organizer pinned. */
export async function pinnedOf(db: Reader, { memberId }: { memberId: string }) {
  const rows = await db
    .select()
    .from(declaredConflicts)
    .where(and(eq(declaredConflicts.memberId, memberId), isNull(declaredConflicts.withdrawnAt)));
  return {
    own: new Map(rows.flatMap((row) => (row.source === "member" ? [[row.nominationId, row.reason] as const] : []))),
    organizer: new Set(rows.flatMap((row) => (row.source === "organizer" ? [row.nominationId] : []))),
  };
}

/** One nominee of one unit, with whom a member can declare a conflict; all dossiers about them together. */
export interface DeclarationLine {
  /** Made of the names alone, so that no dossier's address or number can be told from it. */
  key: string;
  nominationIds: string[];
  nomineeName: string;
  unitName: string;
  /** As it was declared; null: not. */
  reason: string | null;
  /** Declared of a blind dossier: only an organizer can lift it, or the number that comes back would tell the name. */
  kept: boolean;
}

/**
 * What a member may declare, by unit and nominee in Vietnamese order. Dossiers that the organization's graph or an
 * organizer closes are not there. `blind`: the categories that are judged without names.
 */
export async function declarationOf(
  db: Reader,
  { panel, seat, blind }: { panel: Panel; seat: Seat; blind: ReadonlySet<string> },
): Promise<DeclarationLine[]> {
  const { own, organizer } = await pinnedOf(db, seat);
  const shown = panel.dossiers.filter(({ nominationId, state }) => {
    const reason = panel.conflict(seat.memberId, nominationId);
    return competes(state) && (reason === null || (reason === "declared" && !organizer.has(nominationId)));
  });
  const lines = new Map<string, DeclarationLine>();
  for (const name of (await namesOf(db, { ids: shown.map(({ nominationId }) => nominationId) })).values()) {
    const { id, categoryId, nomineeName, unitName } = name;
    const key = createHash("sha256").update(`${unitName}\n${nomineeName}`).digest("hex").slice(0, 24);
    const line = lines.get(key) ?? { key, nominationIds: [], nomineeName, unitName, reason: null, kept: false };
    line.nominationIds.push(id);
    line.reason ??= own.get(id) ?? null;
    line.kept ||= own.has(id) && blind.has(categoryId);
    lines.set(key, line);
  }
  return [...lines.values()].sort(
    (a, b) => compareVi(a.unitName, b.unitName) || compareVi(a.nomineeName, b.nomineeName),
  );
}
