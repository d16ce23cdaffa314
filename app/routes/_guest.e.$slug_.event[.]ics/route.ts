import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { eventCalendarFile } from "~/features/events/public/reads.server";
import { calendarResponse } from "~/web/calendar.server";
import { env } from "~/web/env.server";
import { notFound } from "~/web/http.server";
import { localeOf } from "~/web/locale.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const file = await eventCalendarFile(read, { slug, locale: localeOf(request), origin: env().publicOrigin });
  if (!file) throw notFound();
  return calendarResponse(request, file, `${slug}.ics`);
}
