import { colourLooks } from "~/features/tasks/components/task-looks";
import { taskWords } from "~/features/tasks/messages";
import { viewWords } from "~/features/tasks/views/messages";
import { whyText } from "~/features/tasks/wording.rules";
import { toneSigns } from "~/ui/badge";
import { Icon } from "~/ui/icon";
import { Link } from "~/ui/link";
import { paths } from "~/web/paths";
import { formatDay, weekdayOf } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";
import type { CalendarPage } from "./load.server";

type Day = CalendarPage["days"][number];
type Due = Day["due"][number];

/** A day with what falls on it. On a phone only days that hold something stand in the list. */
export function DayCell({ day, today, week }: { day: Day; today: string; week: string }) {
  const t = useWords(viewWords);
  const locale = useLocale();
  const empty = day.notes.length + day.due.length === 0 && !day.special;
  const look = [
    "calendar-day",
    day.off && "calendar-off",
    day.outside && "calendar-outside",
    empty && "calendar-empty",
    day.day === today && "calendar-today",
  ];
  return (
    <li className={look.filter(Boolean).join(" ")}>
      <h3>
        <time dateTime={day.day}>
          <span className="calendar-weekday">{weekdayOf(day.day, locale)}</span>{" "}
          <bdi>{formatDay(day.day).slice(0, 5)}</bdi>
        </time>
        {day.day === today && <span className="badge tone-accent">{t.today}</span>}
      </h3>
      {day.special && (
        <p className="calendar-special">
          {day.special.kind === "off" ? t.holiday : t.worked}: {day.special.name}
        </p>
      )}
      <ul>
        {day.notes.map((note) => (
          <li key={`${note.kind} ${note.title}`} className={`calendar-entry calendar-${note.kind}`}>
            <Icon name={note.kind === "event" ? "event" : "campaign"} size={14} label={t[note.kind]} />
            <Link href={note.href} title={note.title}>
              {note.clock && <bdi>{note.clock} </bdi>}
              {note.title}
            </Link>
          </li>
        ))}
        {day.due.map((task) => (
          <DueEntry key={task.id} task={task} />
        ))}
      </ul>
      {day.more > 0 && <Link href={week}>{t.more(day.more)}</Link>}
    </li>
  );
}

/** A task on its deadline: sign and colour, with the reason in words for readers of the page. */
export function DueEntry({ task }: { task: Due }) {
  const tt = useWords(taskWords);
  const locale = useLocale();
  const { tone, icon } = colourLooks[task.colour];
  const why = task.reasons[0] ? whyText(task.reasons[0], tt, locale) : tt.colours[task.colour];
  return (
    <li className={`calendar-entry tone-${tone}`}>
      <Icon name={icon ?? toneSigns[tone]} size={14} label={why} />
      <Link href={paths.task(task.id)} title={`${task.code} ${task.title} · ${task.leadName} · ${why}`}>
        {task.code} {task.title}
      </Link>
    </li>
  );
}
