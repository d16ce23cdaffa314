import { fieldName, valueText } from "~/features/tasks/components/change-text";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import type { Health } from "~/features/tasks/rules";
import { Section } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";

interface Entry {
  id: string;
  at: Date;
  kind: keyof typeof taskPageWords.vi.kinds;
  byName: string;
  note: string;
  health: Health | null;
  progress: number | null;
  changes: { field: string; from: string; to: string }[];
}

/** Who did what and when, the newest first; changes from what to what. */
export function History({ history, names }: { history: Entry[]; names: Record<string, string> }) {
  const p = useWords(taskPageWords);
  const t = useWords(taskWords);
  const locale = useLocale();
  const zone = useZone();
  const said = (field: string, value: string) => valueText(field, value, { t, p, locale, names });
  return (
    <Section title={p.history}>
      <ol className="plain-list">
        {history.map((entry) => (
          <li key={entry.id} className="small">
            <bdi>
              <strong>{entry.byName}</strong>
            </bdi>{" "}
            {p.kinds[entry.kind]}
            {entry.progress !== null && ` · ${formatNumber(entry.progress, locale)} %`}
            {entry.health && ` · ${t.healths[entry.health]}`}
            {entry.note && <bdi className="block lines">{entry.note}</bdi>}
            {entry.changes.map(({ field, from, to }) => (
              <bdi key={field} className="block">
                {p.changed(fieldName(field, t), said(field, from), said(field, to))}
              </bdi>
            ))}
            <span className="soft tiny block">
              <Ltr>{formatMoment(entry.at, zone)}</Ltr>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
