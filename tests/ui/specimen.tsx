import { renderToStaticMarkup } from "react-dom/server";
import type { UiLocale } from "~/ui/words";
import { CampaignPage } from "./specimens/campaign";
import { EventPage } from "./specimens/event";
import { FormPage } from "./specimens/form";
import { Frame } from "./specimens/frame";
import { Invitation, InvitationInArabic, Ticket } from "./specimens/guests";

export const specimens = {
  event: (locale: UiLocale) => (
    <Frame locale={locale}>
      <EventPage />
    </Frame>
  ),
  campaign: (locale: UiLocale) => (
    <Frame locale={locale}>
      <CampaignPage />
    </Frame>
  ),
  form: (locale: UiLocale) => (
    <Frame locale={locale}>
      <FormPage />
    </Frame>
  ),
  invitation: () => <Invitation />,
  "invitation-ar": () => <InvitationInArabic />,
  ticket: () => <Ticket />,
};

export type SpecimenName = keyof typeof specimens;

/** A whole HTML page of one specimen; `css` is the address of a style sheet. */
export function specimenPage(
  name: SpecimenName,
  { locale = "vi", theme = "light", css = "" }: { locale?: UiLocale; theme?: string; css?: string } = {},
) {
  const dir = locale === "ar" ? "rtl" : "ltr";
  const body = renderToStaticMarkup(specimens[name](locale));
  return `<!doctype html><html lang="${locale}" dir="${dir}" data-theme="${theme}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${name}</title><link rel="stylesheet" href="${css}"></head><body>${body}</body></html>`;
}
