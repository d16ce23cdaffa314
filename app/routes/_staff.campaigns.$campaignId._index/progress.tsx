import { Form } from "@remix-run/react";
import { MilestoneNote } from "~/features/campaigns/components/milestone-note";
import { standingInWords } from "~/features/campaigns/components/standing";
import { campaignWords } from "~/features/campaigns/messages";
import { dayOfCampaign, offsetName, phaseOn } from "~/features/campaigns/rules";
import { Button } from "~/ui/button";
import { Counter, Stat, Stats } from "~/ui/counter";
import { Disclosure } from "~/ui/guest-page";
import { Panel } from "~/ui/page";
import { ProgressDots } from "~/ui/progress";
import { Ltr, Time } from "~/ui/text";
import { Timeline } from "~/ui/timeline";
import { formatNumber } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import type { CampaignData } from "./load.server";

const atOnce = 5;

/** Where the campaign is today: phase, day n of N, milestones done. */
export function Standing({ campaign, today }: CampaignData) {
  const t = useWords(campaignWords);
  const locale = useLocale();
  const phase = phaseOn(campaign.phases, today);
  const day = campaign.state === "closed" ? null : dayOfCampaign(campaign, today);
  const done = campaign.milestones.filter((one) => one.doneOn).length;
  const inWords = standingInWords(campaign, today, t, locale);
  return (
    <div className="stack">
      <Stats label={t.state}>
        {campaign.state !== "closed" && <Stat label={t.now} value={inWords} />}
        {campaign.phases.length > 0 && (
          <Stat
            label={t.phaseNow}
            value={phase ? inLanguage(phase.title, locale) : t.noPhaseNow}
            note={
              phase &&
              (phase.endsOn ? (
                <Ltr>{t.fromTo(formatDay(phase.startsOn), formatDay(phase.endsOn))}</Ltr>
              ) : (
                t.from(formatDay(phase.startsOn))
              ))
            }
          />
        )}
        {campaign.milestones.length > 0 && (
          <Stat
            label={t.milestonesDone}
            value={<Counter done={done} total={campaign.milestones.length} digits="none" />}
          />
        )}
      </Stats>
      {day && day.of <= 64 && (
        <ProgressDots
          hideLabel
          done={day.n}
          total={day.of}
          label={t.dayOf(formatNumber(day.n, locale), formatNumber(day.of, locale))}
        />
      )}
    </div>
  );
}

const titlesOf = (campaign: CampaignData["campaign"]): Record<string, Localized> =>
  Object.fromEntries(campaign.milestones.map((one) => [one.id, one.title]));

/** The next things to do, with a button each. */
export function NextMilestones({ campaign, today, warnings, mayManage }: CampaignData) {
  const t = useWords(campaignWords);
  const locale = useLocale();
  const open = campaign.milestones.filter((one) => !one.doneOn);
  const done = campaign.milestones.filter((one) => one.doneOn);
  const titles = titlesOf(campaign);
  return (
    <Panel title={t.next}>
      {open.length === 0 && <p className="soft">{t.nothingNext}</p>}
      <Form method="post">
        <ul className="plain-list">
          {open.slice(0, atOnce).map((one) => (
            <li key={one.id} className="line-item">
              <span>
                <strong className="block">{inLanguage(one.title, locale)}</strong>
                <span className="cluster gap-2 small">
                  <Time at={one.dueOn}>{formatDay(one.dueOn)}</Time>
                  {one.offsetDays !== null && campaign.kind === "national-day" && (
                    <span className="soft">
                      <Ltr>{offsetName(one.offsetDays)}</Ltr>
                    </span>
                  )}
                  <MilestoneNote milestone={one} warning={warnings[one.id]} today={today} titles={titles} />
                </span>
              </span>
              {mayManage && (
                <Button
                  name="done"
                  value={one.id}
                  size="small"
                  icon="check"
                  aria-label={`${t.done}: ${inLanguage(one.title, locale)}`}
                >
                  {t.done}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Form>
      {open.length > atOnce && (
        <p className="small">
          <a href="#roadmap">{t.allNext(formatNumber(open.length - atOnce, locale))}</a>
        </p>
      )}
      {done.length > 0 && (
        <Disclosure summary={t.doneCount(formatNumber(done.length, locale))}>
          <Form method="post">
            <ul className="plain-list">
              {done.map((one) => (
                <li key={one.id} className="line-item small">
                  <span>
                    {inLanguage(one.title, locale)}{" "}
                    <MilestoneNote milestone={one} warning={undefined} today={today} titles={titles} />
                  </span>
                  {mayManage && (
                    <Button
                      name="undo"
                      value={one.id}
                      size="small"
                      variant="quiet"
                      aria-label={`${t.undo}: ${inLanguage(one.title, locale)}`}
                    >
                      {t.undo}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </Form>
        </Disclosure>
      )}
    </Panel>
  );
}

/** All phases and milestones on one line of time. */
export function Roadmap({ campaign, today, warnings }: CampaignData) {
  const t = useWords(campaignWords);
  const locale = useLocale();
  if (campaign.phases.length + campaign.milestones.length === 0) return null;
  const titles = titlesOf(campaign);
  const days = [
    campaign.startsOn,
    campaign.endsOn ?? today,
    ...campaign.milestones.map((one) => one.dueOn),
    ...campaign.phases.flatMap((one) => [one.startsOn, one.endsOn ?? one.startsOn]),
  ].sort();
  const [from, to] = [days[0] ?? today, days.at(-1) ?? today];
  return (
    <Panel title={t.roadmap} id="roadmap">
      <Timeline
        label={t.roadmap}
        from={from}
        to={to}
        today={campaign.state === "closed" ? undefined : today}
        formatDay={formatDay}
        phases={campaign.phases.map((one) => ({
          id: one.id,
          label: inLanguage(one.title, locale),
          from: one.startsOn,
          to: one.endsOn ?? to,
        }))}
        milestones={campaign.milestones.map((one) => ({
          id: one.id,
          day: one.dueOn,
          sign: one.offsetDays !== null && campaign.kind === "national-day" ? offsetName(one.offsetDays) : undefined,
          done: one.doneOn !== null,
          label: (
            <>
              {inLanguage(one.title, locale)}
              {(warnings[one.id]?.kind ?? "late") !== "late" && (
                <span className="block">
                  <MilestoneNote milestone={one} warning={warnings[one.id]} today={today} titles={titles} />
                </span>
              )}
            </>
          ),
        }))}
      />
    </Panel>
  );
}
