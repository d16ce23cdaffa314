import { ColourBadge, DoneOf, StateBadge } from "~/features/tasks/components/task-looks";
import { Against } from "~/features/tasks/counts/components/headline";
import { UnitTable } from "~/features/tasks/counts/components/unit-table";
import { countWords } from "~/features/tasks/counts/messages";
import type { Counts } from "~/features/tasks/counts.rules";
import { taskWords } from "~/features/tasks/messages";
import { taskStates } from "~/features/tasks/rules";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { type Column, Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import type { DashboardData } from "./load.server";

/** Columns of the figures that every table of counts shows alike. */
function useFigures<R extends { counts: Counts }>(): Column<R>[] {
  const t = useWords(countWords);
  const locale = useLocale();
  const figure = (key: "red" | "amber" | "waiting"): Column<R> => ({
    ...{ key, head: t[key], numeric: true },
    cell: ({ counts }) => formatNumber(counts[key], locale),
  });
  return [
    { key: "done", head: t.done, numeric: true, nowrap: true, cell: ({ counts }) => <DoneOf {...counts} /> },
    ...(["red", "amber", "waiting"] as const).map(figure),
  ];
}

/** The pillars of the plan, each with its figure, its progress beside what the dates expect, and its colour. */
export function Groups({ rows }: { rows: DashboardData["groups"] }) {
  const t = useWords(countWords);
  const words = useWords(taskWords);
  const [done, ...figures] = useFigures<(typeof rows)[number]>();
  if (rows.length === 0) return null;
  return (
    <Panel title={t.groups} flush>
      <Table
        caption={t.groups}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id || "loose"}
        rowTone={({ coloured }) => (coloured?.colour === "red" ? "danger" : undefined)}
        columns={[
          {
            key: "title",
            head: words.group,
            primary: true,
            cell: ({ id, code, title }) =>
              id ? (
                <Link href={paths.task(id)}>{[code, title].filter(Boolean).join(" · ")}</Link>
              ) : (
                <span className="soft">{t.loose}</span>
              ),
          },
          done as Column<(typeof rows)[number]>,
          {
            key: "against",
            head: t.progress,
            cell: (row) => <Against progress={row.progress} expected={row.expected} />,
          },
          ...figures,
          {
            key: "colour",
            head: words.fields.colour,
            cell: ({ coloured }) => (coloured ? <ColourBadge {...coloured} /> : "–"),
          },
        ]}
      />
    </Panel>
  );
}

/** The lead units, the worst first unless another order is asked for. */
export function Units({ units, unitCount, sort, query }: DashboardData & { query: string }) {
  const t = useWords(countWords);
  return (
    <Panel title={t.units} id="units" flush>
      <UnitTable rows={units} sort={sort} query={query} anchor="#units" />
      {unitCount > units.length && (
        <p className="panel-foot">
          <Link href={`${paths.taskUnits}${query}`}>{t.allUnits(unitCount)}</Link>
        </p>
      )}
    </Panel>
  );
}

export function Documents({ rows }: { rows: DashboardData["documents"] }) {
  const t = useWords(countWords);
  const { fields } = useWords(taskWords);
  const figures = useFigures<(typeof rows)[number]>();
  return (
    <Panel title={t.documents} flush>
      <Table
        caption={t.documents}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id || "none"}
        columns={[
          {
            key: "number",
            head: fields.documentId,
            primary: true,
            cell: ({ id, number, abstract }) =>
              id ? (
                <>
                  <Link href={paths.document(id)}>
                    <Ltr>{number}</Ltr>
                  </Link>
                  {abstract && <span className="soft small block clamp-2">{abstract}</span>}
                </>
              ) : (
                <span className="soft">{t.noDocument}</span>
              ),
          },
          ...figures,
        ]}
      />
    </Panel>
  );
}

const romans = ["I", "II", "III", "IV"];

/** Done / due in the period / total, for the month, the quarter, the half-year and the year of the day. */
export function Periods({ rows }: { rows: DashboardData["periods"] }) {
  const t = useWords(countWords);
  const locale = useLocale();
  const name = ({ period, to }: (typeof rows)[number]) => {
    const [year, month] = to.split("-").map(Number) as [number, number];
    if (period === "month") return t.month(month, year);
    if (period === "quarter") return t.quarter(romans[month / 3 - 1] as string, year);
    if (period === "half-year") return month === 6 ? t.firstHalf(year) : t.secondHalf(year);
    return t.year(year);
  };
  return (
    <Panel title={t.periods} flush>
      <Table
        caption={t.periods}
        hideCaption
        rows={rows}
        rowKey={({ period }) => period}
        columns={[
          { key: "period", head: t.period, primary: true, cell: name },
          {
            key: "figures",
            head: t.dueOfTotal,
            numeric: true,
            cell: ({ done, due, total }) => (
              <Ltr>{[done, due, total].map((figure) => formatNumber(figure, locale)).join(" / ")}</Ltr>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** How many tasks stand in each state, in the order of the way. */
export function States({ counts }: { counts: Counts }) {
  const t = useWords(countWords);
  const locale = useLocale();
  return (
    <Panel title={t.states}>
      <ul className="plain-list">
        {taskStates.map((state) =>
          counts.states[state] ? (
            <li key={state} className="line-item">
              <span>
                <StateBadge state={state} />
              </span>
              <Ltr>{formatNumber(counts.states[state], locale)}</Ltr>
            </li>
          ) : null,
        )}
      </ul>
    </Panel>
  );
}
