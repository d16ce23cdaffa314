import { Form } from "@remix-run/react";
import { awardWords } from "~/features/awards/messages";
import type { Standing } from "~/features/awards/rounds/phases.rules";
import { votingWords } from "~/features/awards/voting/messages";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choice-field";
import { Disclosure } from "~/ui/guest-page";
import { Panel } from "~/ui/page";
import { SelectField } from "~/ui/text-field";
import { leftToRight } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";

interface Props {
  press: string;
  categories: { id: string; title: Localized }[];
  qualified: { nominationId: string; categoryId: string; name: string }[];
  polls: { kind: string; state: string; categoryId: string }[];
  errors: Record<string, string>;
  roundId: string;
  /** The step of voting in the round's calendar. */
  vote: { standing: Standing; startsAt: Date | null };
  quorate: boolean;
}

/** Puts a category to the vote, or equals of one to a run-off; while neither can be, says when. */
export function OpenPolls({ press, categories, qualified, polls, errors, roundId, vote, quorate }: Props) {
  const t = useWords(votingWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const zone = useZone();
  const holds = (id: string, least: number) => qualified.filter((one) => one.categoryId === id).length >= least;
  const has = (id: string, is: (poll: Props["polls"][number]) => boolean) =>
    polls.some((poll) => poll.categoryId === id && is(poll));
  const waiting = categories.filter(
    ({ id }) =>
      holds(id, 1) && !has(id, ({ kind, state }) => state === "open" || (kind === "approval" && state === "closed")),
  );
  const equals = categories.filter(({ id }) => holds(id, 2) && !has(id, ({ state }) => state === "open"));
  if (waiting.length + equals.length === 0) return null;
  if (vote.standing !== "open" || !quorate)
    return (
      <Panel
        title={t.openPoll}
        actions={
          vote.standing !== "open" && (
            <ButtonLink href={paths.awardCalendar(roundId)} size="small" icon="edit">
              {w.calendarEdit}
            </ButtonLink>
          )
        }
      >
        <p className="soft">
          {vote.standing === "open"
            ? t.errors["no-quorum"]
            : vote.standing === "ahead"
              ? t.voteAhead(leftToRight(formatMoment(vote.startsAt as Date, zone)))
              : vote.standing === "over"
                ? t.voteOver
                : t.voteNone}
        </p>
      </Panel>
    );
  const error = errors.categoryId ? t.errors[errors.categoryId] : undefined;
  return (
    <Panel title={t.openPoll}>
      <div className="stack gap-4">
        {waiting.length > 0 && (
          <Form method="post" action="?index" className="stack gap-4">
            <input type="hidden" name="press" value={press} />
            <SelectField
              name="categoryId"
              label={t.category}
              error={error}
              choices={waiting.map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) }))}
            />
            <div>
              <Button variant="primary" name="do" value="poll">
                {t.openPoll}
              </Button>
            </div>
          </Form>
        )}
        {equals.length > 0 && (
          <Disclosure summary={t.openRunOff}>
            <p className="soft">{t.runOffWhen}</p>
            {equals.map(({ id, title }) => (
              <Disclosure key={id} summary={inLanguage(title, locale)}>
                <Form method="post" action="?index" className="stack gap-4">
                  <input type="hidden" name="press" value={press} />
                  <input type="hidden" name="categoryId" value={id} />
                  <CheckboxGroup
                    name="among"
                    id={`among-${id}`}
                    label={t.among}
                    hint={t.amongHint}
                    choices={qualified
                      .filter((one) => one.categoryId === id)
                      .map(({ nominationId, name }) => ({ value: nominationId, label: name }))}
                  />
                  <div>
                    <Button name="do" value="run-off">
                      {t.openRunOff}
                    </Button>
                  </div>
                </Form>
              </Disclosure>
            ))}
          </Disclosure>
        )}
      </div>
    </Panel>
  );
}
