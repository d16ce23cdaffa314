import { ColourBadge, Due } from "~/features/tasks/components/task-looks";
import { countWords } from "~/features/tasks/counts/messages";
import { scopeQuery } from "~/features/tasks/counts/rules";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import type { DashboardData } from "./load.server";

type Line = DashboardData["red"]["rows"][number];

function TaskLine({ row, note, children }: { row: Line; note: string; children: React.ReactNode }) {
  return (
    <li className="line-item">
      <span>
        <Link href={paths.task(row.id)}>{[row.code, row.title].filter(Boolean).join(" · ")}</Link>
        <span className="soft small block">
          {note && `${note} · `}
          <Due dueOn={row.dueOn} duePrecision={row.duePrecision} />
        </span>
      </span>
      {children}
    </li>
  );
}

/** The red tasks, the longest overdue first, each with its reason. */
export function Wrong({ red, scope, asked }: Pick<DashboardData, "red" | "scope" | "asked">) {
  const t = useWords(countWords);
  const locale = useLocale();
  const more = red.count - red.rows.length;
  return (
    <Panel title={t.wrong} description={`${t.red}: ${formatNumber(red.count, locale)}`}>
      {red.count === 0 && <p className="soft">{t.nothingWrong}</p>}
      <ul className="plain-list">
        {red.rows.map((row) => (
          <TaskLine key={row.id} row={row} note={row.unit}>
            {row.coloured && <ColourBadge {...row.coloured} />}
          </TaskLine>
        ))}
      </ul>
      {more > 0 && !asked.on && (
        <p>
          <Link href={paths.tasks + scopeQuery(scope, { colour: "red" })}>{t.more(more)}</Link>
        </p>
      )}
    </Panel>
  );
}

/** What was handed in and has lain longest with its appraiser. */
export function Waiting({ rows }: { rows: DashboardData["waiting"] }) {
  const t = useWords(countWords);
  return (
    <Panel title={t.longest}>
      {rows.length === 0 && <p className="soft">{t.nobodyWaits}</p>}
      <ul className="plain-list">
        {rows.map((row) => (
          <TaskLine key={row.id} row={row} note={row.unit && t.waitsWith(row.unit)}>
            <span className="small nowrap">{t.waitedDays(row.days)}</span>
          </TaskLine>
        ))}
      </ul>
    </Panel>
  );
}
