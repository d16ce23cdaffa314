import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { listWords } from "~/features/participants/list/messages";
import { heldSheet } from "~/features/tasks/import/held.rules";
import { taskImportWords } from "~/features/tasks/import/messages";
import { findTaskImport, planOf } from "~/features/tasks/import/reads.server";
import { download, notFound, spreadsheetType } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { writeWorkbook } from "~/web/sheet.server";

/** The rows that could not be taken over, under their groups, to be mended and handed in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "tasks.manage");
  const kept = await findTaskImport(read, { importId: params.importId ?? "", actor });
  if (!kept) throw notFound();
  const locale = localeOf(request);
  const words = wordsFor(listWords, locale);
  const sheet = heldSheet({
    ...{ plan: await planOf(read, kept), rows: kept.rows, mapping: kept.mapping, rtl: locale === "ar" },
    words: {
      ...{ name: words.heldSheet, why: words.heldWhy, row: words.heldRow },
      sentences: wordsFor(taskImportWords, locale),
    },
  });
  const name = kept.fileName.replace(/\.[a-z]{2,4}$/i, "").slice(0, 80);
  return download(await writeWorkbook({ sheets: [sheet] }), `${name}-${words.heldName}.xlsx`, spreadsheetType);
}
