import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { TaskRows } from "~/features/tasks/counts/components/task-rows";
import { TermDays } from "~/features/tasks/counts/components/term";
import { answeredTasks, findHead } from "~/features/tasks/counts/heads.reads.server";
import { answersOf, partIn } from "~/features/tasks/counts/heads.rules";
import { countWords } from "~/features/tasks/counts/messages";
import { findPlan } from "~/features/tasks/plan.reads.server";
import { Stat, Stats } from "~/ui/counter";
import { Link } from "~/ui/link";
import { Page, Panel, Section } from "~/ui/page";
import { notFound } from "~/web/http.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf<(typeof countWords)["vi"], { person: { fullName: string } }>(
  countWords,
  (t, data) => data?.person.fullName ?? t.headTitle,
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const plan = await findPlan(read, { actor, now: new Date() });
  const tasks = await answeredTasks(read, plan);
  const unitIds = new Set(
    tasks.flatMap(({ leadUnitId, answersUnitId }) => [leadUnitId, answersUnitId].filter((id) => id !== null)),
  );
  const person = await findHead(read, { personId: params.personId ?? "", actor, unitIds });
  if (!person) throw notFound();
  const terms = person.positions
    .filter(({ duty }) => duty === "head")
    .map((term) => {
      const parts = tasks.flatMap((task) => {
        const part = partIn(task, term, plan.today);
        return part ? [{ task, part }] : [];
      });
      const own = parts.filter(({ part }) => part === "own").map(({ task }) => task);
      return {
        ...term,
        answers: answersOf(own, plan.today),
        rows: parts.map(({ task: { id, code, title, state, dueOn, duePrecision }, part }) => ({
          ...{ id, code, title, state, dueOn, duePrecision, part, coloured: plan.colours.get(id) ?? null },
        })),
      };
    });
  const others = person.positions.filter(({ duty }) => duty !== "head");
  return { person: { id: person.id, fullName: person.fullName }, terms, others };
}

export default function HeadPage() {
  const { person, terms, others } = useLoaderData<typeof loader>();
  const t = useWords(countWords);
  return (
    <Page title={person.fullName} breadcrumbs={[{ href: paths.units, label: t.headTitle }]} description={t.headTitle}>
      {terms.length === 0 && <p className="soft">{t.neverHead}</p>}
      {terms.map((term) => (
        <Section
          key={term.holdingId}
          title={`${term.title} · ${term.unitName}`}
          description={<TermDays {...term} />}
          actions={<Link href={paths.unitTasks(term.unitId)}>{t.unitTasks}</Link>}
        >
          <Stats>
            <Stat label={t.sheet.assigned} value={term.answers.assigned} />
            <Stat label={t.onTime} value={term.answers.onTime} />
            <Stat label={t.late} value={term.answers.late} />
            <Stat label={t.sheet.returned} value={term.answers.returned} />
            <Stat label={t.sheet.open} value={term.answers.open} />
            <Stat
              label={t.sheet.overdue}
              value={term.answers.overdue}
              tone={term.answers.overdue > 0 ? "danger" : undefined}
            />
          </Stats>
          <Panel flush>
            <TaskRows
              caption={t.task}
              rows={term.rows}
              more={
                term.rows.some(({ part }) => part === "handed-on")
                  ? [{ key: "part", head: t.handedOn, cell: ({ part }) => (part === "handed-on" ? t.sheet.yes : "–") }]
                  : []
              }
            />
          </Panel>
        </Section>
      ))}
      {others.length > 0 && (
        <Panel title={t.positions}>
          <ul className="plain-list">
            {others.map((one) => (
              <li key={one.holdingId} className="line-item">
                <span>
                  {one.title} · <Link href={paths.unit(one.unitId)}>{one.unitName}</Link>
                </span>
                <TermDays {...one} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Page>
  );
}
