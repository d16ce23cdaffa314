import { Form } from "@remix-run/react";
import { pastWords } from "~/features/awards/past/messages";
import type { PlannedPast } from "~/features/awards/past/reads.server";
import type { TriedRows } from "~/features/awards/past/rules";
import { awardWords } from "~/features/awards/messages";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";

const dayOf = ({ decidedOn, faults, typed }: PlannedPast): string =>
  faults.includes("bad-day") ? typed.decidedOn : decidedOn ? formatDay(decidedOn) : "";

/** What would become of each row, and the button that enters the new ones. */
export function Tried({ rows, fresh, total, paste }: TriedRows<PlannedPast> & { paste: string }) {
  const t = useWords(pastWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  return (
    <Panel
      title={t.tried}
      flush
      actions={
        fresh > 0 && (
          <Form method="post">
            <input type="hidden" name="paste" value={paste} />
            <Button variant="primary" name="do" value="apply">
              {t.apply(formatNumber(fresh, locale))}
            </Button>
          </Form>
        )
      }
    >
      {rows.length < total && (
        <Notice tone="info" title={t.shown(formatNumber(rows.length, locale), formatNumber(total, locale))} />
      )}
      {fresh === 0 && <Notice tone="info" title={t.nothingNew} />}
      <Table
        caption={t.tried}
        hideCaption
        rows={rows}
        rowKey={(row) => String(row.row)}
        rowTone={({ fate }) =>
          fate === "new" ? undefined : fate === "known" || fate === "twice" ? "muted" : "warning"
        }
        columns={[
          { key: "row", head: t.row, numeric: true, cell: (row) => row.row },
          {
            key: "name",
            head: t.name,
            primary: true,
            cell: (row) => (
              <>
                <bdi>{row.name || "–"}</bdi>
                <span className="soft small block">
                  <bdi>{[row.position, row.unitName].filter(Boolean).join(", ")}</bdi>
                </span>
              </>
            ),
          },
          {
            key: "year",
            head: t.year,
            numeric: true,
            cell: (row) => <Ltr>{row.faults.includes("bad-year") ? row.typed.year || "–" : row.year}</Ltr>,
          },
          {
            key: "category",
            head: t.category,
            cell: (row) => (
              <>
                <bdi>{row.category}</bdi>
                <span className="soft small block">
                  {row.faults.includes("bad-form") ? <bdi>{row.typed.form || "–"}</bdi> : w.forms[row.form]} ·{" "}
                  {w.kinds[row.kind]}
                </span>
              </>
            ),
          },
          {
            key: "decision",
            head: t.decisionNumber,
            cell: (row) => <Ltr>{[row.decisionNumber, dayOf(row)].filter(Boolean).join(" · ")}</Ltr>,
          },
          {
            key: "fate",
            head: t.fate,
            cell: (row) => (
              <>
                {row.fate === "faulty" ? (
                  <ul className="plain-list">
                    {row.faults.map((fault) => (
                      <li key={fault}>
                        <Status tone="warning">{t.faults[fault]}</Status>
                      </li>
                    ))}
                  </ul>
                ) : (
                  <Status tone={row.fate === "new" ? "success" : "warning"}>{t.fates[row.fate]}</Status>
                )}
                {row.sameDeed && <span className="soft small block">{t.sameDeed}</span>}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
