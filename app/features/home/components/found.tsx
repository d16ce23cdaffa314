import { Fragment, type ReactNode } from "react";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatDay, formatMoment } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import { homeWords } from "../messages";
import type { searchEverything } from "../reads.server";

type Everything = Awaited<ReturnType<typeof searchEverything>>;

interface Hit {
  key: string;
  href: string;
  name: ReactNode;
  note?: ReactNode;
}

/** What was found, by kind; kinds without a hit are left out. */
export function Found({ found }: { found: Everything }) {
  const t = useWords(homeWords);
  const locale = useLocale();
  const join = (...parts: (string | null | undefined | false)[]) => <Pieces parts={parts.filter((part) => !!part)} />;
  return (
    <>
      <Group
        title={t.groups.events}
        hits={found.events.map((event) => ({
          key: event.id,
          href: paths.event(event.id),
          name: inLanguage(event.title, locale),
          note: <Ltr>{formatMoment(event.startsAt, event.zone)}</Ltr>,
        }))}
      />
      <Group
        title={t.groups.tasks}
        hits={found.tasks.map(({ id, code, title, lead }) => ({
          key: id,
          href: paths.task(id),
          name: title,
          note: join(code, lead),
        }))}
      />
      <Group
        title={t.groups.difficulties}
        hits={found.difficulties.map(({ id, title, proposer }) => ({
          key: id,
          href: paths.difficulty(id),
          name: title,
          note: proposer,
        }))}
      />
      <Group
        title={t.groups.guests}
        hits={found.guests.map((guest) => ({
          key: guest.id,
          href: paths.guest(guest.eventId, guest.id),
          name: guest.fullName,
          note: join(guest.position, guest.organization, inLanguage(guest.eventTitle, locale)),
        }))}
      />
      <Group
        title={t.groups.campaigns}
        hits={found.campaigns.map((campaign) => ({
          key: campaign.id,
          href: paths.campaign(campaign.id),
          name: inLanguage(campaign.title, locale),
          note: <Ltr>{formatDay(campaign.startsOn)}</Ltr>,
        }))}
      />
      <Group
        title={t.groups.awards}
        hits={found.awards.map((round) => ({
          key: round.id,
          href: paths.award(round.id),
          name: inLanguage(round.title, locale),
          note: round.owner,
        }))}
      />
      <Group
        title={t.groups.units}
        hits={found.units.map((unit) => ({
          key: unit.id,
          href: paths.unit(unit.id),
          name: unit.name,
          note: join(unit.parentName, unit.activeTo && t.closedUnit),
        }))}
      />
      <Group
        title={t.groups.documents}
        hits={found.documents.map((document) => ({
          key: document.id,
          href: paths.document(document.id),
          name: <Ltr>{document.number}</Ltr>,
          note: document.abstract,
        }))}
      />
      <Group
        title={t.groups.accounts}
        hits={found.accounts.map((account) => ({
          key: account.id,
          href: paths.accountOf(account.id),
          name: account.name,
          note: join(account.position, account.email),
        }))}
      />
    </>
  );
}

/** Facts side by side, each in its own direction. */
const Pieces = ({ parts }: { parts: unknown[] }) =>
  parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
    <Fragment key={index}>
      {index > 0 && " · "}
      <bdi>{String(part)}</bdi>
    </Fragment>
  ));

function Group({ title, hits }: { title: string; hits: Hit[] }) {
  if (hits.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="stack gap-3" style={{ listStyle: "none" }}>
        {hits.map(({ key, href, name, note }) => (
          <li key={key}>
            <Link href={href}>{name}</Link>
            {note && <div className="soft small">{note}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
