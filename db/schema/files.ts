import { big, id, index, moment, ref, table, text, uniqueIndex } from "../dialect/kit";
import { users } from "./accounts";

/** Bytes under DATA_DIR/files, named by their hash; one file may serve several facts. */
export const files = table(
  "files",
  {
    id: id(),
    sha256: text().notNull(),
    name: text().notNull(), // as the person called it, made harmless
    type: text().notNull(), // sniffed from the bytes, never believed
    size: big().notNull(),
    uploadedBy: ref().references(() => users.id),
    uploadedAt: moment().notNull(),
  },
  (t) => [uniqueIndex("files_sha256_name").on(t.sha256, t.name), index("files_uploaded_by").on(t.uploadedBy)],
);
