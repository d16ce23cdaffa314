import { assignmentWords } from "~/features/awards/assignment/messages";
import type { ShownCategory } from "~/features/awards/assignment/shown.reads.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";

interface Line {
  memberId: string;
  name: string;
  now: number;
  after: number;
  total: number;
  totalAfter: number;
  recused: number;
}

interface Props {
  category: ShownCategory;
  members: Line[];
  /** How many of them are seen. */
  dossiers: number;
  plan: { version: string; changes: boolean; connected: boolean; tooFew: number } | null;
}

/** What each member has and would have; the button does what is shown. */
export function Members({ category, members, dossiers, plan }: Props) {
  const t = useWords(assignmentWords);
  const locale = useLocale();
  const number = (n: number) => formatNumber(n, locale);
  const figure = (key: keyof Omit<Line, "memberId" | "name">, head: string, strong = false) => ({
    ...{ key, head, numeric: true },
    cell: (row: Line) => (strong ? <strong>{number(row[key])}</strong> : number(row[key])),
  });
  const table = (
    <Table
      caption={t.loads}
      hideCaption
      rows={members}
      rowKey={(row) => row.memberId}
      columns={[
        { key: "name", head: t.member, primary: true, cell: (row) => <bdi>{row.name}</bdi> },
        figure("now", t.now, !plan?.changes),
        ...(plan?.changes ? [figure("after", t.after, true)] : []),
        figure("total", t.total),
        ...(plan?.changes ? [figure("totalAfter", t.totalAfter)] : []),
        figure("recused", t.recused),
      ]}
    />
  );
  if (!plan?.changes)
    return (
      <Panel title={t.loads} description={plan ? t.same : undefined} flush>
        {table}
      </Panel>
    );
  const restores = category.each === null;
  return (
    <Panel title={t.plan} description={restores ? t.restoreLead : t.planLead}>
      {!restores && (
        <Notice tone={plan.connected ? "success" : "warning"} title={plan.connected ? t.connected : t.disconnected} />
      )}
      {plan.tooFew > 0 && <Notice tone="warning" title={t.tooFew(number(plan.tooFew))} />}
      {table}
      <Form method="post" className="stack gap-3">
        <input type="hidden" name="version" value={plan.version} />
        {category.given > 0 && <p className="soft">{t.replaces}</p>}
        <div>
          <Button variant="primary">{(restores ? t.restore : t.confirm)(number(dossiers))}</Button>
        </div>
      </Form>
    </Panel>
  );
}
