import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor } from "~/features/events/reads.server";
import { heldSheet } from "~/features/participants/list/held.rules";
import { listWords } from "~/features/participants/list/messages";
import { findImport, planOf } from "~/features/participants/list/reads.server";
import { mayKeepGuest } from "~/features/participants/rules";
import { download, notFound, spreadsheetType } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { writeWorkbook } from "~/web/sheet.server";

/** The rows that could not be taken over, to be mended and handed in again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event || !mayKeepGuest(actor, { hostPath: event.hostUnit.path, unitPath: null })) throw notFound();
  const kept = await findImport(read, { importId: params.importId ?? "", eventId: event.id, actor });
  if (!kept) throw notFound();
  const locale = localeOf(request);
  const t = wordsFor(listWords, locale);
  const sheet = heldSheet({ plan: await planOf(read, kept), rows: kept.rows, t, rtl: locale === "ar" });
  const name = kept.fileName.replace(/\.[a-z]{2,4}$/i, "").slice(0, 80);
  return download(await writeWorkbook({ sheets: [sheet] }), `${name}-${t.heldName}.xlsx`, spreadsheetType);
}
