import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { calendarFile } from "~/features/participants/answer/calendar.letters.server";
import { findReply } from "~/features/participants/answer/reads.server";
import { download, seeOther } from "~/web/http.server";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";

/** The guest's own calendar file: the same event as in the letters, so that no second one stands beside it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { token = "" } = params;
  const reply = await findReply(read, { token, now: new Date() });
  if (!reply) return seeOther(paths.rsvp(encodeURIComponent(token)));
  const locale = localeOf(request, reply.guest.locale);
  const name = `${inLanguage(reply.event.title, locale).slice(0, 80)}.ics`;
  return download(calendarFile(reply, { token, locale }), name, "text/calendar; charset=utf-8; method=PUBLISH");
}
