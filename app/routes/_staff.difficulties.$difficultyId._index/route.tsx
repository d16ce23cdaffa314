import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { historyOf } from "~/features/audit/reads.server";
import { DifficultyStatus } from "~/features/difficulties/components/difficulty-looks";
import { difficultyToSee } from "~/features/difficulties/gate.server";
import { difficultyWords } from "~/features/difficulties/messages";
import { tasksAround } from "~/features/difficulties/reads.server";
import { isOverdue } from "~/features/difficulties/rules";
import { listEvents } from "~/features/events/reads.server";
import { GiveForm } from "~/features/tasks/components/give-form";
import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { giveChoices, peopleToDo } from "~/features/tasks/conclusions/reads.server";
import { taskWords } from "~/features/tasks/messages";
import { todayAt } from "~/features/tasks/reads.server";
import { Mend } from "~/features/units/components/mend";
import { ButtonLink } from "~/ui/button";
import { Page, Panel } from "~/ui/page";
import { inLanguage } from "~/web/localized";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords, useZone } from "~/web/use-words";
import { act } from "./act.server";
import { DifficultyFacts } from "./facts";
import { Steps } from "./steps";

export const meta = titleOf<(typeof difficultyWords)["vi"], { difficulty: { title: string } }>(
  difficultyWords,
  (t, loaded) => loaded?.difficulty.title ?? t.title,
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, difficulty } = await difficultyToSee(request, params.difficultyId);
  const now = new Date();
  const locale = localeOf(request);
  const today = await todayAt(read, now);
  const { access, state, resolverUnitId } = difficulty;
  const tasks = await tasksAround(read, { difficulty, actor });
  const mayGive = access.manage && state === "open" && !tasks.solving;
  const giving = mayGive && new URL(request.url).searchParams.has("give");
  const people = giving && resolverUnitId ? await peopleToDo(read, { unitId: resolverUnitId, on: today }) : null;
  const ahead = access.manage && state === "open" ? await listEvents(read, { actor, when: "upcoming", limit: 50 }) : [];
  return {
    difficulty,
    ...tasks,
    mayGive,
    overdue: isOverdue(difficulty, today),
    events: ahead.map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) })),
    history: await historyOf(read, { subject: `difficulty:${difficulty.id}` }),
    give: giving && {
      choices: await giveChoices(read, { leadUnitId: resolverUnitId, on: today }),
      proposal: {
        leadUnitId: resolverUnitId,
        head: people?.head?.fullName ?? null,
        responsibleId: people?.proposed?.personId ?? null,
        appraiserUnitId: null,
        due: difficulty.dueOn ? ({ dueOn: difficulty.dueOn, precision: "day" } as const) : null,
      },
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, difficulty } = await difficultyToSee(request, params.difficultyId);
  const done = await act({ form: await request.formData(), actor, difficulty, locale: localeOf(request) });
  return done instanceof Response ? done : data(done.refused, done.status);
}

/** One difficulty: what it is, what can be done about it, and what was done. */
export default function DifficultyPage() {
  const { difficulty, concerned, solving, mayGive, overdue, events, history, give } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(difficultyWords);
  const words: Record<string, string> = {
    ...useWords(taskWords).errors,
    ...useWords(conclusionWords).errors,
    ...t.errors,
  };
  const zone = useZone();
  const { id, access, state } = difficulty;
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  const verbs: Record<string, string> = t.verbs;
  return (
    <Page
      title={difficulty.title}
      breadcrumbs={[{ href: paths.difficulties, label: t.title }]}
      status={<DifficultyStatus state={state} overdue={overdue} blocks={difficulty.blocks} />}
      actions={
        state === "open" &&
        (access.propose || access.manage) && (
          <ButtonLink href={paths.difficultyEdit(id)} icon="edit">
            {t.edit}
          </ButtonLink>
        )
      }
    >
      <Mend errors={errors} words={{ mend: t.mend, errors: words }} />
      {give && (
        <Panel title={t.task.title} description={t.task.lead}>
          <GiveForm
            about={{}}
            name={{
              label: t.task.name,
              value: values.title ?? difficulty.title,
              error: errors.title && words[errors.title],
            }}
            proposal={give.proposal}
            choices={give.choices}
            typed={values.do === "task" ? values : null}
            errors={errors}
            words={words}
            back={paths.difficulty(id)}
          />
        </Panel>
      )}
      <div className="columns-2">
        <div className="stack gap-6">
          <DifficultyFacts difficulty={difficulty} concerned={concerned} solving={solving} />
          <Steps
            difficulty={difficulty}
            events={events}
            mayGive={mayGive && !give}
            values={values}
            errors={errors}
            words={words}
          />
        </div>
        <Panel title={t.history}>
          <ol className="plain-list">
            {history.map((entry) => (
              <li key={entry.id} className="small">
                <bdi>{entry.actorName}</bdi> {verbs[entry.verb] ?? entry.verb}
                {typeof entry.detail.word === "string" && (
                  <>
                    {": "}
                    <bdi>{entry.detail.word}</bdi>
                  </>
                )}
                <div className="soft">{formatMoment(entry.at, zone)}</div>
              </li>
            ))}
          </ol>
        </Panel>
      </div>
    </Page>
  );
}
