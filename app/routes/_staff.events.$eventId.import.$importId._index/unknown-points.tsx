import { listWords } from "~/features/participants/list/messages";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Panel } from "~/ui/page";
import { type Choice, SelectField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

/** Texts of the file that name no point of the event, each with a point to choose. */
export function UnknownPoints({ unknown, points }: { unknown: { text: string; rows: number }[]; points: Choice[] }) {
  const t = useWords(listWords);
  return (
    <Panel title={t.unknownTitle} description={t.unknownLead}>
      <Form method="post" className="stack gap-4">
        <div className="grid">
          {unknown.map(({ text, rows }, n) => (
            <div key={text}>
              <input type="hidden" name="point-text" value={text} />
              <SelectField
                name="point-is"
                id={`point-is-${n}`}
                label={text}
                hint={t.unknownRows(rows)}
                placeholder={t.leaveOut}
                choices={points}
                defaultValue=""
              />
            </div>
          ))}
        </div>
        <FormActions>
          <Button name="do" value="decide">
            {t.keepPoints}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  );
}
