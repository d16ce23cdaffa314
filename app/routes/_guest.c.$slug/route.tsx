import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { standingInWords } from "~/features/campaigns/components/standing";
import { campaignWords } from "~/features/campaigns/messages";
import { findPublicCampaign } from "~/features/campaigns/reads.server";
import { phaseOn } from "~/features/campaigns/rules";
import { spanText } from "~/features/events/components/when";
import { eventsOfCampaignPublic } from "~/features/events/public/reads.server";
import { ButtonLink } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { GuestPage } from "~/ui/guest-page";
import { Ltr } from "~/ui/text";
import { notFound } from "~/web/http.server";
import { languageLinks } from "~/web/language-links";
import { inLanguage, languageOf, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { dayOf, formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useAddress } from "~/web/use-address";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf<(typeof campaignWords)["vi"], { title: Localized }>(campaignWords, (t, data, locale) =>
  data ? inLanguage(data.title, locale) : t.title,
);
export const headers = () => ({ "X-Robots-Tag": "all" });

export async function loader({ params }: LoaderFunctionArgs) {
  const campaign = await findPublicCampaign(read, { slug: params.slug ?? "" });
  if (!campaign) throw notFound();
  const { slug, kind, state, title, theme, secondTheme, purpose, startsOn, endsOn, anchorOn, owner } = campaign;
  const events = await eventsOfCampaignPublic(read, { campaignId: campaign.id });
  return {
    ...{ slug, kind, state, title, theme, secondTheme, purpose, startsOn, endsOn, anchorOn },
    owner: owner.name,
    today: dayOf(new Date(), zoneOf()),
    phases: campaign.phases.map(({ id, title, startsOn, endsOn }) => ({ id, title, startsOn, endsOn })),
    events: events.slice(0, 20).map(({ slug, title, state, startsAt, endsAt, zone, dateOpen, mainPlace }) => ({
      ...{ slug, title, state, startsAt, endsAt, zone, dateOpen, mainPlace },
    })),
  };
}

export default function PublicCampaign() {
  const { phases, events, ...campaign } = useLoaderData<typeof loader>();
  const t = useWords(campaignWords);
  const locale = useLocale();
  const { path, query } = useAddress();
  const g = t.public;
  const say = (text: Localized) => <span lang={languageOf(text, locale)}>{inLanguage(text, locale)}</span>;
  const current = campaign.state === "running" ? phaseOn(phases, campaign.today) : null;
  return (
    <GuestPage
      organizer={campaign.owner}
      kicker={t.kinds[campaign.kind]}
      title={say(campaign.title)}
      lead={
        <>
          {campaign.theme ? (
            <p>
              {t.theme}: <strong>{say(campaign.theme)}</strong>
            </p>
          ) : (
            campaign.kind === "national-day" && <p>{t.themeWaits}</p>
          )}
          {campaign.secondTheme && (
            <p>
              {t.secondTheme}: {say(campaign.secondTheme)}
            </p>
          )}
        </>
      }
      languagesLabel={g.languages}
      languages={languageLinks(path + query, locale)}
    >
      <DescriptionList
        layout="invitation"
        items={[
          {
            icon: "event",
            term: t.time,
            detail: (
              <>
                {campaign.endsOn ? (
                  <Ltr>{t.fromTo(formatDay(campaign.startsOn), formatDay(campaign.endsOn))}</Ltr>
                ) : (
                  t.from(formatDay(campaign.startsOn))
                )}
                <p>{campaign.state === "closed" ? g.over : standingInWords(campaign, campaign.today, t, locale)}</p>
              </>
            ),
          },
          { icon: "unit", term: g.by, detail: campaign.owner },
        ]}
      />
      {campaign.purpose && <p className="lines">{say(campaign.purpose)}</p>}
      <section>
        <h2>{g.events}</h2>
        {events.length === 0 && <p>{g.noEvents}</p>}
        <ul className="guest-list">
          {events.map((event) => (
            <li key={event.slug}>
              <a href={paths.publicEvent(event.slug)}>{say(event.title)}</a>
              <p className="soft small">
                {event.state === "cancelled" ? g.cancelled : event.dateOpen ? g.postponed : spanText(event, locale)}
                {event.mainPlace && event.state !== "cancelled" && ` · ${event.mainPlace}`}
              </p>
            </li>
          ))}
        </ul>
        {campaign.state !== "closed" && (
          <p>
            <ButtonLink href={paths.campaignFeed(campaign.slug)} icon="calendar-add" plain>
              {g.subscribe}
            </ButtonLink>
            <span className="soft small block">{g.subscribeHint}</span>
          </p>
        )}
      </section>
      {phases.length > 0 && (
        <section>
          <h2>{t.phases}</h2>
          <ol className="guest-list">
            {phases.map((phase) => (
              <li key={phase.id} aria-current={phase.id === current?.id ? "step" : undefined}>
                {phase.id === current?.id ? <strong>{say(phase.title)}</strong> : say(phase.title)}
                <p className="soft small">
                  {phase.endsOn ? (
                    <Ltr>{t.fromTo(formatDay(phase.startsOn), formatDay(phase.endsOn))}</Ltr>
                  ) : (
                    t.from(formatDay(phase.startsOn))
                  )}
                  {phase.id === current?.id && ` · ${t.now}`}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {campaign.kind === "national-day" && (
        <section>
          <h2>{g.whyTitle}</h2>
          <p>{g.why}</p>
        </section>
      )}
    </GuestPage>
  );
}
