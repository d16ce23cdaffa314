import { isMailAddress } from "./address";
import { isWebAddress } from "~/web/web-address";
import type { Page } from "./blocks";
import { bare, cleanLine, cut, fact, headerName, ltr } from "./clean";
import type { Contact, LetterProps } from "./facts";
import type { Letter } from "./letter";
import { paper, type Sheet } from "./paper";
import { type Foot, plainFoot, plainPage } from "./plain";
import type { Locale } from "~/web/i18n";
import { frameWords, greeting, youOf } from "./words";

interface More {
  calendar?: Letter["calendar"];
  /** Where the reader stops letters of this kind (RFC 8058): in the foot and in the header. */
  stopUrl?: string | null;
}

/** Puts one letter together: the same page as paper and as plain text, in the reader's language. */
export function compose(
  props: LetterProps,
  write: (locale: Locale, you: string) => Page,
  { calendar, stopUrl }: More = {},
): Letter {
  const { to, contact } = props;
  const first = sheetOf(props, to.locale, write, stopUrl);
  const other = props.alsoIn && props.alsoIn !== to.locale ? props.alsoIn : null;
  const second = other && { ...sheetOf(props, other, write, null), label: frameWords[other]("").sameLetter };
  const text = [
    plainPage(first.page, first.greeting, to.locale),
    second &&
      `${"-".repeat(72)}\n${second.label}\n\n${plainPage(withoutButtons(second.page), second.greeting, second.locale)}`,
    plainFoot(first.foot, to.locale),
  ];
  const replyTo = contact?.email && isMailAddress(contact.email) ? contact.email : null;
  return {
    to: { name: cleanLine(to.name, 200), address: to.address },
    ...(replyTo && { replyTo: { name: headerName(contact?.name ?? ""), address: replyTo } }),
    subject: cut(bare(cleanLine(first.page.subject)), 180),
    html: paper(first, second),
    text: `${text.filter(Boolean).join("\n\n")}\n`,
    ...(calendar && { calendar }),
    headers: {
      "Content-Language": to.locale,
      ...(isWebAddress(stopUrl) && {
        "List-Unsubscribe": `<${stopUrl}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
  };
}

const withoutButtons = (page: Page): Page => ({ ...page, blocks: page.blocks.filter(({ kind }) => kind !== "button") });

function sheetOf(
  { to, office, contact }: LetterProps,
  locale: Locale,
  write: (locale: Locale, you: string) => Page,
  stopUrl: string | null | undefined,
): Sheet {
  const you = youOf(to);
  const t = frameWords[locale](you);
  const page = write(locale, you);
  const foot: Foot = {
    closing: t.closing,
    office: fact(office),
    contact: contact ? contactLine(contact, locale) : null,
    because: page.because,
    automatic: t.automatic(fact(office)),
    stop: isWebAddress(stopUrl) ? { label: t.stop, href: stopUrl } : null,
  };
  const unit = to.unit?.trim() ? [fact(to.unit, 200)] : [];
  return { locale, page, greeting: [greeting(to, locale), ...unit], foot };
}

function contactLine({ name, phone, email }: Contact, locale: Locale): string {
  const t = frameWords[locale]("");
  const parts = [fact(name), phone?.trim() && `${t.phone} ${ltr(phone)}`, email?.trim() && `${t.mail} ${ltr(email)}`];
  return `${t.contact}: ${parts.filter(Boolean).join(locale === "ar" ? "، " : ", ")}`;
}
