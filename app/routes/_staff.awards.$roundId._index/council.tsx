import { memberColumns } from "~/features/awards/components/member-columns";
import { awardWords } from "~/features/awards/messages";
import type { CouncilRole } from "~/features/awards/terms.rules";
import { Status } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

export interface MemberLine {
  id: string;
  name: string;
  title: string;
  role: CouncilRole;
  unitName: string | null;
  declared: boolean;
}

interface Props {
  roundId: string;
  rows: MemberLine[];
  manages: boolean;
  /** Has a seat: a conflict may come to mind after the declaration is in. */
  seated: boolean;
}

/** Who sits in the council, and who has declared conflicts. */
export function Council({ roundId, rows, manages, seated }: Props) {
  const t = useWords(awardWords);
  return (
    <Panel
      title={t.council}
      flush={rows.length > 0}
      actions={
        (manages || seated) && (
          <>
            <ButtonLink href={paths.awardConflicts(roundId)} size="small">
              {t.conflicts}
            </ButtonLink>
            {manages && (
              <>
                <ButtonLink href={paths.awardAssignments(roundId)} size="small">
                  {t.assignments}
                </ButtonLink>
                <ButtonLink href={paths.awardCouncil(roundId)} size="small" icon="edit">
                  {t.edit}
                </ButtonLink>
              </>
            )}
          </>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t.councilNone} level={3} />
      ) : (
        <Table
          caption={t.council}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            ...memberColumns(t),
            {
              key: "declared",
              head: t.declareFirst,
              cell: (row) => (
                <Status tone={row.declared ? "success" : "neutral"}>{row.declared ? t.declared : t.notDeclared}</Status>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}
