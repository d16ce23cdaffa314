import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor, pointsOf } from "~/features/events/reads.server";
import { sheetsOf } from "~/features/participants/guests/book.rules";
import { guestWords } from "~/features/participants/guests/messages";
import { listGuests } from "~/features/participants/guests/reads.server";
import { seesGuests, seesWholeList } from "~/features/participants/guests/sight.reads.server";
import { tallyGuests } from "~/features/participants/guests/tally.reads.server";
import { noCounts } from "~/features/participants/rules";
import { download, notFound, spreadsheetType } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { writeWorkbook } from "~/web/sheet.server";
import { compareVi } from "~/web/text";

/** The list of an event as a workbook, as far as this person may see it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event || !seesGuests(actor, event.hostUnit.path)) throw notFound();
  const asked = { eventId: event.id, actor };
  const tally = await tallyGuests(read, asked);
  const whole = seesWholeList(actor, event.hostUnit.path);
  const points = (await pointsOf(read, asked))
    .filter(({ id }) => whole || tally.byPoint.has(id))
    .map(({ id, name }) => ({ id, name, counts: tally.byPoint.get(id) ?? noCounts }));
  const locale = localeOf(request);
  const t = wordsFor(guestWords, locale);
  const units = tally.byUnit.sort((a, b) => compareVi(a.name, b.name));
  const sheets = sheetsOf({
    title: inLanguage(event.title, locale),
    guests: await listGuests(read, asked),
    points,
    units,
    t,
    locale,
  });
  const file = await writeWorkbook({ sheets, zone: event.zone });
  return download(file, `${t.book.file}-${event.slug}.xlsx`, spreadsheetType);
}
