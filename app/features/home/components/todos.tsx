import { taskAddress } from "~/features/tasks/query.rules";
import { Status, type Tone } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Section } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { dayOf, formatDay } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { homeWords } from "../messages";
import type { Todo } from "../rules";

interface Line {
  key: string;
  matter: string;
  note: string;
  due: { text: string; tone: Tone; day?: string } | null;
  href: string;
  action: string;
}

/** What this person should see to, each with the page where it is done. */
export function Todos({ todos }: { todos: Todo[] }) {
  const t = useWords(homeWords);
  const lines = useLines(todos);
  return (
    <Section title={t.todo} description={lines.length > 0 ? t.todoLead : undefined}>
      <Table
        caption={t.todo}
        hideCaption
        rows={lines}
        rowKey={(line) => line.key}
        empty={
          <EmptyState title={t.nothing} level={3}>
            {t.nothingText}
          </EmptyState>
        }
        columns={[
          {
            key: "matter",
            head: t.matter,
            primary: true,
            cell: (line) => (
              <>
                {line.matter}
                <div className="soft small">{line.note}</div>
              </>
            ),
          },
          {
            key: "due",
            head: t.due,
            nowrap: true,
            cell: (line) =>
              line.due && (
                <span className="cluster">
                  {line.due.day && <Ltr>{formatDay(line.due.day)}</Ltr>}
                  <Status tone={line.due.tone}>{line.due.text}</Status>
                </span>
              ),
          },
          {
            key: "act",
            head: t.act,
            actions: true,
            cell: (line) => (
              <ButtonLink href={line.href} size="small">
                {line.action}
              </ButtonLink>
            ),
          },
        ]}
      />
    </Section>
  );
}

const toneOf = (days: number): Tone => (days < 0 ? "danger" : days <= 3 ? "warning" : "neutral");

function useLines(todos: Todo[]): Line[] {
  const t = useWords(homeWords);
  const locale = useLocale();
  const zone = useZone();
  const figure = (n: number) => formatNumber(n, locale);
  const due = (days: number, day?: string) => ({ text: t.when(days), tone: toneOf(days), day });
  const tasksOf = (only: "waiting" | "late") => `${paths.tasks}${taskAddress({ only })}`;
  /** Matters of which only the number is told. */
  const counted = {
    "letters-failed": {
      matter: t.lettersFailed,
      note: t.lettersFailedNote,
      href: `${paths.letters}?state=failed`,
      action: t.seeLetters,
    },
    "letters-wait": { matter: t.lettersWait, note: t.lettersWaitNote, href: paths.letters, action: t.seeLetters },
    "tasks-waiting": {
      matter: t.tasksWaiting,
      note: t.tasksWaitingNote,
      href: tasksOf("waiting"),
      action: t.seeTasks,
    },
    "tasks-late": { matter: t.tasksLate, note: t.tasksLateNote, href: tasksOf("late"), action: t.seeTasks },
    difficulties: {
      matter: t.difficulties,
      note: t.difficultiesNote,
      href: `${paths.difficulties}?mine=1`,
      action: t.seeDifficulties,
    },
  };
  return todos.map((todo): Line => {
    switch (todo.what) {
      case "letters-failed":
      case "letters-wait":
      case "tasks-waiting":
      case "tasks-late":
      case "difficulties": {
        const { matter, ...line } = counted[todo.what];
        return { ...line, key: todo.what, matter: matter(figure(todo.count)), due: null };
      }
      case "award": {
        const { matter, roundId, round, count, path, until } = todo.award;
        return {
          key: `${matter}:${roundId}:${path}`,
          matter: t.awards[matter](figure(count)),
          note: round,
          due: todo.days === null || until === null ? null : due(todo.days, dayOf(until, zone)),
          href: path,
          action: t.awardActs[matter],
        };
      }
      case "milestone":
      case "late-milestones": {
        const { id, title, campaign, campaignId, dueOn } = todo.milestone;
        return {
          key: id,
          matter: todo.what === "milestone" ? title : t.lateMilestones(figure(todo.count)),
          note: campaign,
          due: due(todo.days, dueOn),
          href: paths.campaign(campaignId),
          action: t.seeMilestone,
        };
      }
      default:
        return { key: `${todo.what}:${todo.event.id}`, note: todo.event.title, ...eventLine(todo) };
    }
  });

  function eventLine(todo: Extract<Todo, { event: unknown }>) {
    const { id, counts, untested } = todo.event;
    switch (todo.what) {
      case "silent":
        return {
          matter: t.silent(figure(counts.silent)),
          due: due(todo.days),
          href: `${paths.guests(id)}?state=silent`,
          action: t.seeSilent,
        };
      case "not-invited":
        // Whoever is left once the rest is invited is mostly without an address: the list says so, the send page has nobody.
        return counts.invited > 0
          ? {
              matter: t.notInvited(figure(counts.notInvited)),
              due: null,
              href: `${paths.guests(id)}?state=not-invited`,
              action: t.seeSilent,
            }
          : { matter: t.notInvited(figure(counts.notInvited)), due: null, href: paths.invite(id), action: t.invite };
      case "no-date":
        return { matter: t.noDate, due: null, href: paths.eventMove(id), action: t.setDate };
      case "untested":
        return {
          matter: t.untested(figure(untested)),
          due: due(todo.days),
          href: paths.eventPoints(id),
          action: t.seePoints,
        };
    }
  }
}
