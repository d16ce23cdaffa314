import { PlaceBadge } from "~/features/awards/components/place-badge";
import { awardWords } from "~/features/awards/messages";
import { scoringWords } from "~/features/awards/scoring/messages";
import { units } from "~/features/awards/scoring/ballot.rules";
import type { ShownRanking } from "~/features/awards/scoring/shown.reads.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { TextArea, TextField } from "~/ui/text-field";
import { formatExactly, formatNumber } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";

interface Props extends ShownRanking {
  manages: boolean;
  /** The dossiers are the reader's to open. */
  opens: boolean;
  refused: { errors: Record<string, string>; values: Record<string, string> } | null;
}

/** One category: its ranks, its warnings, and for who runs the round the weights and the journal. */
export function CategoryRanks(props: Props) {
  const {
    id,
    title,
    quota,
    rows,
    mode,
    disconnected,
    stray,
    hidden,
    criteria,
    journal,
    manages,
    opens,
    refused,
    minimumScore,
  } = props;
  const t = useWords(scoringWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const zone = useZone();
  const two = (value: number | null) => (value === null ? "–" : formatNumber(units(value) / 100, locale, 2));
  const code = refused?.errors.form;
  return (
    <Panel
      title={inLanguage(title, locale)}
      description={[t.modes[mode], quota !== null && w.quotaOf(formatNumber(quota, locale))]
        .filter(Boolean)
        .join(" · ")}
    >
      {hidden ? (
        <p className="soft">{t.hidden}</p>
      ) : (
        <>
          {disconnected && <Notice tone="warning" title={t.disconnected} />}
          {stray > 0 && <Notice tone="info" title={t.stray(formatNumber(stray, locale))} />}
          <Table
            caption={inLanguage(title, locale)}
            hideCaption
            rows={rows}
            rowKey={(row) => row.nominationId}
            columns={[
              { key: "rank", head: t.rank, numeric: true, cell: (row) => row.rank ?? "–" },
              {
                key: "nominee",
                head: t.dossier,
                primary: true,
                cell: (row) => (
                  <>
                    {opens ? (
                      <Link href={paths.nomination(row.nominationId)}>
                        <bdi>{row.name || t.number(String(row.receipt ?? "–"))}</bdi>
                      </Link>
                    ) : (
                      <bdi>{row.name || t.number(String(row.receipt ?? "–"))}</bdi>
                    )}
                    {row.place && (
                      <>
                        {" "}
                        <PlaceBadge place={row.place} />
                      </>
                    )}
                    <span className="soft small block">
                      {row.rank === null ? t.notEnough : row.decidedBy ? t.decided[row.decidedBy] : ""}
                      {row.belowMinimum ? ` · ${t.below(formatExactly(minimumScore ?? 0, locale))}` : ""}
                    </span>
                  </>
                ),
              },
              { key: "score", head: t.score, numeric: true, cell: (row) => <Ltr>{two(row.score)}</Ltr> },
              { key: "raw", head: t.raw, numeric: true, cell: (row) => <Ltr>{two(row.raw)}</Ltr> },
              { key: "rawRank", head: t.rawRank, numeric: true, cell: (row) => row.rawRank ?? "–" },
              { key: "spread", head: t.spread, numeric: true, cell: (row) => <Ltr>{two(row.spread)}</Ltr> },
              {
                key: "ballots",
                head: t.ballots,
                numeric: true,
                cell: (row) => t.needed(String(row.ballots), String(row.needed)),
              },
            ]}
          />
        </>
      )}
      {manages && !hidden && (
        <Disclosure summary={t.weights} open={refused !== null}>
          <Form method="post" noValidate className="stack gap-3">
            <p className="soft">{t.weightsLead}</p>
            {code && <Notice tone="danger" title={t.errors[code] ?? code} />}
            <input type="hidden" name="categoryId" value={id} />
            <div className="grid grid-narrow align-end">
              {criteria.map((criterion) => (
                <TextField
                  key={criterion.id}
                  id={`weight-${criterion.id}`}
                  name={`weight.${criterion.id}`}
                  label={inLanguage(criterion.title, locale)}
                  defaultValue={refused?.values[`weight.${criterion.id}`] ?? String(criterion.weight)}
                  inputMode="numeric"
                  width="xs"
                />
              ))}
            </div>
            <TextArea
              name="reason"
              id={`reason-${id}`}
              label={t.reason}
              rows={2}
              defaultValue={refused?.values.reason ?? ""}
              error={refused?.errors.reason ? t.errors[refused.errors.reason] : undefined}
            />
            <div>
              <Button>{t.recount}</Button>
            </div>
          </Form>
        </Disclosure>
      )}
      {journal.length > 0 && (
        <Disclosure summary={t.journal}>
          <ol className="plain-list">
            {journal.map((entry) => (
              <li key={entry.id} className="small">
                <bdi>{entry.byName}</bdi>: <bdi>{entry.reason}</bdi>
                <span className="block">
                  {entry.changes.map(({ field, from, to }) => `${field}: ${from} → ${to}`).join("; ")}
                </span>
                <span className="soft block">
                  <Ltr>{formatMoment(entry.at, zone)}</Ltr>
                </span>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
    </Panel>
  );
}
