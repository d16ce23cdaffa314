import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { countWords } from "~/features/tasks/counts/messages";
import { paperAsked } from "~/features/tasks/counts/paper.reads.server";
import { taskSheets } from "~/features/tasks/counts/task-sheets.rules";
import { taskWords } from "~/features/tasks/messages";
import { download, spreadsheetType } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { writeWorkbook } from "~/web/sheet.server";

/** The tasks that an address asks for as a workbook, as far as this person may see them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const locale = localeOf(request);
  const { searchParams: params } = new URL(request.url);
  const { plan, tasks, named } = await paperAsked(read, { actor, params, now: new Date(), locale });
  const [words, t] = [wordsFor(taskWords, locale), wordsFor(countWords, locale)];
  const title = [t.sheet.tasks, named].filter(Boolean).join(" · ");
  const file = await writeWorkbook({ sheets: taskSheets({ plan, tasks, title, words, t, locale }) });
  return download(file, `${t.sheet.file}-${plan.today}.xlsx`, spreadsheetType);
}
