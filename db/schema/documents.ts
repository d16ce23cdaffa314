import { type AnyColumn, day, id, index, int, moment, oneOf, ref, table, text, uniqueIndex } from "../dialect/kit";

export const documentStyles = ["state", "party", "law", "letter"] as const;

/** The register of governing documents. Numbers restart every year for each issuer and type. */
export const documents = table(
  "documents",
  {
    id: id(),
    number: text().notNull(), // as printed: "634/KH-UBND", "09-NQ/TU"
    style: oneOf(documentStyles).notNull(),
    serial: int(),
    type: text().notNull().default(""), // "KH", "QĐ", "NQ"
    issuerCode: text().notNull().default(""), // "UBND", "TU", "TTg"
    issuer: text().notNull().default(""), // in words
    year: int(),
    issuedOn: day(),
    abstract: text().notNull().default(""),
    signatory: text().notNull().default(""),
    parentId: ref().references((): AnyColumn => documents.id),
    validFrom: day(),
    validTo: day(),
    url: text().notNull().default(""),
    numberKey: text().notNull(), // folded, "QD" as "QĐ"
    search: text().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [uniqueIndex("documents_number").on(t.numberKey, t.issuer, t.year), index("documents_parent").on(t.parentId)],
);
