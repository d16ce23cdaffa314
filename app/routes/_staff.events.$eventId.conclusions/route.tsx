import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { difficultiesOfEvent } from "~/features/difficulties/reads.server";
import { eventToManage } from "~/features/events/gate.server";
import { findEventFor } from "~/features/events/reads.server";
import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { giveChoices } from "~/features/tasks/conclusions/reads.server";
import { taskWords } from "~/features/tasks/messages";
import { todayAt } from "~/features/tasks/reads.server";
import { Mend } from "~/features/units/components/mend";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { notFound } from "~/web/http.server";
import { formatNumber } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import { act } from "./act.server";
import { AddLine } from "./add-line";
import { DifficultiesToSolve } from "./difficulties-to-solve";
import { Lines } from "./lines";
import { loadLines } from "./load.server";
import { PasteLines } from "./paste-lines";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event || (event.access !== "manage" && event.access !== "read")) throw notFound();
  const asked = new URL(request.url).searchParams;
  const now = new Date();
  const loaded = await loadLines({ actor, event, now });
  const runs = event.access === "manage" && loaded.open;
  const chosen = runs ? loaded.lines.find(({ id }) => id === (asked.get("task") ?? asked.get("edit"))) : undefined;
  const giving = chosen && !chosen.task && loaded.mayGive && asked.has("task");
  return {
    ...loaded,
    eventId: event.id,
    live: event.state === "running",
    difficulties: (await difficultiesOfEvent(read, { eventId: event.id, actor })).map((one) => ({
      ...{ id: one.id, title: one.title, category: one.category, state: one.state, blocks: one.blocks },
      proposer: one.proposer.name,
      mayRemove: one.access.manage,
    })),
    runs,
    editing: chosen && asked.has("edit") ? chosen.id : null,
    giving: giving ? chosen.id : null,
    choices: giving
      ? await giveChoices(read, { leadUnitId: chosen.proposal?.leadUnitId ?? null, on: await todayAt(read, now) })
      : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await eventToManage(request, params.eventId);
  return await act({ form: await request.formData(), actor, event, locale: localeOf(request) });
}

/** The conclusions of a meeting: written line by line while it runs, and given as tasks. */
export default function EventConclusions() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(conclusionWords);
  const tasks = useWords(taskWords);
  const locale = useLocale();
  const { lines, runs, open, eventId, press } = loaded;
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> = refused?.values ?? {};
  const words = { mend: t.mend, errors: { ...tasks.errors, ...t.errors } };
  const figure = (n: number) => formatNumber(n, locale);
  const given = lines.filter(({ task }) => task).length;
  return (
    <>
      <DifficultiesToSolve eventId={eventId} difficulties={loaded.difficulties} />
      <Section
        title={t.title}
        description={lines.length > 0 ? t.count(figure(lines.length), figure(given)) : t.lead}
        actions={
          lines.length > 0 && (
            <ButtonLink href={paths.eventConclusionsPrint(eventId)} icon="print">
              {t.print}
            </ButtonLink>
          )
        }
      >
        <Mend errors={errors} words={words} />
        {!open && <Notice>{t.notYet}</Notice>}
        {lines.length > 0 && <Lines {...loaded} errors={errors} values={values} words={words.errors} />}
        {lines.length === 0 && open && (
          <EmptyState title={t.none} level={3}>
            {t.noneText}
          </EmptyState>
        )}
        {runs && (
          <AddLine
            press={press}
            live={loaded.live}
            known={lines.map(({ id }) => id)}
            error={
              values.do === undefined
                ? errors.text && (words.errors[errors.text as keyof typeof words.errors] ?? "")
                : ""
            }
            typed={values.do === undefined ? values.text : undefined}
          />
        )}
        {runs && <PasteLines press={press} values={values} error={errors.lines} />}
      </Section>
    </>
  );
}
