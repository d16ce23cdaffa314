import { Icon } from "~/ui/icon";
import { Link } from "~/ui/link";
import { type Column, type RowGroup, Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import { ColourBadge, DoneOf, Due } from "../../components/task-looks";
import { taskWords } from "../../messages";
import { shownPercent } from "../../progress.rules";
import { taskListWords } from "../messages";
import { type TaskQuery, type TaskSort, taskAddress } from "../../query.rules";
import type { TaskList } from "../reads.server";
import type { ListedTask } from "../rows.reads.server";

interface Props {
  list: Pick<TaskList, "sections" | "rows">;
  query: TaskQuery;
  /** Tick boxes before the rows that the person may change; the table then stands in a form. */
  ticked: boolean;
}

/** The tasks of a page, under their groups or flat; every head that can sort is a link. */
export function TaskTable({ list, query, ticked }: Props) {
  const t = useWords(taskWords);
  return (
    <div className="task-list">
      <Table
        caption={t.tasks}
        hideCaption
        columns={useColumns(query)}
        rows={list.rows}
        groups={useGroups(list)}
        rowKey={({ id }) => id}
        rowTone={({ colour }) => (colour.colour === "red" ? "danger" : colour.colour === "none" ? "muted" : undefined)}
        select={
          ticked
            ? {
                name: "task",
                value: ({ id }) => id,
                label: ({ code, title }) => `${code} ${title}`,
                disabled: ({ keeps }) => !keeps,
              }
            : undefined
        }
      />
    </div>
  );
}

function useColumns(query: TaskQuery): Column<ListedTask>[] {
  const { heads, critical } = useWords(taskListWords);
  const { states } = useWords(taskWords);
  const sorted = (sort: TaskSort) => {
    const current = query.sort === sort;
    const descending = current && !query.descending;
    return {
      href: `${paths.tasks}${taskAddress({ ...query, sort, descending, page: 1 })}`,
      direction: current ? ((query.descending ? "descending" : "ascending") as "ascending" | "descending") : undefined,
    };
  };
  return [
    { key: "code", head: heads.code, nowrap: true, width: "3.5rem", cell: ({ code }) => code && <Ltr>{code}</Ltr> },
    {
      key: "title",
      head: heads.title,
      primary: true,
      cell: (task) => (
        <span className="task-title" style={{ paddingInlineStart: `${task.depth * 1.25}rem` }}>
          <Link href={paths.task(task.id)} data-task={task.id} title={task.title}>
            {task.title}
          </Link>
          {task.critical && <Icon name="campaign" label={critical} size={14} />}
        </span>
      ),
    },
    {
      key: "lead",
      head: heads.lead,
      width: "9.5rem",
      sort: sorted("lead"),
      cell: ({ lead, responsible }) =>
        lead && (
          <span className="task-who">
            <span title={lead.name}>{lead.short}</span>
            {responsible && (
              <span className="soft" title={`${heads.responsible}: ${responsible}`}>
                {responsible}
              </span>
            )}
          </span>
        ),
    },
    { key: "due", head: heads.due, width: "6.75rem", sort: sorted("due"), cell: (task) => <Due {...task} /> },
    { key: "state", head: heads.state, width: "6.75rem", sort: sorted("state"), cell: ({ state }) => states[state] },
    {
      key: "colour",
      head: heads.colour,
      width: "12.5rem",
      sort: sorted("colour"),
      cell: ({ colour }) => <ColourBadge {...colour} />,
    },
    {
      key: "progress",
      head: heads.progress,
      numeric: true,
      nowrap: true,
      width: "5.25rem",
      sort: sorted("progress"),
      cell: (task) => <Progress {...task} />,
    },
  ];
}

function Progress({ progress, parts }: ListedTask) {
  const locale = useLocale();
  const shown = shownPercent(progress);
  if (shown === null) return <span className="soft">–</span>;
  return (
    <>
      <Ltr>{formatNumber(shown, locale)} %</Ltr>
      {parts && (
        <span className="soft small block">
          <Ltr>
            {formatNumber(parts.done, locale)}/{formatNumber(parts.total, locale)}
          </Ltr>
        </span>
      )}
    </>
  );
}

/** The heads between the rows; undefined where the list is flat. */
export function useGroups({ sections, rows }: Props["list"]): RowGroup<ListedTask>[] | undefined {
  const t = useWords(taskListWords);
  if (!sections) return undefined;
  let at = 0;
  return sections.map(({ group, depth, skip, shown, done, total }) => {
    const start = at;
    at += shown;
    return {
      key: group?.id ?? "none",
      rows: rows.slice(start, at),
      head: (
        <span className="task-group" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          <span>
            {group ? (
              <Link href={paths.task(group.id)}>
                <bdi>{[group.code, group.title].filter(Boolean).join(". ")}</bdi>
              </Link>
            ) : (
              t.noGroup
            )}
            {skip > 0 && <span className="soft"> {t.continued}</span>}
          </span>
          <span className="task-group-figures">
            <DoneOf done={done} total={total} />
          </span>
        </span>
      ),
    };
  });
}
