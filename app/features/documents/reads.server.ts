import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { campaignDocuments, documents } from "#db/schema.server";
import { hasWords } from "~/features/units/reads.server";
import { type DocumentStyle, documentsPerPage } from "./rules";

export type DocumentRow = typeof documents.$inferSelect;
export interface Document extends DocumentRow {
  parent: DocumentRow | null;
  /** Documents issued to carry this one out, the newest first. */
  children: DocumentRow[];
}

/** A document with what stands above and below it, or null. */
export async function findDocument(db: Reader, { documentId }: { documentId: string }): Promise<Document | null> {
  const [row] = await db.select().from(documents).where(eq(documents.id, documentId));
  if (!row) return null;
  const [parent] = row.parentId ? await db.select().from(documents).where(eq(documents.id, row.parentId)) : [];
  const children = await db
    .select()
    .from(documents)
    .where(eq(documents.parentId, row.id))
    .orderBy(desc(documents.issuedOn), asc(documents.numberKey));
  return { ...row, parent: parent ?? null, children };
}

interface Filter {
  /** A number in any spelling, words of the abstract, an issuer; with or without diacritics. */
  term?: string;
  style?: DocumentStyle;
  year?: number;
  /** From 1. */
  page?: number;
}

/** One page of the register, the newest first, with how many campaigns cite each document. */
export async function listDocuments(db: Reader, { term, style, year, page = 1 }: Filter) {
  const where: SQL | undefined = and(
    hasWords(documents.search, term),
    style ? eq(documents.style, style) : undefined,
    year ? eq(documents.year, year) : undefined,
  );
  const total = await db.$count(documents, where);
  const rows = await db
    .select()
    .from(documents)
    .where(where)
    .orderBy(
      sql`case when ${documents.issuedOn} is null then 0 else 1 end`,
      desc(documents.issuedOn),
      desc(documents.id),
    )
    .limit(documentsPerPage)
    .offset((page - 1) * documentsPerPage);
  const cited = await timesCited(
    db,
    rows.map((row) => row.id),
  );
  return { total, rows: rows.map((row) => ({ ...row, cited: cited.get(row.id) ?? 0 })) };
}

async function timesCited(db: Reader, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: campaignDocuments.documentId, times: count() })
    .from(campaignDocuments)
    .where(inArray(campaignDocuments.documentId, ids))
    .groupBy(campaignDocuments.documentId);
  return new Map(rows.map((row) => [row.id, row.times]));
}

/** The years the register holds, the newest first. */
export async function documentYears(db: Reader): Promise<number[]> {
  const rows = await db.selectDistinct({ year: documents.year }).from(documents);
  return rows.flatMap((row) => row.year ?? []).sort((a, b) => b - a);
}

/** Documents for the search across nouns. */
export async function searchDocuments(
  db: Reader,
  { term, limit }: { term: string; limit: number },
): Promise<DocumentRow[]> {
  const words = hasWords(documents.search, term);
  if (!words) return [];
  return await db
    .select()
    .from(documents)
    .where(words)
    .orderBy(desc(documents.issuedOn), asc(documents.numberKey))
    .limit(limit);
}

export interface DocumentOption {
  value: string;
  label: string;
}

/** The register for a select: number and the beginning of the abstract, the newest first. */
export async function documentOptions(db: Reader): Promise<DocumentOption[]> {
  const rows = await db
    .select({ id: documents.id, number: documents.number, abstract: documents.abstract })
    .from(documents)
    .orderBy(desc(documents.issuedOn), asc(documents.numberKey))
    .limit(2000);
  return rows.map(({ id, number, abstract }) => ({
    value: id,
    label: abstract ? `${number} · ${abstract.length > 80 ? `${abstract.slice(0, 78)}…` : abstract}` : number,
  }));
}
