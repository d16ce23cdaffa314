import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { TaskViews } from "~/features/tasks/components/task-views";
import { TaskFrame } from "~/features/tasks/list/components/task-frame";
import { findFrame } from "~/features/tasks/list/frame.reads.server";
import { taskWords } from "~/features/tasks/messages";
import { parseTaskQuery, taskAddress } from "~/features/tasks/query.rules";
import { calendarSpans } from "~/features/tasks/views/calendar.rules";
import { PrintButton } from "~/features/tasks/views/components/print-button";
import { viewWords } from "~/features/tasks/views/messages";
import { dueText } from "~/features/tasks/wording.rules";
import { ButtonLink } from "~/ui/button";
import { Page } from "~/ui/page";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { formatDay, isDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import calendarStyles from "./calendar.css?url";
import { DayCell } from "./day-cell";
import { loadCalendar } from "./load.server";
import { Strip } from "./strip";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: calendarStyles }];
export const meta = titleOf(viewWords, (t) => t.calendar);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const query = parseTaskQuery(asked);
  const span = calendarSpans.find((known) => known === asked.get("span")) ?? "month";
  const wished = asked.get("on") ?? "";
  // Beyond these years there is no plan, and arithmetic of days ends somewhere.
  const on = isDay(wished) && wished >= "1990-01-01" && wished < "2200-01-01" ? wished : null;
  const seen = { query, actor, now: new Date(), locale: localeOf(request) };
  const page = await loadCalendar({ ...seen, span, on });
  return { ...page, frame: await findFrame(read, seen), span, on: on ?? page.today };
}

export default function TaskCalendar() {
  const page = useLoaderData<typeof loader>();
  const { frame, span, on, first, last, previous, next, days } = page;
  const { query } = frame;
  const t = useWords(viewWords);
  const tt = useWords(taskWords);
  const to = (day: string, how = span) => paths.taskCalendar + taskAddress(query, { span: how, on: day });
  const name =
    span === "month" ? dueText({ dueOn: first, duePrecision: "month" }, tt) : t.week(formatDay(first), formatDay(last));
  const busy = days.some(({ due, notes, outside }) => !outside && due.length + notes.length > 0);
  return (
    <Page
      title={t.calendar}
      width="full"
      actions={<PrintButton />}
      tabs={<TaskViews current="calendar" query={query} />}
    >
      <div className="stack">
        <TaskFrame frame={frame} here={paths.taskCalendar} keep={{ span, on }} />
        <div className="calendar-bar">
          <h2>{name}</h2>
          <nav className="cluster no-print" aria-label={t.span}>
            <ButtonLink size="small" icon="back" iconOnly href={to(previous)}>
              {t.previous}
            </ButtonLink>
            <ButtonLink size="small" href={to(page.today)}>
              {t.today}
            </ButtonLink>
            <ButtonLink size="small" icon="forward" iconOnly href={to(next)}>
              {t.next}
            </ButtonLink>
            {calendarSpans.map((one) => (
              <ButtonLink
                key={one}
                size="small"
                variant={one === span ? "secondary" : "quiet"}
                aria-current={one === span ? "true" : undefined}
                href={to(on, one)}
              >
                {t.spans[one]}
              </ButtonLink>
            ))}
          </nav>
        </div>
        <Strip phases={page.phases} tasks={page.inPeriod} />
        {!busy && <p className="soft">{t.noEntries}</p>}
        <ol className={`calendar calendar-${span}`}>
          {days.map((day) => (
            <DayCell key={day.day} day={day} today={page.today} week={to(day.day, "week")} />
          ))}
        </ol>
      </div>
    </Page>
  );
}
