import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { planAsked } from "~/features/tasks/counts/asked.reads.server";
import { countWords } from "~/features/tasks/counts/messages";
import { leadUnits } from "~/features/tasks/counts/reads.server";
import { inactiveDaysAsked, rankUnits, unitSortAsked } from "~/features/tasks/counts/rules";
import { unitSheet } from "~/features/tasks/counts/sheets.rules";
import { download, spreadsheetType } from "~/web/http.server";
import { dirOf, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { writeWorkbook } from "~/web/sheet.server";

/** The ranked lead units as a workbook. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const params = new URL(request.url).searchParams;
  const { plan } = await planAsked(read, { actor, params, now: new Date() });
  const units = await leadUnits(read, { plan, days: inactiveDaysAsked(params) });
  const locale = localeOf(request);
  const t = wordsFor(countWords, locale);
  const sheet = unitSheet({ units: rankUnits(units, unitSortAsked(params)), t, rtl: dirOf(locale) === "rtl" });
  return download(await writeWorkbook({ sheets: [sheet] }), `${t.sheet.unitsFile}-${plan.today}.xlsx`, spreadsheetType);
}
