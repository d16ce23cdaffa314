import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { EventWhen, spanText } from "~/features/events/components/when";
import { eventWords } from "~/features/events/messages";
import { findPublicEvent } from "~/features/events/public/reads.server";
import { agendaClock } from "~/features/events/rules";
import { ButtonLink } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { Disclosure, GuestPage } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Ltr } from "~/ui/text";
import { notFound } from "~/web/http.server";
import { languageLinks } from "~/web/language-links";
import { inLanguage, languageOf, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { clockOf } from "~/web/time";
import { titleOf } from "~/web/title";
import { useAddress } from "~/web/use-address";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf<(typeof eventWords)["vi"], { event: { title: Localized } }>(
  eventWords,
  (t, data, locale) => (data ? inLanguage(data.event.title, locale) : t.event),
);
export const headers = () => ({ "X-Robots-Tag": "all" });

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await findPublicEvent(read, { slug: params.slug ?? "" });
  if (!found) throw notFound();
  const { event, points, agenda, chairs, moves } = found;
  const {
    slug,
    kind,
    state,
    title,
    description,
    startsAt,
    endsAt,
    zone,
    dateOpen,
    contactName,
    contactPhone,
    contactEmail,
  } = event;
  return {
    event: { slug, kind, state, title, description, startsAt, endsAt, zone, dateOpen },
    host: event.hostUnit.name,
    contact: [contactName, contactPhone, contactEmail].filter(Boolean),
    main: points.find((point) => point.isMain) ?? points[0] ?? null,
    linked: points.filter((point, at) => !point.isMain && (at > 0 || points.length > 1)),
    agenda,
    chairs,
    move: moves[0] ?? null,
  };
}

export default function PublicEvent() {
  const { event, host, contact, main, linked, agenda, chairs } = useLoaderData<typeof loader>();
  const t = useWords(eventWords);
  const g = t.guestPage;
  const locale = useLocale();
  const { path, query } = useAddress();
  const { zone, state } = event;
  const isOff = state === "cancelled" || event.dateOpen;
  return (
    <GuestPage
      organizer={host}
      kicker={t.kinds[event.kind]}
      title={<span lang={languageOf(event.title, locale)}>{inLanguage(event.title, locale)}</span>}
      lead={
        event.description && (
          <p dir="auto" lang={languageOf(event.description, locale)}>
            {inLanguage(event.description, locale)}
          </p>
        )
      }
      languagesLabel={g.languages}
      languages={languageLinks(path + query, locale)}
      privacy={g.privacy}
    >
      <Change />
      <DescriptionList
        layout="invitation"
        items={[
          {
            icon: "event",
            term: t.when,
            detail: state === "cancelled" ? <s>{spanText(event, locale)}</s> : <EventWhen event={event} />,
          },
          {
            icon: "point",
            term: t.where,
            detail: main ? (
              <>
                {main.name}
                {main.address && <p dir="auto">{main.address}</p>}
                {main.way && <p dir="auto">{main.way}</p>}
              </>
            ) : (
              g.noPlace
            ),
          },
          chairs.length > 0 && {
            icon: "person",
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
          { icon: "unit", term: g.invites, detail: host },
          contact.length > 0 && {
            icon: "phone",
            term: t.contact,
            detail: contact.map((one, at) => (
              <span key={one}>
                {at > 0 && " · "}
                <bdi>{one}</bdi>
              </span>
            )),
          },
        ]}
      />
      {agenda.length > 0 && (
        <section>
          <h2>{t.agenda}</h2>
          <table style={{ borderSpacing: "1rem 0.25rem", marginInline: "-1rem" }}>
            <tbody style={{ verticalAlign: "top" }}>
              {agendaClock(agenda, event.startsAt).map((item) => (
                <tr key={item.id}>
                  <td className="numeric soft">
                    <Ltr>{clockOf(item.from, zone)}</Ltr>
                  </td>
                  <td>
                    <bdi>{item.title}</bdi>
                    {item.speaker && <div className="soft small">{item.speaker}</div>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {linked.length > 0 && <LinkedPoints points={linked} />}
      {!isOff && state !== "finished" && (
        <ButtonLink plain href={paths.eventCalendar(event.slug)} icon="calendar-add" size="large" wide>
          {g.addToCalendar}
        </ButtonLink>
      )}
    </GuestPage>
  );
}

// The page stays small for the slowest phone: many points are told by name only, very many in part.
const [mostListed, mostNamed] = [25, 100];

function LinkedPoints({ points }: { points: { id: string; name: string; address: string }[] }) {
  const t = useWords(eventWords);
  const g = t.guestPage;
  const rest = points.length - mostNamed;
  const names = points.slice(0, mostNamed).map((point) => point.name);
  if (rest > 0) names.push(g.placesRest(rest));
  return (
    <Disclosure summary={g.placesMore(points.length)}>
      {points.length <= mostListed ? (
        <ul style={{ paddingInlineStart: "1.25rem" }}>
          {points.map((point) => (
            <li key={point.id}>
              {point.name}
              {point.address && <span className="soft">, {point.address}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p>{names.join(" · ")}</p>
      )}
    </Disclosure>
  );
}

/** Above everything else: that the event is off, has moved, or is over. The old date stays in sight. */
function Change() {
  const { event, move } = useLoaderData<typeof loader>();
  const t = useWords(eventWords);
  const g = t.guestPage;
  const locale = useLocale();
  const { zone } = event;
  const reason = move && (
    <p>
      {t.reason}: <bdi>{move.reason}</bdi>
    </p>
  );
  const was = move && spanText({ startsAt: move.fromStartsAt, endsAt: move.fromEndsAt, zone }, locale);
  if (event.state === "cancelled")
    return (
      <Notice tone="danger" title={g.cancelled}>
        {g.cancelledText}
      </Notice>
    );
  if (event.dateOpen)
    return (
      <Notice tone="warning" title={g.postponed}>
        {g.postponedText(spanText(event, locale))}
        {reason}
      </Notice>
    );
  if (event.state === "finished") return <Notice title={g.finished} />;
  if (!was) return null;
  return (
    <Notice tone="warning" title={g.moved}>
      {g.movedText(was, spanText(event, locale))}
      {reason}
    </Notice>
  );
}
