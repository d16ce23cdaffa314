import { Fragment } from "react";
import { awardWords } from "~/features/awards/messages";
import { isIn, isWithUnit, type NominationState, nominationStates } from "~/features/awards/nominations/rules";
import type { StateCounts } from "~/features/awards/sight.reads.server";
import type { AwardForm, VoteBase } from "~/features/awards/terms.rules";
import { ButtonLink } from "~/ui/button";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { formatNumber } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

export interface CategoryLine {
  id: string;
  title: Localized;
  forms: AwardForm[];
  quota: number | null;
  thresholdPercent: number;
  overHalf: boolean;
  voteBase: VoteBase;
  criteria: { id: string; title: Localized; weight: number }[];
  counts: StateCounts;
}

interface Props {
  roundId: string;
  rows: CategoryLine[];
  access: { manages: boolean; nominates: boolean };
  open: boolean;
}

const sum = (counts: StateCounts, counted: (state: NominationState) => boolean) =>
  nominationStates.filter(counted).reduce((all, state) => all + (counts[state] ?? 0), 0);

/** The categories of a round with what each asks, and how many nominations it has. */
export function Categories({ roundId, rows, access, open }: Props) {
  const t = useWords(awardWords);
  const locale = useLocale();
  const n = (value: number) => formatNumber(value, locale);
  const counted = [
    { key: "in", head: t.handedIn, numeric: true, cell: (row: CategoryLine) => n(sum(row.counts, isIn)) },
    { key: "drafts", head: t.drafts, numeric: true, cell: (row: CategoryLine) => n(sum(row.counts, isWithUnit)) },
  ];
  return (
    <Panel
      title={t.categories}
      flush
      actions={
        access.manages &&
        open && (
          <ButtonLink href={paths.awardCategoryNew(roundId)} size="small" icon="add">
            {t.categoryAdd}
          </ButtonLink>
        )
      }
    >
      <Table
        caption={t.categories}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "title",
            head: t.category,
            primary: true,
            cell: (row) => (
              <>
                {access.manages && open ? (
                  <Link href={paths.awardCategory(roundId, row.id)}>{inLanguage(row.title, locale)}</Link>
                ) : (
                  inLanguage(row.title, locale)
                )}
                <span className="soft small block">
                  {row.criteria.map(({ id, title, weight }, n) => (
                    <Fragment key={id}>
                      {n > 0 && " · "}
                      <bdi>
                        {inLanguage(title, locale)} {weight}
                      </bdi>
                    </Fragment>
                  ))}
                </span>
              </>
            ),
          },
          { key: "forms", head: t.fields.forms, cell: (row) => row.forms.map((form) => t.forms[form]).join(", ") },
          {
            key: "quota",
            head: t.fields.quota,
            cell: (row) => (row.quota === null ? t.noQuota : t.quotaOf(n(row.quota))),
          },
          {
            key: "vote",
            head: t.phases.vote,
            wideOnly: true,
            cell: (row) =>
              row.overHalf
                ? t.overHalfOf(t.bases[row.voteBase])
                : t.threshold(String(row.thresholdPercent), t.bases[row.voteBase]),
          },
          ...(access.manages ? counted : []),
        ]}
      />
    </Panel>
  );
}
