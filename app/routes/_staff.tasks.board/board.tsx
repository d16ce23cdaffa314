import { useFetcher, useNavigate } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { taskWords } from "~/features/tasks/messages";
import { carried, noneOf, type TaskQuery, taskAddress } from "~/features/tasks/query.rules";
import { taskStates } from "~/features/tasks/rules";
import {
  type BoardKind,
  type CardStep,
  isPressed,
  type StateColumn,
  stepInto,
} from "~/features/tasks/views/board.rules";
import { viewWords } from "~/features/tasks/views/messages";
import { Link } from "~/ui/link";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import { Card, type CardTask } from "./card";
import { withDragging } from "./drag-and-drop";

export interface BoardColumn {
  key: string;
  name: string | null;
  done: number;
  total: number;
  cards: CardTask[];
}
interface Props {
  columns: BoardColumn[];
  by: BoardKind;
  query: TaskQuery;
}

/** Cards in columns. By state they may be dragged to where a step leads that this person may do. */
export function Board({ columns, by, query }: Props) {
  const t = useWords(viewWords);
  const { submit } = useFetcher();
  const navigate = useNavigate();
  const here = taskAddress(query, { by });
  const act = (task: CardTask, step: CardStep) =>
    isPressed(step)
      ? submit({ taskId: task.id, step }, { method: "post", action: paths.taskBoard + here, preventScrollReset: true })
      : navigate(paths.task(task.id));
  return (
    <>
      {by === "state" && <p className="soft small no-print">{t.dragHint}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="board" aria-label={t.board} tabIndex={0}>
        {columns.map((column) => (
          <Lane key={column.key} {...{ column, by, query, act }} />
        ))}
      </section>
    </>
  );
}

type LaneProps = Omit<Props, "columns"> & { column: BoardColumn; act: (task: CardTask, step: CardStep) => void };

function Lane({ column, by, query, act }: LaneProps) {
  const t = useWords(viewWords);
  const locale = useLocale();
  const box = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const element = box.current;
    if (!element || by !== "state") return;
    return withDragging(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        canDrop: ({ source }) => stepInto(column.key, source.data as unknown as CardTask) !== null,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop({ source }) {
          setOver(false);
          const task = source.data as unknown as CardTask;
          const step = stepInto(column.key, task);
          if (step) latest.current(task, step);
        },
      }),
    );
  }, [by, column.key]);
  const left = column.total - column.cards.length;
  const name = useName(column, by);
  return (
    <section ref={box} className={over ? "board-column board-over" : "board-column"} aria-label={name}>
      <header className="board-head">
        <h2>{name}</h2>
        <Ltr>
          {by === "state"
            ? formatNumber(column.total, locale)
            : `${formatNumber(column.done, locale)}/${formatNumber(column.total, locale)}`}
        </Ltr>
      </header>
      {column.cards.length === 0 && <p className="soft small">{t.nothingHere}</p>}
      <ul>
        {column.cards.map((task) => (
          <Card key={task.id} task={task} dragged={by === "state"} query={taskAddress(query, { by })} />
        ))}
      </ul>
      {left > 0 && (
        <Link className="board-more" href={paths.tasks + taskAddress(inColumn(carried(query), by, column.key))}>
          {t.more(left)}
        </Link>
      )}
    </section>
  );
}

function useName({ key, name }: BoardColumn, by: BoardKind): string {
  const t = useWords(viewWords);
  const { colours } = useWords(taskWords);
  if (by === "state") return t.columns[key as StateColumn];
  if (by === "colour") return colours[key as keyof typeof colours];
  return name ?? (by === "unit" ? t.noUnit : t.noGroup);
}

/** What stands in a column, as the list is asked for it. */
function inColumn(query: TaskQuery, by: BoardKind, key: string): TaskQuery {
  if (by === "colour") return { ...query, colour: key as TaskQuery["colour"] };
  if (by === "unit") return { ...query, unitId: key || noneOf, alone: key !== "" };
  if (by === "group") return { ...query, groupId: key || noneOf };
  // Where one state is asked for, the column holds nothing else.
  return taskStates.some((state) => state === query.state) ? query : { ...query, state: key as TaskQuery["state"] };
}
