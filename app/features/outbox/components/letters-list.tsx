import { Badge, Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Pagination } from "~/ui/pagination";
import { type Column, Table } from "~/ui/table";
import { SelectField, TextField } from "~/ui/text-field";
import { Ltr, Time } from "~/ui/text";
import { formatMoment } from "~/web/time";
import { useWords, useZone } from "~/web/use-words";
import { letterWords } from "../messages";
import { type LetterState, letterStates } from "../rules";

export interface ListedLetter {
  id: string;
  kind: string;
  toName: string;
  toAddress: string;
  subject: string;
  state: LetterState;
  writtenAt: Date;
  sentAt: Date | null;
  response: string;
}

const tones = {
  queued: "info",
  claimed: "info",
  sent: "success",
  failed: "danger",
  cancelled: "neutral",
  expired: "warning",
} as const;

export function LetterStatus({ state }: { state: LetterState }) {
  return <Status tone={tones[state]}>{useWords(letterWords).states[state]}</Status>;
}

interface Props {
  letters: ListedLetter[];
  total: number;
  perPage: number;
  filter: { state?: LetterState | undefined; kind: string; term: string; page: number };
  /** The address of this list, without its query. */
  here: string;
  hrefOf: (letterId: string) => string;
  plain?: boolean;
}

/** A list of letters with its filter: the same on the pages of all letters, of an event and of the demo's mailbox. */
export function LettersList({ letters, total, perPage, filter, here, hrefOf, plain = false }: Props) {
  const t = useWords(letterWords);
  const zone = useZone();
  const filtered = Boolean(filter.state || filter.kind || filter.term);
  const columns: Column<ListedLetter>[] = [
    {
      key: "subject",
      head: t.subject,
      primary: true,
      cell: (letter) => (
        <>
          <Link href={hrefOf(letter.id)} plain={plain}>
            {letter.subject}
          </Link>
          <div className="small soft">
            <Badge>{t.kinds[letter.kind] ?? letter.kind}</Badge>
          </div>
        </>
      ),
    },
    {
      key: "to",
      head: t.to,
      cell: (letter) => (
        <>
          {letter.toName}
          <div className="small soft">
            <Ltr>{letter.toAddress}</Ltr>
          </div>
        </>
      ),
    },
    {
      key: "state",
      head: t.state,
      cell: (letter) => (
        <>
          <LetterStatus state={letter.state} />
          {letter.state === "failed" && <div className="small soft">{letter.response.slice(0, 160)}</div>}
        </>
      ),
    },
    {
      key: "written",
      head: t.sent,
      nowrap: true,
      cell: (letter) => {
        const at = letter.sentAt ?? letter.writtenAt;
        return (
          <Time at={at}>
            <Ltr>{formatMoment(at, zone)}</Ltr>
          </Time>
        );
      },
    },
  ];
  const pageHref = (page: number) =>
    `${here}?${new URLSearchParams({ ...(filter.state && { state: filter.state }), kind: filter.kind, q: filter.term, page: String(page) })}`;
  const first = (filter.page - 1) * perPage + 1;
  return (
    <div className="stack">
      <form method="get" action={here}>
        <FilterBar>
          <TextField name="q" type="search" label={t.find} defaultValue={filter.term} />
          <SelectField
            name="state"
            label={t.state}
            defaultValue={filter.state ?? ""}
            choices={[
              { value: "", label: t.allStates },
              ...letterStates.map((value) => ({ value, label: t.states[value] })),
            ]}
          />
          <SelectField
            name="kind"
            label={t.kind}
            defaultValue={filter.kind}
            choices={[
              { value: "", label: t.allKinds },
              ...Object.entries(t.kinds).map(([value, label]) => ({ value, label })),
            ]}
          />
          <Button icon="search">{t.search}</Button>
          {filtered && (
            <ButtonLink href={here} variant="quiet" plain={plain}>
              {t.clear}
            </ButtonLink>
          )}
        </FilterBar>
      </form>
      <Table
        caption={t.letters}
        hideCaption
        rows={letters}
        rowKey={(letter) => letter.id}
        columns={columns}
        rowTone={(letter) => (letter.state === "failed" ? "danger" : undefined)}
        empty={
          <EmptyState title={filtered ? t.noMatch : t.none} level={2}>
            {filtered ? t.noMatchText : t.noneText}
          </EmptyState>
        }
      />
      {total > perPage && (
        <Pagination
          summary={t.shown(first, Math.min(total, first + perPage - 1), total)}
          {...(filter.page > 1 && { previous: pageHref(filter.page - 1) })}
          {...(first + perPage - 1 < total && { next: pageHref(filter.page + 1) })}
        />
      )}
    </div>
  );
}
