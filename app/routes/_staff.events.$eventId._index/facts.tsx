import { EventWhen, At } from "~/features/events/components/when";
import { eventWords } from "~/features/events/messages";
import type { EventFacts } from "~/features/events/reads.server";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  event: Pick<
    EventFacts,
    | "id"
    | "kind"
    | "description"
    | "startsAt"
    | "endsAt"
    | "zone"
    | "dateOpen"
    | "replyBy"
    | "campaign"
    | "hostUnit"
    | "invitationNumber"
    | "composition"
    | "note"
    | "contactName"
    | "contactPhone"
    | "contactEmail"
  >;
  main: { name: string; address: string } | null;
  pointCount: number;
  seats: number | null;
  chairs: { id: string; fullName: string; position: string }[];
  parent: { id: string; title: Localized } | null;
  followOns: { id: string; title: Localized; startsAt: Date; zone: string }[];
}

/** What is known of an event, by name. */
export function Facts({ event, main, pointCount, seats, chairs, parent, followOns }: Props) {
  const t = useWords(eventWords);
  const locale = useLocale();
  const { campaign, contactName, contactPhone, contactEmail } = event;
  const linked = pointCount - (main ? 1 : 0);
  return (
    <Section title={t.about}>
      {event.description && (
        <p className="prose" dir="auto">
          {inLanguage(event.description, locale)}
        </p>
      )}
      <DescriptionList
        items={[
          { term: t.when, detail: <EventWhen event={event} /> },
          {
            term: t.where,
            detail: (
              <>
                <div>
                  {main ? [main.name, main.address].filter(Boolean).join(", ") : <span className="soft">{t.none}</span>}
                </div>
                {linked > 0 && (
                  <Link href={paths.eventPoints(event.id)}>
                    {t.linkedPoints(linked)}
                    {seats !== null && ` · ${t.seats(seats)}`}
                  </Link>
                )}
              </>
            ),
          },
          chairs.length > 0 && {
            term: t.chairs,
            detail: chairs.map((chair) => (
              <div key={chair.id}>
                <bdi>
                  {chair.fullName}
                  {chair.position && <span className="soft">, {chair.position}</span>}
                </bdi>
              </div>
            )),
          },
          event.replyBy && { term: t.replyBy, detail: <At at={event.replyBy} zone={event.zone} /> },
          { term: t.kind, detail: t.kinds[event.kind] },
          { term: t.host, detail: event.hostUnit.name },
          campaign && {
            term: t.campaign,
            detail: <Link href={paths.campaign(campaign.id)}>{inLanguage(campaign.title, locale)}</Link>,
          },
          parent && {
            term: t.follows,
            detail: <Link href={paths.event(parent.id)}>{inLanguage(parent.title, locale)}</Link>,
          },
          followOns.length > 0 && {
            term: t.followedBy,
            detail: followOns.map((one) => (
              <div key={one.id}>
                <Link href={paths.event(one.id)}>{inLanguage(one.title, locale)}</Link>{" "}
                <span className="soft">
                  <At at={one.startsAt} zone={one.zone} />
                </span>
              </div>
            )),
          },
          event.invitationNumber && { term: t.invitationNumber, detail: <Ltr>{event.invitationNumber}</Ltr> },
          event.composition && {
            term: t.composition,
            detail: (
              <div className="lines" dir="auto">
                {event.composition}
              </div>
            ),
          },
          event.note && {
            term: t.note,
            detail: (
              <div className="lines" dir="auto">
                {event.note}
              </div>
            ),
          },
          (contactName || contactPhone || contactEmail) && {
            term: t.contact,
            detail: [contactName, contactPhone, contactEmail].filter(Boolean).map((one, at) => (
              <span key={one}>
                {at > 0 && " · "}
                <bdi className={one === contactPhone ? "nowrap" : undefined}>{one}</bdi>
              </span>
            )),
          },
        ].map((item) => item || null)}
      />
    </Section>
  );
}
