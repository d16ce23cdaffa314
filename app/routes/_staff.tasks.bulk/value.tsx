import { ValueField } from "~/features/tasks/bulk/components/value-field";
import { bulkWords } from "~/features/tasks/bulk/messages";
import type { BulkAct } from "~/features/tasks/bulk/rules";
import { mostRows } from "~/features/tasks/query.rules";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import type { Choice } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { Rows } from "./rows";

interface Props {
  act: BulkAct;
  query: string;
  rows: string[];
  choices: Choice[];
  typed: string;
  error: string | undefined;
}

/** Asks for the new value. */
export function Value({ choices, typed, error, ...given }: Props) {
  const t = useWords(bulkWords);
  return (
    <Panel title={t.chosen(given.rows.length)}>
      {given.rows.length === mostRows && <Notice tone="warning">{t.cut(mostRows)}</Notice>}
      <Form method="post" noValidate className="stack gap-4">
        <Rows {...given} />
        <ValueField act={given.act} choices={choices} typed={typed} error={error} />
        <FormActions>
          <Button variant="primary" name="do" value="try">
            {t.tryIt}
          </Button>
          <ButtonLink variant="quiet" href={paths.tasks + given.query}>
            {t.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </Panel>
  );
}
