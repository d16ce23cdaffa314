import { type ListQuery, listAddress } from "~/features/participants/guests/query.rules";
import { inviteWords } from "~/features/participants/invitation/messages";
import type { Preview } from "~/features/participants/invitation/preview.reads.server";
import type { Exclusion } from "~/features/participants/invitation/rules";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

// Where the whole of a group can be read, when only its beginning is shown.
const filters: Partial<Record<Exclusion, Partial<ListQuery>>> = {
  "no-address": { mail: "none" },
  bounced: { mail: "bounced" },
  "not-invited": { category: "not-invited" },
  "already-invited": { category: "silent" },
  "sent-substitute": { category: "substitute" },
};

/** Who gets a letter, and who does not, by reason. */
export function Audience({ eventId, preview }: { eventId: string; preview: Preview }) {
  const t = useWords(inviteWords);
  const locale = useLocale();
  const { letters, names, excluded } = preview;
  const left = excluded.reduce((sum, { people }) => sum + people, 0);
  return (
    <div className="grid gap-6">
      <Section title={t.gets(letters)}>
        {letters > 0 && (
          <Disclosure summary={names.slice(0, 3).join(", ") + (letters > 3 ? "…" : "")}>
            <ul className="plain-list gap-1">
              {names.map((name, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: namesakes are not rare
                <li key={n}>
                  <bdi>{name}</bdi>
                </li>
              ))}
              {letters > names.length && <li className="soft">{t.andMore(letters - names.length)}</li>}
            </ul>
          </Disclosure>
        )}
      </Section>
      {left > 0 && (
        <Section title={t.getsNot(left)}>
          <div className="stack gap-2">
            {excluded.map(({ reason, people, guests }) => (
              <Disclosure key={reason} summary={`${t.reasons[reason]}: ${formatNumber(people, locale)}`}>
                {t.advice[reason] && <p className="soft small">{t.advice[reason]}</p>}
                <ul className="plain-list gap-1">
                  {guests.map((guest) => (
                    <li key={guest.id}>
                      <Link href={paths.guest(eventId, guest.id)}>
                        <bdi>{guest.fullName}</bdi>
                      </Link>
                      {reason === "bounced" && guest.bounceReason && (
                        <span className="soft small block">{guest.bounceReason}</span>
                      )}
                    </li>
                  ))}
                  {people > guests.length && (
                    <li className="soft">
                      {t.andMore(people - guests.length)}{" "}
                      {filters[reason] && (
                        <Link href={`${paths.guests(eventId)}${listAddress(filters[reason])}`}>{t.showAll}</Link>
                      )}
                    </li>
                  )}
                </ul>
              </Disclosure>
            ))}
          </div>
        </Section>
      )}
    </div>
  );
}
