import { assignmentWords } from "~/features/awards/assignment/messages";
import type { ShownDossier } from "~/features/awards/assignment/shown.reads.server";
import { Status } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  roundId: string;
  dossiers: ShownDossier[];
  /** A sharing is proposed that would change them. */
  planned: boolean;
}

/** Each dossier with who scores it, and who would. */
export function Dossiers({ roundId, dossiers, planned }: Props) {
  const t = useWords(assignmentWords);
  const locale = useLocale();
  const named = (names: string[] | null) =>
    names === null ? (
      t.whole
    ) : names.length === 0 ? (
      <span className="soft">{t.nobody}</span>
    ) : (
      <bdi>{names.join(", ")}</bdi>
    );
  return (
    <Panel title={t.dossiers} flush>
      <Table
        caption={t.dossiers}
        hideCaption
        rows={dossiers}
        rowKey={(row) => row.nominationId}
        columns={[
          {
            key: "dossier",
            head: t.dossiers,
            primary: true,
            cell: ({ name, unitName, receipt }) => (
              <>
                <bdi>{name || t.number(String(receipt ?? "–"))}</bdi>
                {unitName && unitName !== name && (
                  <span className="soft small block">
                    <bdi>{unitName}</bdi>
                  </span>
                )}
              </>
            ),
          },
          {
            key: "judges",
            head: planned ? t.now : t.judges,
            cell: ({ judges, lack }) => (
              <div>
                {named(judges)}
                {lack > 0 && (
                  <span className="block">
                    <Status tone="warning">{t.lack(formatNumber(lack, locale))}</Status>
                  </span>
                )}
              </div>
            ),
          },
          ...(planned
            ? [{ key: "after", head: t.after, cell: ({ after }: ShownDossier) => named(after) }]
            : [
                {
                  ...{ key: "begun", head: t.ballots, numeric: true },
                  cell: ({ begun }: ShownDossier) => formatNumber(begun, locale),
                },
              ]),
          {
            ...{ key: "change", head: t.change, actions: true },
            cell: ({ nominationId, changeable }) =>
              changeable && (
                <ButtonLink size="small" variant="quiet" href={paths.awardJudges(roundId, nominationId)}>
                  {t.change}
                </ButtonLink>
              ),
          },
        ]}
      />
    </Panel>
  );
}
