import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { findEventFor } from "~/features/events/reads.server";
import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { conclusionsOf, tasksOfLines } from "~/features/tasks/conclusions/reads.server";
import { taskWords } from "~/features/tasks/messages";
import { dueText } from "~/features/tasks/wording.rules";
import { EmptyState } from "~/ui/empty-state";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";
import { notFound } from "~/web/http.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { dayOf, formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(conclusionWords, (t) => t.paper.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event || (event.access !== "manage" && event.access !== "read")) throw notFound();
  const { id, title, hostUnit, startsAt, zone } = event;
  return {
    organization: (await findOrganization(read))?.name ?? "",
    event: { id, title, host: hostUnit.name, day: dayOf(startsAt, zone) },
    lines: (await conclusionsOf(read, { eventId: id, actor })).map(({ id, text }) => ({ id, text })),
    given: await tasksOfLines(read, { eventId: id, actor }),
  };
}

/** The draft of the notice of conclusions, to be taken over by the clerical office. */
export default function ConclusionsNotice() {
  const { organization, event, lines, given } = useLoaderData<typeof loader>();
  const t = useWords(conclusionWords);
  const tasks = useWords(taskWords);
  const title = inLanguage(event.title, useLocale());
  const p = t.paper;
  const taskOf = (lineId: string) => given.find((task) => task.lineId === lineId);
  return (
    <Page
      title={<span className="no-print">{p.title}</span>}
      breadcrumbs={[
        { href: paths.event(event.id), label: title },
        { href: paths.eventConclusions(event.id), label: p.back },
      ]}
      actions={lines.length > 0 && <PrintButton>{p.press}</PrintButton>}
    >
      <p className="soft no-print">{p.draft}</p>
      {lines.length === 0 && (
        <EmptyState title={t.none} level={2}>
          {t.noneText}
        </EmptyState>
      )}
      {lines.length > 0 && (
        <article className="draft-paper">
          <div className="draft-head">
            <div>
              <strong>{organization}</strong>
              <div className="draft-blank">{p.number}</div>
            </div>
            <div className="draft-blank">{p.dated}</div>
          </div>
          <div className="draft-title">
            <h2>{p.notice}</h2>
            <p>{p.of(title)}</p>
          </div>
          <p>{p.intro(formatDay(event.day), title, event.host)}</p>
          <ol>
            {lines.map((line) => {
              const task = taskOf(line.id);
              return (
                <li key={line.id} dir="auto">
                  {line.text}
                  {task?.lead && ` ${p.given(task.lead, dueText(task, tasks))}`}
                </li>
              );
            })}
          </ol>
          <div className="draft-head draft-sign">
            <div>
              <strong>{p.recipients}</strong>
              <div>{p.recipientsText}</div>
            </div>
            <strong>{p.signed}</strong>
          </div>
        </article>
      )}
    </Page>
  );
}
