import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { campaignCalendarFile } from "~/features/events/public/reads.server";
import { calendarResponse } from "~/web/calendar.server";
import { env } from "~/web/env.server";
import { notFound } from "~/web/http.server";
import { localeOf } from "~/web/locale.server";
import { zoneOf } from "~/web/zone.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const slug = params.slug ?? "";
  const asked = { slug, locale: localeOf(request), origin: env().publicOrigin, zone: zoneOf() };
  const file = await campaignCalendarFile(read, asked);
  if (!file) throw notFound();
  return calendarResponse(request, file, `${slug}.ics`);
}
