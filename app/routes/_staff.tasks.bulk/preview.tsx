import { PreviewTable } from "~/features/tasks/bulk/components/preview-table";
import type { Due } from "~/features/tasks/bulk/components/change-words";
import { bulkWords } from "~/features/tasks/bulk/messages";
import type { BulkAct } from "~/features/tasks/bulk/rules";
import type { BulkRow } from "~/features/tasks/bulk/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { Rows } from "./rows";

interface Props {
  act: BulkAct;
  query: string;
  rows: string[];
  press: string;
  value: string;
  tried: BulkRow[];
  names: Record<string, string>;
  due: Due | null;
}

/** What would become of each task; one press does it for those that may. */
export function Preview({ press, value, tried, names, due, ...given }: Props) {
  const t = useWords(bulkWords);
  const good = tried.filter(({ changes }) => changes.length > 0).length;
  const stay = tried.filter(({ refused }) => refused !== null).length;
  const same = tried.length - good - stay;
  return (
    <div className="stack">
      <Notice
        tone={stay > 0 ? "warning" : "info"}
        title={`${t.acts[given.act]}: ${good > 0 ? t.willChange(good, tried.length) : t.nothingChanges}`}
      >
        {stay > 0 && <p>{t.willStay(stay)}.</p>}
        {same > 0 && <p>{t.same(same)}</p>}
      </Notice>
      <Form method="post">
        <Rows {...given} />
        <input type="hidden" name="value" value={value} />
        <input type="hidden" name="press" value={press} />
        <FormActions>
          {good > 0 && (
            <Button variant={given.act === "cancel" ? "danger" : "primary"} name="do" value="apply">
              {t.apply(good)}
            </Button>
          )}
          {given.act !== "assign" && <Button>{t.otherValue}</Button>}
          <ButtonLink variant="quiet" href={paths.tasks + given.query}>
            {t.back}
          </ButtonLink>
        </FormActions>
      </Form>
      <Panel flush>
        <PreviewTable
          rows={tried.filter(({ refused, changes }) => refused || changes.length > 0)}
          {...{ names, due }}
        />
      </Panel>
    </div>
  );
}
