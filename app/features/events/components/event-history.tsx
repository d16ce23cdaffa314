import { useWords } from "~/web/use-words";
import { eventWords } from "../messages";
import { programmeWords } from "../programme/messages";
import type { LineTest } from "../programme/rules";
import { useFieldLabels } from "./use-field-labels";
import { At } from "./when";

interface Entry {
  id: string;
  at: Date;
  actorName: string;
  verb: string;
  detail: Record<string, string | number | boolean | null>;
}

/** Who did what to an event, the newest first. */
export function EventHistory({ entries, zone }: { entries: Entry[]; zone: string }) {
  const t = useWords(eventWords).history;
  const tests = useWords(programmeWords).lineTests;
  const labels = useFieldLabels();
  const verbs: Record<string, string> = t.verbs;
  if (entries.length === 0) return <p className="soft">{t.empty}</p>;
  const detailOf = ({ name, fields, reason, result, n }: Entry["detail"]) =>
    [
      name && (typeof n === "number" && n > 1 ? `${name} +${n - 1}` : name),
      result && tests[result as LineTest],
      typeof fields === "string" &&
        fields
          .split(",")
          .map((field) => labels[field] ?? field)
          .join(", "),
      reason,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <ol className="stack gap-3" style={{ listStyle: "none" }}>
      {entries.map((entry) => {
        const detail = detailOf(entry.detail);
        return (
          <li key={entry.id} className="small">
            <span>
              <bdi>{entry.actorName || t.guest}</bdi> {verbs[entry.verb] ?? t.other}
              {detail && (
                <>
                  {": "}
                  <bdi>{detail}</bdi>
                </>
              )}
            </span>
            <div className="soft tiny">
              <At at={entry.at} zone={zone} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}
