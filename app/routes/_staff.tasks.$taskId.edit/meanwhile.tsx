import { fieldName, valueText } from "~/features/tasks/components/change-text";
import { taskWords } from "~/features/tasks/messages";
import { taskFormWords } from "~/features/tasks/messages/form";
import { taskPageWords } from "~/features/tasks/messages/page";
import { RadioGroup } from "~/ui/choice-field";
import { Notice } from "~/ui/notice";
import { useLocale, useWords } from "~/web/use-words";
import type { Difference } from "./act.server";

/** Somebody saved while this person typed: field by field, theirs or mine. */
export function Meanwhile({ rows, names }: { rows: Difference[]; names: Record<string, string> }) {
  const f = useWords(taskFormWords);
  const t = useWords(taskWords);
  const p = useWords(taskPageWords);
  const locale = useLocale();
  const said = (field: string, value: string) => valueText(field, value, { t, p, locale, names });
  return (
    <div role="alert" className="stack gap-4">
      <Notice tone="warning" title={f.meanwhile}>
        {rows.length > 0 ? f.meanwhileHint : f.meanwhileSame}
      </Notice>
      {rows.map(({ field, mine, theirs }) => (
        <RadioGroup
          key={field}
          name={`take.${field}`}
          label={fieldName(field, t)}
          defaultValue="mine"
          choices={[
            { value: "mine", label: f.mine, hint: <bdi>{said(field, mine)}</bdi> },
            { value: "theirs", label: f.theirs, hint: <bdi>{said(field, theirs)}</bdi> },
          ]}
        />
      ))}
    </div>
  );
}
