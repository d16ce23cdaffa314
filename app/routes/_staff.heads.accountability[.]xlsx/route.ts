import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { answeredTasks, headTerms } from "~/features/tasks/counts/heads.reads.server";
import { answersByHead } from "~/features/tasks/counts/heads.rules";
import { countWords } from "~/features/tasks/counts/messages";
import { unitNames } from "~/features/tasks/counts/reads.server";
import { accountabilitySheet } from "~/features/tasks/counts/sheets.rules";
import { findPlan } from "~/features/tasks/plan.reads.server";
import { todayAt } from "~/features/tasks/reads.server";
import { download, forbidden, notFound, spreadsheetType } from "~/web/http.server";
import { dirOf, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { writeWorkbook } from "~/web/sheet.server";

/** What each head answers for in a year, counted; a year that is over is shown as it stood on its last day. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  if (!may(actor, "everything.read") && !may(actor, "tasks.manage")) throw forbidden();
  const now = new Date();
  const today = await todayAt(read, now);
  const asked = new URL(request.url).searchParams.get("year") ?? today.slice(0, 4);
  if (!/^20\d\d$/.test(asked)) throw notFound();
  const year = Number(asked);
  const plan = await findPlan(read, { actor, now, on: `${year}-12-31` < today ? `${year}-12-31` : undefined });
  const tasks = await answeredTasks(read, plan);
  const heads = answersByHead({ tasks, terms: await headTerms(read), year, today: plan.today });
  const names = new Map(
    (
      await unitNames(
        read,
        heads.flatMap(({ unitId }) => unitId ?? []),
      )
    ).map((u) => [u.id, u.name]),
  );
  const locale = localeOf(request);
  const t = wordsFor(countWords, locale);
  const rows = heads.map((head) => ({ ...head, unit: (head.unitId && names.get(head.unitId)) || t.noUnit }));
  const sheet = accountabilitySheet({ rows, year, t, rtl: dirOf(locale) === "rtl" });
  const file = await writeWorkbook({ sheets: [sheet] });
  return download(file, `${t.sheet.accountabilityFile}-${year}.xlsx`, spreadsheetType);
}
