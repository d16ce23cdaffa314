import { Form } from "@remix-run/react";
import { OverQuota } from "~/features/awards/components/over-quota";
import { PollResult } from "~/features/awards/voting/components/poll-result";
import type { deskOf } from "~/features/awards/voting/desk.reads.server";
import { votingWords } from "~/features/awards/voting/messages";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { ProgressBar } from "~/ui/progress";
import { Ltr } from "~/ui/text";
import { TextField } from "~/ui/text-field";
import { formatNumber } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  poll: Awaited<ReturnType<typeof deskOf>>["polls"][number];
  roundId: string;
  meetingId: string;
  manages: boolean;
  /** The meeting is open. */
  running: boolean;
  mayCast: boolean;
  values: Record<string, string>;
  errors: Record<string, string>;
}

/** One vote: how many papers are in while it runs, the count once it is closed. */
export function PollPanel({ poll, roundId, meetingId, manages, running, mayCast, values, errors }: Props) {
  const t = useWords(votingWords);
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  const title = inLanguage(poll.category, locale);
  const { cast, voters } = poll.turnout;
  const address = paths.poll(roundId, meetingId, poll.id);
  const base = t.bases[poll.base];
  const rule = poll.overHalf ? t.ruleHalf(base) : t.rule(number(poll.thresholdPercent), base);
  const isMine = values.poll === poll.id;
  return (
    <Panel
      title={`${t.kinds[poll.kind]}: ${title}`}
      description={poll.kind === "approval" ? rule : t.runOffLead}
      actions={<Status tone={poll.state === "open" ? "accent" : "neutral"}>{t.pollStates[poll.state]}</Status>}
    >
      <div className="stack gap-4">
        {poll.state === "open" && (
          <ProgressBar done={cast} total={voters} label={t.cast(number(cast), number(voters))} hideLabel={false} />
        )}
        {poll.mayVote && (
          <div>
            <ButtonLink variant="primary" size="large" href={address}>
              {t.vote}
            </ButtonLink>
          </div>
        )}
        {poll.state === "closed" && (
          <>
            <p className="soft">{t.cast(number(cast), number(voters))}</p>
            <OverQuota {...poll} places={poll.lines.flatMap(({ place }) => place ?? [])} />
            <PollResult caption={title} kind={poll.kind} lines={poll.lines} equal={poll.toCast.length > 0} />
            {poll.byCasting && <p>{t.casting}</p>}
            {poll.toCast.length > 0 && running && mayCast && (
              <Form method="post" action="?index" className="stack gap-4">
                <input type="hidden" name="poll" value={poll.id} />
                <input type="hidden" name="do" value="cast" />
                <p>{t.casting}</p>
                {poll.toCast.map(({ nominationId, name }) => (
                  <div key={nominationId}>
                    <Button name="nominationId" value={nominationId}>
                      {`${t.castFor}: ${name}`}
                    </Button>
                  </div>
                ))}
              </Form>
            )}
            <p className="soft small">
              {t.hash}: <Ltr>{poll.resultHash}</Ltr>
            </p>
            <Link href={address}>{t.check}</Link>
          </>
        )}
        {manages && running && poll.state !== "void" && (
          <>
            {poll.state === "open" && (
              <Form method="post" action="?index" className="stack gap-2">
                <input type="hidden" name="poll" value={poll.id} />
                <p className="soft small">{cast < voters ? t.countEarly(number(voters - cast)) : t.countText}</p>
                <Button variant={cast < voters ? "secondary" : "primary"} name="do" value="count">
                  {t.count}
                </Button>
              </Form>
            )}
            <Disclosure summary={t.voidPoll} open={isMine && Boolean(errors.reason)}>
              <Form method="post" action="?index" className="stack gap-4">
                <input type="hidden" name="poll" value={poll.id} />
                <TextField
                  name="reason"
                  id={`reason-${poll.id}`}
                  label={t.reason}
                  required
                  defaultValue={isMine ? values.reason : undefined}
                  error={isMine && errors.reason ? t.errors[errors.reason] : undefined}
                />
                <div>
                  <Button variant="danger" name="do" value="void">
                    {t.voidPoll}
                  </Button>
                </div>
              </Form>
            </Disclosure>
          </>
        )}
      </div>
    </Panel>
  );
}
