import { Form } from "@remix-run/react";
import { History, Said } from "~/features/audit/components/history";
import { auditWords } from "~/features/audit/messages";
import { campaignWords } from "~/features/campaigns/messages";
import { dayOfCampaign, ownEnd } from "~/features/campaigns/rules";
import { StateBadge } from "~/features/events/components/state-badge";
import { ShortWhen } from "~/features/events/components/when";
import { eventWords } from "~/features/events/messages";
import { Button, ButtonLink } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { EmptyState } from "~/ui/empty-state";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { SelectField } from "~/ui/text-field";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import type { CampaignData } from "./load.server";

/** The events of the campaign, soonest first. */
export function Events({ campaign, events, mayAddEvents }: CampaignData) {
  const t = useWords(campaignWords);
  const words = useWords(eventWords);
  const locale = useLocale();
  const add = mayAddEvents && campaign.state !== "closed" && (
    <ButtonLink href={paths.eventNew(campaign.id)} size="small" icon="add">
      {t.addEvent}
    </ButtonLink>
  );
  return (
    <Panel title={t.events} actions={events.length > 0 && add}>
      {events.length === 0 && (
        <EmptyState title={t.noEvents} level={3} action={add}>
          {t.noEventsAdvice}
        </EmptyState>
      )}
      <ul className="plain-list">
        {events.map((event) => (
          <li key={event.id} className="line-item">
            <span>
              <Link href={paths.event(event.id)}>{inLanguage(event.title, locale)}</Link>
              <span className="soft small block">
                {words.kinds[event.kind]}
                {event.mainPlace && ` · ${event.mainPlace}`}
                {event.pointCount > 1 && ` · ${t.points(formatNumber(event.pointCount - 1, locale))}`}
              </span>
              <span className="small block">
                <ShortWhen event={event} />
              </span>
            </span>
            <StateBadge state={event.state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who leads it, when, and where the public finds it. */
export function Facts({ campaign, previous }: CampaignData) {
  const t = useWords(campaignWords);
  const locale = useLocale();
  return (
    <Panel title={t.facts}>
      <DescriptionList
        items={[
          { term: t.owner, detail: <Link href={paths.unit(campaign.owner.id)}>{campaign.owner.name}</Link> },
          {
            term: t.time,
            detail: campaign.endsOn ? (
              <Ltr>{t.fromTo(formatDay(campaign.startsOn), formatDay(campaign.endsOn))}</Ltr>
            ) : (
              t.from(formatDay(campaign.startsOn))
            ),
          },
          campaign.purpose && {
            term: t.purpose,
            detail: <span className="lines">{inLanguage(campaign.purpose, locale)}</span>,
          },
          previous && {
            term: t.previous,
            detail: <Link href={paths.campaign(previous.id)}>{inLanguage(previous.title, locale)}</Link>,
          },
          {
            term: t.publicPage,
            detail: !campaign.isPublic ? (
              t.publicOff
            ) : campaign.state === "draft" ? (
              t.publicWaits
            ) : (
              <div className="stack gap-2">
                <Link href={paths.publicCampaign(campaign.slug)} plain>
                  {t.openPublic}
                </Link>
                <Link href={paths.campaignFeed(campaign.slug)} plain>
                  {t.feed}
                </Link>
              </div>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** The plan and what it rests on; those who manage the campaign attach and detach here. */
export function Documents({
  campaign,
  documents,
  mayManage,
  errors,
}: CampaignData & { errors: Record<string, string> }) {
  const t = useWords(campaignWords);
  return (
    <Panel title={t.documents} id="documents">
      {campaign.documents.length === 0 && <p className="soft">{t.noDocuments}</p>}
      <Form method="post">
        <ul className="plain-list">
          {campaign.documents.map((one) => (
            <li key={one.id} className="line-item">
              <span>
                <Link href={paths.document(one.id)}>
                  <Ltr>{one.number}</Ltr>
                </Link>{" "}
                <span className="soft small">
                  {t.roles[one.role]}
                  {one.issuedOn && ` · ${formatDay(one.issuedOn)}`}
                </span>
                {one.abstract && <span className="soft small block clamp-2">{one.abstract}</span>}
              </span>
              {mayManage && (
                <Button name="uncite" value={one.id} size="small" variant="quiet" icon="close" iconOnly>
                  {`${t.uncite}: ${one.number}`}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Form>
      {mayManage && (
        <Disclosure summary={t.cite} open={Boolean(errors.documentId)}>
          <Form method="post" className="stack gap-3">
            <SelectField
              name="documentId"
              label={t.pickDocument}
              placeholder={t.pickDocument}
              choices={documents}
              error={errors.documentId ? t.errors[errors.documentId] : undefined}
            />
            <SelectField
              name="role"
              label={t.role}
              width="s"
              defaultValue={campaign.documents.some((one) => one.role === "plan") ? "basis" : "plan"}
              choices={(["plan", "basis"] as const).map((role) => ({ value: role, label: t.roles[role] }))}
            />
            <div className="cluster">
              <Button size="small">{t.cite}</Button>
              <Link
                href={`${paths.documentNew}?back=${encodeURIComponent(paths.campaign(campaign.id))}`}
                className="small"
              >
                {t.registerNew}
              </Link>
            </div>
          </Form>
        </Disclosure>
      )}
    </Panel>
  );
}

/** Units that began on a day of their own, and which day it is there. */
export function Starts({ campaign, today, mayManage }: CampaignData) {
  const t = useWords(campaignWords);
  const locale = useLocale();
  const where = (startsOn: string) => {
    const day = dayOfCampaign(campaign, today, startsOn);
    if (day) return t.dayOf(formatNumber(day.n, locale), formatNumber(day.of, locale));
    return today < startsOn
      ? t.notBegun
      : (ownEnd(campaign, startsOn) ?? today) < today
        ? t.finished
        : t.from(formatDay(startsOn));
  };
  return (
    <Panel
      title={t.units}
      actions={
        mayManage && (
          <Link href={paths.campaignUnits(campaign.id)} className="small">
            {t.editUnits}
          </Link>
        )
      }
    >
      {campaign.starts.length === 0 && <p className="soft">{t.unitsNone}</p>}
      <ul className="plain-list">
        {campaign.starts.map((one) => (
          <li key={one.unitId} className="line-item">
            <Link href={paths.unit(one.unitId)}>{one.name}</Link>
            <span className="soft small numeric">
              {formatDay(one.startsOn)} · {where(one.startsOn)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who did what to the campaign, the newest first. */
export function Acts({ history }: Pick<CampaignData, "history">) {
  const { verbs } = useWords(campaignWords);
  const { history: title } = useWords(auditWords);
  return (
    <Panel title={title} flush>
      <History
        entries={history}
        say={({ verb, detail }) => <Said verb={verbs[verb] ?? verb} more={[detail.title, detail.unit]} />}
      />
    </Panel>
  );
}
