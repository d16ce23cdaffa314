import { conflictWords } from "~/features/awards/conflicts/messages";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Panel } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { awardWords } from "~/features/awards/messages";
import { useWords } from "~/web/use-words";

interface Line {
  key: string;
  nomineeName: string;
  unitName: string;
  reason: string | null;
  kept: boolean;
}
interface Props {
  lines: Line[];
  errors: Record<string, string>;
  /** As typed, when it was refused. */
  values?: Record<string, string>;
  /** There is more on the page than this form. */
  titled: boolean;
  back: string;
}

/** What a member declares: each nominee with a box and a reason, by unit, without any number of a dossier. */
export function Declaration({ lines, errors, values, titled, back }: Props) {
  const t = useWords(conflictWords);
  const w = useWords(awardWords);
  const typed = values && values.do === undefined ? values : undefined;
  const form = (
    <Form method="post" noValidate className="stack">
      {lines.length === 0 && <EmptyState title={t.none} />}
      {lines.map((line) => {
        const { key, nomineeName, unitName, reason, kept } = line;
        return (
          <div key={key} className="stack gap-2 asks-when-ticked">
            <CheckboxField
              name={`conflict.${key}`}
              value="1"
              label={
                <>
                  <bdi>{nomineeName}</bdi> {unitName !== nomineeName && <bdi className="soft">{unitName}</bdi>}
                </>
              }
              hint={kept ? t.kept : undefined}
              defaultChecked={kept || (typed ? typed[`conflict.${key}`] !== undefined : reason !== null)}
              disabled={kept}
            />
            <TextField
              name={`reason.${key}`}
              label={`${t.reasonOf}: ${nomineeName}`}
              hideLabel
              placeholder={t.reasonOf}
              defaultValue={typed ? typed[`reason.${key}`] : (reason ?? "")}
              error={errors[`reason.${key}`] ? t.errors[errors[`reason.${key}`] ?? ""] : undefined}
              disabled={kept}
              autoComplete="off"
            />
          </div>
        );
      })}
      <FormActions>
        <Button variant="primary">{t.declare}</Button>
        <ButtonLink href={back} variant="quiet">
          {w.cancel}
        </ButtonLink>
      </FormActions>
    </Form>
  );
  return titled ? (
    <Panel title={t.declareTitle} description={t.declareLead}>
      {form}
    </Panel>
  ) : (
    form
  );
}
