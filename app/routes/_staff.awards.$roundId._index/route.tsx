import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { historyOf } from "~/features/audit/reads.server";
import { weightSum } from "~/features/awards/categories/rules";
import { CalendarLine } from "~/features/awards/components/calendar-line";
import { RoundStatus } from "~/features/awards/components/round-looks";
import { RoundTabs } from "~/features/awards/components/round-tabs";
import { parseReason } from "~/features/awards/forms";
import { awardWords } from "~/features/awards/messages";
import { phaseAt } from "~/features/awards/rounds/phases.rules";
import { linksFor } from "~/features/awards/rounds/links.reads.server";
import { membersOf } from "~/features/awards/rounds/reads.server";
import { askedBy } from "~/features/awards/rounds/reminders.reads.server";
import { type AskingMatter, askingMatters, isLeftInPeace, notNow } from "~/features/awards/rounds/reminders.rules";
import { hasEnded, lacksOf } from "~/features/awards/rounds/rules";
import { roundToSee } from "~/features/awards/rounds/gate.server";
import { cancelRound, closeRound, publishRound } from "~/features/awards/rounds/writes.server";
import { sightOf, statesIn } from "~/features/awards/sight.reads.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";
import { Categories } from "./categories";
import { Council } from "./council";
import { NextSteps } from "./next-steps";
import { RestsOn } from "./rests-on";
import { RunRound } from "./run-round";
import { ToPublish } from "./to-publish";

export const meta = titleOf<(typeof awardWords)["vi"], { round: { title: Localized } }>(
  awardWords,
  (t, loaded, locale) => (loaded ? inLanguage(loaded.round.title, locale) : t.title),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, round, access } = await roundToSee(request, params.roundId);
  const now = new Date();
  const sight = access.manages ? await sightOf(read, { actor, roundId: round.id, now }) : null;
  const { id, title, purpose, state, phases, categories, owner } = round;
  const members = await membersOf(read, { roundId: id });
  const counts = sight ? statesIn(sight) : null;
  const running = state === "published";
  const asks = access.manages ? askingMatters.filter((matter) => notNow(matter, round, now) === null) : [];
  const zone = zoneOf();
  const waiting: { matter: AskingMatter; count: number }[] = [];
  for (const matter of asks) {
    const { readers } = await askedBy(read, { roundId: id, matter, now, sees: sight?.sees, panel: sight?.panel });
    const due = readers.filter(({ hadAt }) => !isLeftInPeace(matter, hadAt, { now, zone }));
    waiting.push({ matter, count: due.length });
  }
  const history = state === "cancelled" ? await historyOf(read, { subject: `award-round:${id}` }) : [];
  const why = history.find(({ verb }) => verb === "award-round.cancelled")?.detail.reason;
  const open = [...(counts?.values() ?? [])].map(
    ({ submitted = 0, received = 0, qualified = 0 }) => submitted + received + qualified,
  );
  const called = state === "draft" && access.manages ? await askedBy(read, { roundId: id, matter: "call", now }) : null;
  return {
    called: called?.readers.length ?? 0,
    undecided: open.reduce((all, some) => all + some, 0),
    calledOff: why ? String(why) : null,
    ...{ access, now, phase: running ? phaseAt(phases, now) : null },
    round: { id, title, purpose, state, owner: owner.name, phases, year: round.year },
    restsOn: { ...(await linksFor(read, { actor, round })), eligibility: round.eligibility },
    categories: categories.map(({ criteria, ...category }) => ({
      ...{ id: category.id, title: category.title, forms: category.forms, quota: category.quota },
      ...{ thresholdPercent: category.thresholdPercent, overHalf: category.overHalf, voteBase: category.voteBase },
      criteria: criteria.map(({ id: criterionId, title: said, weight }) => ({ id: criterionId, title: said, weight })),
      counts: counts?.get(category.id) ?? {},
    })),
    members: members.map(({ id: memberId, name, title: said, role, unitName, declaredAt }) => ({
      ...{ id: memberId, name, title: said, role, unitName, declared: declaredAt !== null },
    })),
    mine: members.find((member) => member.id === access.seatId)?.declaredAt !== null,
    lacks: access.manages && state === "draft" ? lacksOf({ ...round, members }) : [],
    unweighted: categories.find(({ criteria }) => weightSum(criteria) !== 100)?.id ?? null,
    waiting: waiting.filter(({ count }) => count > 0),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToSee(request, params.roundId);
  const body = await request.formData();
  const act = { roundId: round.id, actor, now: new Date() };
  const t = wordsFor(awardWords, localeOf(request));
  const what = String(body.get("do"));
  const back = (said: string) => seeOther(paths.award(round.id), [flash(said)]);
  const refuse = (reason: string, field = "form") => data(fieldError(body, field, reason), 409);
  if (what === "publish") {
    const done = await transactWhole((tx) => publishRound(tx, act));
    return done.ok ? back(t.said.published(String(done.letters))) : refuse(done.reason);
  }
  if (what === "close") {
    const done = await transactWhole((tx) => closeRound(tx, act));
    return done.ok ? back(t.said.closed) : refuse(done.reason);
  }
  if (what === "call-off") {
    const form = parseReason(body);
    if (!form.ok) return data(form, 422);
    const done = await transactWhole((tx) => cancelRound(tx, { ...act, ...form.value }));
    return done.ok ? back(t.said.cancelled) : refuse(done.reason, "reason");
  }
  return refuse("not-allowed");
}

/** One round: where it stands, what is next for this person, its categories and its council. */
export default function RoundPage() {
  const {
    round,
    access,
    phase,
    now,
    categories,
    members,
    lacks,
    unweighted,
    mine,
    waiting,
    restsOn,
    calledOff,
    undecided,
    called,
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const { id, state } = round;
  const ended = hasEnded(state);
  return (
    <Page
      title={inLanguage(round.title, locale)}
      description={round.purpose ? inLanguage(round.purpose, locale) : round.owner}
      breadcrumbs={[{ href: paths.awards, label: t.title }]}
      status={<RoundStatus state={state} />}
      actions={
        access.manages &&
        !ended && (
          <ButtonLink href={paths.awardEdit(id)} icon="edit">
            {t.edit}
          </ButtonLink>
        )
      }
      tabs={<RoundTabs roundId={id} current="overview" access={access} />}
    >
      {errors.form && <Notice tone="danger" title={t.errors[errors.form] ?? errors.form} />}
      {calledOff && (
        <Notice tone="warning" title={t.states.cancelled}>
          <bdi>{calledOff}</bdi>
        </Notice>
      )}
      {state === "closed" && (
        <Notice
          title={t.states.closed}
          action={
            <ButtonLink href={paths.honourRoll(round.year)} icon="award" plain>
              {t.roll}
            </ButtonLink>
          }
        />
      )}
      <NextSteps roundId={id} access={access} phase={phase} declared={mine} />
      {access.manages && state === "draft" && <ToPublish roundId={id} {...{ lacks, unweighted, called }} />}
      <Panel
        title={t.calendar}
        actions={
          access.manages &&
          !ended && (
            <ButtonLink href={paths.awardCalendar(id)} size="small" icon="edit">
              {t.calendarEdit}
            </ButtonLink>
          )
        }
      >
        {round.phases.length ? (
          <CalendarLine phases={round.phases} current={phase} now={now} />
        ) : (
          <p className="soft">{t.lacks.nomination}</p>
        )}
      </Panel>
      <RestsOn {...restsOn} />
      {categories.length === 0 ? (
        <EmptyState
          title={t.categoryNone}
          action={access.manages && <ButtonLink href={paths.awardCategoryNew(id)}>{t.categoryAdd}</ButtonLink>}
        >
          {t.categoryNoneText}
        </EmptyState>
      ) : (
        <Categories roundId={id} rows={categories} access={access} open={!ended} />
      )}
      {(access.manages || access.seatId !== null) && (
        <Council
          roundId={id}
          rows={members}
          manages={access.manages && !ended}
          seated={access.seatId !== null && state === "published"}
        />
      )}
      {access.manages && !ended && (
        <RunRound
          roundId={id}
          state={state}
          waiting={waiting}
          undecided={undecided}
          reason={refused?.values.reason}
          error={errors.reason ? t.errors[errors.reason] : undefined}
        />
      )}
    </Page>
  );
}
