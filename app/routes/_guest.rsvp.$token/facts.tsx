import { agendaClock } from "~/features/events/rules";
import { answerWords } from "~/features/participants/answer/messages";
import { DescriptionList } from "~/ui/description-list";
import { Disclosure } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Ltr, Time } from "~/ui/text";
import type { Locale } from "~/web/i18n";
import { showPhone } from "~/web/phone";
import { clockOf, dayOf, defaultZone, formatLongDay, zoneName } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import type { Reply } from "./route";

/** To whom the invitation is addressed: the whole name, never split, and the position. */
export function Greeting({ guest }: { guest: { fullName: string; position: string; organization: string } }) {
  const t = useWords(answerWords);
  const { fullName, position, organization } = guest;
  return (
    <>
      {`${t.dear} `}
      <b>
        <bdi>{fullName}</bdi>
      </b>
      {position && (
        <>
          <br />
          <bdi className="soft">
            {[position, position.includes(organization) ? "" : organization].filter(Boolean).join(", ")}
          </bdi>
        </>
      )}
    </>
  );
}

interface Span {
  startsAt: Date;
  endsAt: Date;
}

const comma = (locale: Locale) => (locale === "ar" ? "،" : ",");

/** Weekday, date and hours; the hours from the left in every script. */
function When({ span: { startsAt, endsAt }, zone }: { span: Span; zone: string }) {
  const locale = useLocale();
  const day = (at: Date) => `${formatLongDay(dayOf(at, zone), locale)}${comma(locale)} `;
  const [from, to] = [clockOf(startsAt, zone), clockOf(endsAt, zone)];
  const oneDay = dayOf(startsAt, zone) === dayOf(endsAt, zone);
  return (
    <Time at={startsAt}>
      {day(startsAt)}
      <Ltr>{oneDay ? `${from} – ${to}` : from}</Ltr>
      {!oneDay && (
        <>
          {` – ${day(endsAt)}`}
          <Ltr>{to}</Ltr>
        </>
      )}
    </Time>
  );
}

/** A moment inside a sentence, "17:00, Thứ Sáu, 19/09/2025", kept together where the sentence reads from the right. */
export function momentText(at: Date, zone: string, locale: Locale): string {
  const isolated = (text: string) => (locale === "ar" ? `\u2066${text}\u2069` : text);
  return `${isolated(clockOf(at, zone))}${comma(locale)} ${formatLongDay(dayOf(at, zone), locale)}`;
}

/** When, where, who: the card itself. */
export function Facts({ page, brief = false }: { page: Reply; brief?: boolean }) {
  const { event, point, host, was, principal, isStandIn } = page;
  const t = useWords(answerWords);
  const zone = zoneName(event.startsAt, event.zone);
  return (
    <DescriptionList
      layout="invitation"
      items={[
        {
          icon: "event",
          term: t.when,
          detail: event.dateOpen ? (
            t.newDateToCome
          ) : (
            <>
              <When span={event} zone={event.zone} />
              <p className="soft">{event.zone === defaultZone ? t.vietNamTime(zone) : `${event.zone}, ${zone}`}</p>
            </>
          ),
        },
        was && {
          term: t.was,
          detail: (
            <del>
              <When span={was} zone={event.zone} />
            </del>
          ),
        },
        { icon: "point", term: point.isMain ? t.mainPoint : t.point, detail: <Place point={point} brief={brief} /> },
        !brief && { icon: "unit", term: t.host, detail: <bdi>{host}</bdi> },
        isStandIn && principal && { icon: "substitute", term: t.inPlaceOf, detail: <Person {...principal} /> },
      ]}
    />
  );
}

const Person = ({ name, position }: { name: string; position: string }) => (
  <>
    <bdi>{name}</bdi>
    {position && (
      <p className="soft">
        <bdi>{position}</bdi>
      </p>
    )}
  </>
);

function Place({ point, brief }: { point: Reply["point"]; brief: boolean }) {
  const t = useWords(answerWords);
  const link = /^https?:\/\//.test(point.meetingUrl);
  return (
    <>
      <bdi>{point.name}</bdi>
      {point.address && (
        <p>
          <bdi>{point.address}</bdi>
        </p>
      )}
      {!brief && point.way && (
        <p className="soft">
          <bdi>{point.way}</bdi>
        </p>
      )}
      {!brief && point.meetingUrl && (
        <p>
          {link ? (
            <a href={point.meetingUrl} rel="noreferrer">
              {t.meeting}
            </a>
          ) : (
            <bdi>{point.meetingUrl}</bdi>
          )}
        </p>
      )}
    </>
  );
}

/** Who chairs and what is on the agenda: for those who read on. */
export function MoreFacts({ page: { chairs, agenda, event } }: { page: Reply }) {
  const t = useWords(answerWords);
  if (chairs.length === 0 && agenda.length === 0) return null;
  return (
    <Disclosure summary={[agenda.length > 0 && t.agenda, chairs.length > 0 && t.chair].filter(Boolean).join(" · ")}>
      {chairs.length > 0 && (
        <DescriptionList
          items={[
            {
              term: t.chair,
              detail: chairs.map(({ name, position }) => <Person key={name} name={name} position={position} />),
            },
          ]}
        />
      )}
      {agenda.length > 0 && !event.dateOpen && (
        <ol className="rsvp-agenda">
          {agendaClock(agenda, event.startsAt).map(({ title, from }) => (
            <li key={from.toISOString() + title}>
              <Ltr>{clockOf(from, event.zone)}</Ltr>
              <bdi>{title}</bdi>
            </li>
          ))}
        </ol>
      )}
    </Disclosure>
  );
}

/** Whom to call or write to. */
export function Contact({ name, phone, email }: { name: string; phone: string; email: string }) {
  const mark = comma(useLocale());
  return (
    <>
      <bdi>{name}</bdi>
      {phone && (
        <>
          {`${mark} `}
          <a className="nowrap" href={`tel:${phone.replace(/[^\d+]/g, "")}`}>
            <Ltr>{showPhone(phone)}</Ltr>
          </a>
        </>
      )}
      {email && (
        <>
          {`${mark} `}
          <a href={`mailto:${email}`}>
            <Ltr>{email}</Ltr>
          </a>
        </>
      )}
    </>
  );
}

/** Why nothing can be answered, or that the day is another one; nothing while all is as it was told. */
export function StageNotice({ page }: { page: Reply }) {
  const { stage, guest, contact, was, movedAt, event } = page;
  const t = useWords(answerWords);
  if (stage === "open") {
    if (!was || guest.answer === "none" || event.dateOpen) return null;
    // Whoever answered after the move has answered for the new day: nothing is left to reconsider.
    if (movedAt && guest.answeredAt && guest.answeredAt > movedAt) return null;
    return (
      <Notice tone="warning" title={t.moved}>
        {t.movedText}
      </Notice>
    );
  }
  if (stage === "draft") return null;
  const text = stage === "closed" && guest.answer === "none" ? t.stageTexts.closedSilent : t.stageTexts[stage];
  const call = stage === "closed" || stage === "cancelled" || stage === "started";
  return (
    <Notice tone={stage === "cancelled" || stage === "postponed" ? "warning" : "info"} title={t.stages[stage]}>
      {text}
      {call && (
        <>
          <br />
          <Contact {...contact} />
        </>
      )}
    </Notice>
  );
}
