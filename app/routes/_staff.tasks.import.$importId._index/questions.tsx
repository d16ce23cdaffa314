import { groupValue } from "~/features/tasks/import/choices.rules";
import { taskImportWords } from "~/features/tasks/import/messages";
import type { Question } from "~/features/tasks/import/rules";
import { unitGroups } from "~/features/tasks/rules";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Panel } from "~/ui/page";
import { type Choice, SelectField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

type Asked = Omit<Question, "rows"> & { count: number; rowList: string };

/** Texts of the file that name no one unit, each with a unit to choose; the answer holds for every row. */
export function Questions({ questions, more, units }: { questions: Asked[]; more: number; units: Choice[] }) {
  const t = useWords(taskImportWords);
  const nameOf = new Map(units.map(({ value, label }) => [value, label.trim()]));
  const choicesOf = ({ role, fault, offers }: Asked): Choice[] => [
    ...offers.map((id) => ({
      value: id,
      label: nameOf.get(id) ?? id,
      group: fault === "unit-closed" ? t.successor : t.likely,
    })),
    ...(role === "unit"
      ? [
          ...unitGroups.map((one) => ({ value: groupValue(one), label: t.groupsOfUnits[one], group: t.manyUnits })),
          { value: "nobody", label: t.nobody, group: t.manyUnits },
        ]
      : []),
    ...units.map((unit) => ({ ...unit, group: t.allUnits })),
  ];
  return (
    <Panel title={t.askTitle} description={t.askLead}>
      <Form method="post" className="stack gap-4">
        <div className="grid">
          {questions.map((asked, n) => (
            <div key={`${asked.role}:${asked.text}`}>
              <input type="hidden" name="ask-role" value={asked.role} />
              <input type="hidden" name="ask-text" value={asked.text} />
              <SelectField
                name="ask-is"
                id={`ask-is-${n}`}
                label={t.askLabel(asked.text, t.askAs[asked.role])}
                hint={t.askRows(asked.count, asked.rowList)}
                placeholder={t.holdBack}
                choices={choicesOf(asked)}
                defaultValue={asked.fault === "unit-closed" && asked.offers.length === 1 ? asked.offers[0] : ""}
              />
            </div>
          ))}
        </div>
        {more > 0 && <p className="soft small">{t.askMore(more)}</p>}
        <FormActions>
          <Button name="do" value="answer">
            {t.keepChoices}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  );
}
