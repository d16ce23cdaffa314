import { type ActionFunctionArgs, data, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useFetcher, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { TaskViews } from "~/features/tasks/components/task-views";
import { moveDates, pushAlong, undoMove } from "~/features/tasks/dates.writes.server";
import { TaskFrame } from "~/features/tasks/list/components/task-frame";
import { findFrame } from "~/features/tasks/list/frame.reads.server";
import { parseTaskQuery, taskAddress } from "~/features/tasks/query.rules";
import { NothingToShow } from "~/features/tasks/views/components/nothing-to-show";
import { PrintButton } from "~/features/tasks/views/components/print-button";
import { parseMove, parsePress } from "~/features/tasks/views/forms";
import { type Words, viewWords } from "~/features/tasks/views/messages";
import { zooms } from "~/features/tasks/views/timeline.rules";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Chart } from "./chart";
import { loadTimeline } from "./load.server";
import { MovePanel } from "./move-form";
import timelineStyles from "./timeline.css?url";
import { Told } from "./told";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: timelineStyles }];
export const meta = titleOf(viewWords, (t) => t.timeline);

const zoomOf = (asked: URLSearchParams) => zooms.find((zoom) => zoom === asked.get("zoom")) ?? "months";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const [query, zoom] = [parseTaskQuery(asked), zoomOf(asked)];
  const moved = asked.get("moved") ?? "";
  const seen = { query, actor, now: new Date(), locale: localeOf(request) };
  const timeline = await loadTimeline({ ...seen, zoom, moved });
  return { ...timeline, frame: await findFrame(read, seen), zoom, moving: asked.get("move") ?? "" };
}

const refused = (reason: keyof Words["refused"]) => data({ reason }, 409);

/** Moves one task's dates, takes a move back, or moves along what waits for it; the picture stays where it was. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const back = (moved: string) =>
    paths.taskTimeline + taskAddress(parseTaskQuery(asked), { zoom: zoomOf(asked), moved });
  const form = await request.formData();
  const now = new Date();
  if (!form.has("do")) {
    const move = parseMove(form);
    if (!move.ok) return data(move, 422);
    const done = await transact((tx) => moveDates(tx, { moves: [move.value], actor, now }));
    return done.ok ? seeOther(back(done.batchId)) : refused(done.reason);
  }
  const press = parsePress(form);
  if (!press.ok) return data(press, 422);
  const { batchId } = press.value;
  if (press.value.do === "push") {
    const done = await transact((tx) => pushAlong(tx, { batchId, actor, now }));
    return done.ok ? seeOther(back(done.batchId)) : refused(done.reason);
  }
  const done = await transact((tx) => undoMove(tx, { batchId, actor, now }));
  if (!done.ok) return refused(done.reason);
  return seeOther(back(""), [flash(wordsFor(viewWords, localeOf(request)).undone)]);
}

export default function TaskTimeline() {
  const timeline = useLoaderData<typeof loader>();
  const { rows, frame, zoom, told, moving } = timeline;
  const { query } = frame;
  const t = useWords(viewWords);
  const mover = useFetcher<typeof action>();
  const sent = useActionData<typeof action>();
  const answer = mover.data ?? sent;
  const reason = answer && "reason" in answer ? (answer.reason as keyof Words["refused"]) : null;
  const beingMoved = rows.find(({ id, movable }) => movable && id === moving);
  return (
    <Page
      title={t.timeline}
      width="full"
      actions={<PrintButton />}
      tabs={<TaskViews current="timeline" query={query} />}
    >
      <div className="stack">
        <TaskFrame frame={frame} here={paths.taskTimeline} keep={{ zoom }} />
        {reason && (
          <div role="alert">
            <Notice tone="danger">{t.refused[reason]}</Notice>
          </div>
        )}
        {beingMoved && (
          <MovePanel key={beingMoved.id} row={beingMoved} answer={answer} query={taskAddress(query, { zoom })} />
        )}
        {rows.length === 0 ? (
          <NothingToShow query={query} />
        ) : (
          <Chart timeline={timeline} mover={mover} query={taskAddress(query, { zoom })}>
            <nav className="cluster" aria-label={t.zoom}>
              {zooms.map((one) => (
                <ButtonLink
                  key={one}
                  size="small"
                  variant={one === zoom ? "secondary" : "quiet"}
                  aria-current={one === zoom ? "true" : undefined}
                  href={paths.taskTimeline + taskAddress(query, { zoom: one })}
                >
                  {t.zooms[one]}
                </ButtonLink>
              ))}
            </nav>
          </Chart>
        )}
        <Told told={told} rows={rows} query={taskAddress(query, { zoom })} />
      </div>
    </Page>
  );
}
