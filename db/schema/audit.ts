import { id, index, json, moment, ref, table, text } from "../dialect/kit";

/** Who did what to what, when: one row for each act of a person, never changed. */
export const auditLog = table(
  "audit_log",
  {
    id: id(),
    at: moment().notNull(),
    actorId: ref(), // null: a guest or the clock
    actorName: text().notNull(),
    verb: text().notNull(), // "event.postponed"
    subject: text().notNull(), // "event:<id>"
    detail: json<Record<string, string | number | boolean | null>>().notNull(),
  },
  (t) => [index("audit_log_subject").on(t.subject, t.at), index("audit_log_at").on(t.at)],
);
