import { useEffect, useRef, useState } from "react";
import type { Reason, Colour } from "~/features/tasks/colour.rules";
import { ColourBadge, Due, StateBadge } from "~/features/tasks/components/task-looks";
import type { DuePrecision, TaskState } from "~/features/tasks/rules";
import { type CardStep, isPressed } from "~/features/tasks/views/board.rules";
import { viewWords } from "~/features/tasks/views/messages";
import { Form } from "~/ui/form";
import { Link } from "~/ui/link";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { paths } from "~/web/paths";
import type { Day } from "~/web/time";
import { useWords } from "~/web/use-words";
import { withDragging } from "./drag-and-drop";

export interface CardTask {
  id: string;
  code: string;
  title: string;
  state: TaskState;
  leadName: string;
  dueOn: Day | null;
  duePrecision: DuePrecision;
  colour: Colour;
  reasons: Reason[];
  steps: CardStep[];
}

/** A task on the board, and what its reader may do to it: by dragging, or from its menu. */
export function Card({ task, dragged, query }: { task: CardTask; dragged: boolean; query: string }) {
  const t = useWords(viewWords);
  const box = useRef<HTMLLIElement>(null);
  const [held, setHeld] = useState(false);
  const movable = dragged && task.steps.length > 0;
  useEffect(() => {
    const element = box.current;
    if (!element || !movable) return;
    return withDragging(({ draggable }) =>
      draggable({
        element,
        getInitialData: () => ({ ...task }),
        onDragStart: () => setHeld(true),
        onDrop: () => setHeld(false),
      }),
    );
  }, [movable, task]);
  return (
    <li ref={box} className={`board-card${movable ? " board-movable" : ""}${held ? " board-held" : ""}`}>
      <p className="board-title" dir="auto">
        {task.code && <span className="soft">{task.code} </span>}
        <Link href={paths.task(task.id)} draggable={false}>
          {task.title}
        </Link>
      </p>
      <p className="soft small">
        {task.leadName && (
          <>
            <bdi>{task.leadName}</bdi> ·{" "}
          </>
        )}
        <Due dueOn={task.dueOn} duePrecision={task.duePrecision} />
      </p>
      <div className="board-foot">
        {task.colour === "none" ? <StateBadge state={task.state} /> : <ColourBadge {...task} />}
        {task.steps.length > 0 && (
          <Menu label={t.step.menu(task.title)} icon="more" iconOnly size="small" variant="quiet">
            <Form method="post" action={paths.taskBoard + query} preventScrollReset>
              <input type="hidden" name="taskId" value={task.id} />
              {task.steps.filter(isPressed).map((step) => (
                <MenuButton key={step} name="step" value={step}>
                  {t.step[step]}
                </MenuButton>
              ))}
            </Form>
            {task.steps
              .filter((step) => !isPressed(step))
              .map((step) => (
                <MenuLink key={step} href={paths.task(task.id)}>
                  {t.step[step]}
                </MenuLink>
              ))}
          </Menu>
        )}
      </div>
    </li>
  );
}
