import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { may } from "~/features/accounts/rules";
import { RoundStatus } from "~/features/awards/components/round-looks";
import { RoundTabs } from "~/features/awards/components/round-tabs";
import { awardWords } from "~/features/awards/messages";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { lettersOfRound } from "~/features/awards/rounds/letters.reads.server";
import { roundWords } from "~/features/awards/rounds/messages";
import { askingMatters } from "~/features/awards/rounds/reminders.rules";
import { councilToRun } from "~/features/awards/gate.server";
import { remindRound } from "~/features/awards/rounds/reminders.writes.server";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { notFound, seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";
import { AskingPanel } from "./asking-panel";

export const meta = titleOf(roundWords, (t) => t.letters);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, round, access, sight, now } = await councilToRun(request, params.roundId);
  const { id, title, state } = round;
  const { sees, panel } = sight;
  return {
    ...{ access, round: { id, title, state }, seesAll: may(actor, "letters.read", null) },
    letters: await lettersOfRound(read, { round, sees, panel, now, zone: zoneOf() }),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round } = await roundToRun(request, params.roundId);
  const body = await request.formData();
  const matter = askingMatters.find((known) => known === body.get("do"));
  if (!matter) throw notFound();
  const done = await transactWhole((tx) => remindRound(tx, { roundId: round.id, matter, actor, now: new Date() }));
  if (!done.ok) return data({ matter, reason: done.reason }, 409);
  const locale = localeOf(request);
  const t = wordsFor(roundWords, locale);
  const said = done.letters > 0 ? t.said(formatNumber(done.letters, locale)) : t.saidNone;
  return seeOther(paths.awardLetters(round.id), [flash(said, done.letters > 0 ? "success" : "info")]);
}

/** The letters by which a round asks: who would get one, what it says, what has left, and the buttons that send. */
export default function RoundLetters() {
  const { round, access, letters, seesAll } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(roundWords);
  const awards = useWords(awardWords);
  const locale = useLocale();
  // What can be sent now comes first.
  const inUse = [...letters].sort((a, b) => Number(a.why !== null) - Number(b.why !== null));
  return (
    <Page
      title={t.letters}
      description={t.lettersLead}
      breadcrumbs={[
        { href: paths.awards, label: awards.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
      ]}
      status={<RoundStatus state={round.state} />}
      actions={
        seesAll && (
          <ButtonLink href={paths.letters} icon="letter">
            {t.allLetters}
          </ButtonLink>
        )
      }
      tabs={<RoundTabs roundId={round.id} current="letters" access={access} />}
    >
      {refused?.reason === "not-allowed" && <Notice tone="danger" title={awards.errors["not-allowed"]} />}
      {inUse.map((asking) => (
        <AskingPanel key={asking.matter} roundId={round.id} asking={asking} />
      ))}
    </Page>
  );
}
