import { and, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { campaignDocuments, documents, units } from "#db/schema.server";
import { type Doer, doerMay } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { idOfPress } from "~/web/press";
import { refuse } from "~/web/refuse";
import { fold } from "~/web/text";
import type { Day } from "~/web/time";
import { knownIssuer, numberKey, parseNumber } from "./rules";

export interface DocumentFacts {
  /** As typed; see `parseNumber`. */
  number: string;
  /** In words; "" takes the body that the number's code names. */
  issuer: string;
  issuedOn: Day | "";
  abstract: string;
  signatory: string;
  parentId: string;
  validFrom: Day | "";
  validTo: Day | "";
  url: string;
}

/**
 * Enters a document. The same `press`, sent twice, enters one. Refused: "not-allowed", "bad-number", "taken" (issuer,
 * type, number and year are one document), "no-parent".
 */
export async function registerDocument(
  tx: Tx,
  { press, actor, now, ...facts }: DocumentFacts & { press?: string; actor: Doer; now: Date },
) {
  if (!doerMay(actor, "documents.manage")) return refuse("not-allowed");
  const id = idOfPress(press);
  const [made] = await tx.select({ id: documents.id }).from(documents).where(eq(documents.id, id));
  if (made) return { ok: true, documentId: id } as const;
  const ready = await prepare(tx, facts, null);
  if (!ready.ok) return ready;
  const [row] = await tx
    .insert(documents)
    .values({ id, ...ready.values, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: documents.id });
  if (!row) return refuse("taken");
  await record(tx, {
    actor,
    verb: "document.registered",
    subject: `document:${row.id}`,
    detail: { number: ready.values.number },
    now,
  });
  return { ok: true, documentId: row.id } as const;
}

/** Changes an entry. Refused like `registerDocument`, and "gone", "circle" (a document cannot stand above itself). */
export async function changeDocument(
  tx: Tx,
  { documentId, actor, now, ...facts }: DocumentFacts & { documentId: string; actor: Doer; now: Date },
) {
  if (!doerMay(actor, "documents.manage")) return refuse("not-allowed");
  const [old] = await tx.select().from(documents).where(eq(documents.id, documentId));
  if (!old) return refuse("gone");
  const ready = await prepare(tx, facts, documentId);
  if (!ready.ok) return ready;
  await tx.update(documents).set(ready.values).where(eq(documents.id, documentId));
  const renumbered = old.number !== ready.values.number;
  const detail = { number: renumbered ? `${old.number} → ${ready.values.number}` : old.number };
  await record(tx, { actor, verb: "document.changed", subject: `document:${documentId}`, detail, now });
  return { ok: true, documentId } as const;
}

/** Takes an entry out of the register. Refused: "not-allowed", "gone", "in-use" (a campaign or another document leans on it). */
export async function removeDocument(
  tx: Tx,
  { documentId, actor, now }: { documentId: string; actor: Doer; now: Date },
) {
  if (!doerMay(actor, "documents.manage")) return refuse("not-allowed");
  const [old] = await tx.select().from(documents).where(eq(documents.id, documentId));
  if (!old) return refuse("gone");
  const used =
    (await tx.$count(campaignDocuments, eq(campaignDocuments.documentId, documentId))) +
    (await tx.$count(documents, eq(documents.parentId, documentId)));
  if (used > 0) return refuse("in-use");
  await tx.delete(documents).where(eq(documents.id, documentId));
  await record(tx, {
    actor,
    verb: "document.removed",
    subject: `document:${documentId}`,
    detail: { number: old.number },
    now,
  });
  return { ok: true } as const;
}

async function prepare(tx: Tx, facts: DocumentFacts, ownId: string | null) {
  const parsed = parseNumber(facts.number);
  if (!parsed) return refuse("bad-number");
  const issuer =
    facts.issuer || knownIssuer(parsed.issuerCode) || (await unitNamed(tx, parsed.issuerCode)) || parsed.issuerCode;
  const year = parsed.year ?? (facts.issuedOn ? Number(facts.issuedOn.slice(0, 4)) : null);
  const key = numberKey(parsed.number);
  const [taken] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(
        eq(documents.numberKey, key),
        eq(documents.issuer, issuer),
        // A unique index lets two rows without a year pass.
        year === null ? isNull(documents.year) : eq(documents.year, year),
        ownId ? ne(documents.id, ownId) : undefined,
      ),
    );
  if (taken) return refuse("taken");
  if (facts.parentId) {
    const refusal = await misplaced(tx, facts.parentId, ownId);
    if (refusal) return refuse(refusal);
  }
  const { number, style, serial, type, issuerCode } = parsed;
  const search = fold([number, issuer, facts.abstract, facts.signatory].join(" ")).slice(0, 4000);
  const values = {
    ...{ number, style, serial, type, issuerCode, issuer, year, numberKey: key, search },
    ...{ abstract: facts.abstract, signatory: facts.signatory, url: facts.url },
    issuedOn: facts.issuedOn || null,
    parentId: facts.parentId || null,
    validFrom: facts.validFrom || null,
    validTo: facts.validTo || null,
  };
  return { ok: true, values } as const;
}

async function unitNamed(tx: Tx, code: string): Promise<string | null> {
  if (!code) return null;
  // Units are coded with and without the bar of Đ: HĐND, HDND.
  const codes = [code, code.replace(/Đ/g, "D")];
  const rows = await tx
    .select({ name: units.name })
    .from(units)
    .where(and(or(inArray(units.code, codes), inArray(units.shortName, codes)), isNull(units.activeTo)));
  return rows.length === 1 ? (rows[0]?.name ?? null) : null;
}

async function misplaced(tx: Tx, parentId: string, ownId: string | null) {
  let at: string | null = parentId;
  for (let steps = 0; at && steps < 50; steps += 1) {
    if (at === ownId) return "circle" as const;
    const [above]: { parentId: string | null }[] = await tx
      .select({ parentId: documents.parentId })
      .from(documents)
      .where(eq(documents.id, at));
    if (!above) return "no-parent" as const;
    at = above.parentId;
  }
  return null;
}
