import { viewWords } from "~/features/tasks/views/messages";
import { useWords } from "~/web/use-words";

/** What the lines of the picture mean. */
export function Legend({ weeks }: { weeks: boolean }) {
  const { legend } = useWords(viewWords);
  return (
    <ul className="gantt-legend" aria-label={legend.title}>
      <li>
        <span className="gantt-key gantt-key-progress" />
        {legend.progress}
      </li>
      <li>
        <span className="gantt-key gantt-key-planned" />
        {legend.planned}
      </li>
      <li>
        <span className="gantt-key gantt-key-soft" />
        {legend.soft}
      </li>
      <li>
        <span className="gantt-key gantt-key-order" />
        {legend.order}
      </li>
      <li>
        <span className="gantt-key gantt-key-early" />
        {legend.early}
      </li>
      {weeks && (
        <li>
          <span className="gantt-key gantt-key-rest" />
          {legend.rest}
        </li>
      )}
    </ul>
  );
}
