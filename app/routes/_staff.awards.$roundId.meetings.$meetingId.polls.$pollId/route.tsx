import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { castBallot } from "~/features/awards/voting/ballot.writes.server";
import { readBallot } from "~/features/awards/voting/forms";
import { pollToSee } from "~/features/awards/voting/gate.server";
import { hasEnded } from "~/features/awards/rounds/rules";
import { votingWords } from "~/features/awards/voting/messages";
import { ballotRefusal } from "~/features/awards/voting/rules";
import { isReceiptIn, onPaper, voterOf } from "~/features/awards/voting/reads.server";
import { Mend } from "~/features/units/components/mend";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { Ballot, Review } from "./ballot";
import { CheckReceipt, Receipt } from "./receipt";

export const meta = titleOf(votingWords, (t) => t.paper);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { sight, round, meeting, poll } = await pollToSee(request, params);
  const voter = sight.seat && (await voterOf(read, { pollId: poll.id, memberId: sight.seat.memberId }));
  const open = poll.state === "open" && meeting.state === "open" && !hasEnded(round.state);
  const running = open && voter?.voted === false;
  // Before conflicts are declared no dossier is shown, and so no paper.
  const declared = sight.seat?.declaredAt != null;
  const mayVote = running && declared;
  const paper = mayVote ? await onPaper(read, { pollId: poll.id }) : [];
  return {
    round: { id: round.id, title: round.title },
    meeting: { id: meeting.id, title: meeting.title },
    poll: { id: poll.id, kind: poll.kind, state: poll.state, secret: poll.secret, category: poll.category },
    ...{ isVoter: voter !== null, voted: voter?.voted === true, mayVote, declareFirst: running && !declared },
    paper: paper.filter(({ id }) => sight.sees(id)),
  };
}

type Answer = {
  /** The paper as it was filled in, to be looked over or mended. */
  choices?: Record<string, string>;
  review?: boolean;
  receipt?: string;
  checked?: { typed: string; isIn: boolean };
  error?: string;
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, now, round, meeting, poll, sight } = await pollToSee(request, params);
  const form = await request.formData();
  if (form.get("do") === "check") {
    const receipt = String(form.get("receipt") ?? "").slice(0, 40);
    const isIn = poll.state === "closed" && (await isReceiptIn(read, { pollId: poll.id, receipt }));
    return data<Answer>({ checked: { typed: receipt, isIn } });
  }
  const ballot = readBallot(form);
  const choices = Object.fromEntries(ballot);
  if (form.get("do") === "again") return data<Answer>({ choices });
  if (form.get("do") !== "send") {
    const own = (await onPaper(read, { pollId: poll.id })).filter(({ id }) => sight.sees(id));
    const error = ballotRefusal(
      poll.kind,
      own.map(({ id }) => id),
      ballot,
    );
    return error ? data<Answer>({ choices, error }, 422) : data<Answer>({ choices, review: true });
  }
  const at = { roundId: round.id, meetingId: meeting.id, pollId: poll.id, actor, now };
  const done = await transact((tx) => castBallot(tx, { ...at, ballot }));
  if (!done.ok) return data<Answer>({ choices, error: done.reason }, 409);
  // Shown in this answer only: neither an address nor a cookie may hold the receipt.
  return data<Answer>({ receipt: done.receipt });
}

/** A member's ballot paper, made for a phone; after the count, the place to look for one's receipt. */
export default function Paper() {
  const { round, meeting, poll, paper, isVoter, voted, mayVote, declareFirst } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useWords(votingWords);
  const locale = useLocale();
  const errors: Record<string, string> = answer?.error ? { form: answer.error } : {};
  const choices = answer?.choices ?? {};
  return (
    <Page
      title={`${t.paper}: ${inLanguage(poll.category, locale)}`}
      width="form"
      breadcrumbs={[
        { href: paths.councilMeetings(round.id), label: t.title },
        { href: paths.councilMeeting(round.id, meeting.id), label: meeting.title },
      ]}
      description={poll.secret ? t.paperLead : t.shownLead}
    >
      <Mend errors={errors} words={t} />
      {answer?.receipt ? (
        <Receipt code={answer.receipt} back={paths.councilMeeting(round.id, meeting.id)} />
      ) : answer?.review && mayVote ? (
        <Review {...{ paper, choices }} />
      ) : mayVote ? (
        <Ballot {...{ paper, choices, kind: poll.kind }} incomplete={answer?.error === "incomplete"} />
      ) : declareFirst ? (
        <Notice action={<Link href={paths.awardConflicts(round.id)}>{t.declareFirst}</Link>} />
      ) : (
        <Notice tone={voted ? "success" : "info"}>{voted ? t.voted : isVoter ? t.waiting : t.notVoter}</Notice>
      )}
      {poll.state === "closed" && <CheckReceipt checked={answer?.checked} />}
    </Page>
  );
}
