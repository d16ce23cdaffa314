import { Form } from "@remix-run/react";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import type { Row } from "~/features/events/programme/forms";
import { programmeWords } from "~/features/events/programme/messages";
import { agendaClock, agendaMinutes, eventMinutes, markOf } from "~/features/events/rules";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Disclosure } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { TextField } from "~/ui/text-field";
import { clockOf } from "~/web/time";
import { useWords } from "~/web/use-words";
import { AgendaTable } from "./agenda-table";
import { RowButtons } from "./row-buttons";

interface Props {
  items: { title: string; speaker: string; minutes: number }[];
  seen: string;
  event: { startsAt: Date; endsAt: Date; zone: string };
  unsaved?: { rows: Row[]; errors: Record<string, string>; seen: string; reason?: string };
}

const minutesOf = (row: Row): number => (/^\d{1,4}$/.test(row.minutes?.trim() ?? "") ? Number(row.minutes) : 0);

/** The agenda as rows to write in. Every button sends the form, so that it works without script; only "save" stores. */
export function AgendaEditor({ items, seen, event, unsaved }: Props) {
  const { agenda: a } = useWords(programmeWords);
  const stored: Row[] = items.map((item) => ({ ...item, minutes: String(item.minutes) }));
  const rows = unsaved?.rows ?? (stored.length > 0 ? stored : [{ title: "", speaker: "", minutes: "" }]);
  // After somebody else's change the new version's mark goes along, so that a second press knowingly keeps these rows.
  const begun = unsaved && !unsaved.reason ? unsaved.seen : seen;
  const { error, summary } = useFieldErrors(unsaved?.reason ? { form: unsaved.reason } : unsaved?.errors);
  const clock = agendaClock(
    rows.map((row) => ({ minutes: minutesOf(row) })),
    event.startsAt,
  );
  const field = (name: string, row: Row, at: number) => ({
    name: `${name}[${at}]`,
    defaultValue: row[name],
    error: error(`${name}[${at}]`),
  });
  const isEdited = unsaved && !unsaved.reason && Object.keys(unsaved.errors).length === 0;
  return (
    <Section title={a.title} description={a.hint}>
      <Total rows={rows} event={event} />
      <Form method="post" noValidate className="stack gap-4" key={markOf([rows, unsaved?.errors])} preventScrollReset>
        <ErrorSummary title={a.mend} errors={summary} />
        {unsaved?.reason === "changed-meanwhile" && (
          <Disclosure summary={a.storedNow} open>
            <AgendaTable items={items} event={event} />
          </Disclosure>
        )}
        {/* The first button of a form is what Enter presses: it must be the harmless "save", not "remove". */}
        <button type="submit" name="do" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="part" value="agenda" />
        <input type="hidden" name="seen" value={begun} />
        <Table
          caption={a.title}
          hideCaption
          rows={rows.map((row, at) => ({ row, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            {
              key: "clock",
              head: a.clock,
              nowrap: true,
              cell: ({ row, at }) => (
                <span className="numeric" style={{ lineHeight: "var(--control)" }}>
                  <Ltr>{minutesOf(row) > 0 && clock[at] ? clockOf(clock[at].from, event.zone) : "··:··"}</Ltr>
                </span>
              ),
            },
            {
              key: "title",
              head: a.item,
              cell: ({ row, at }) => <TextField {...field("title", row, at)} label={a.item} hideLabel width="l" />,
            },
            {
              key: "speaker",
              head: a.speaker,
              cell: ({ row, at }) => <TextField {...field("speaker", row, at)} label={a.speaker} hideLabel width="m" />,
            },
            {
              key: "minutes",
              head: a.minutes,
              cell: ({ row, at }) => (
                <TextField {...field("minutes", row, at)} label={a.minutes} hideLabel inputMode="numeric" width="xs" />
              ),
            },
            {
              key: "actions",
              head: a.edit,
              actions: true,
              cell: ({ row, at }) => (
                <RowButtons at={at} last={at === rows.length - 1} name={row.title || a.row(at + 1)} />
              ),
            },
          ]}
        />
        <div className="cluster gap-3">
          <Button icon="add" name="do" value="add">
            {a.addRow}
          </Button>
          <Button variant="primary" name="do" value="save">
            {a.save}
          </Button>
          {isEdited && <span className="soft">{a.notSaved}</span>}
        </div>
      </Form>
    </Section>
  );
}

/** The sum held against the event's length, in one sentence. */
function Total({ rows, event }: Pick<Props, "event"> & { rows: Row[] }) {
  const { agenda: a } = useWords(programmeWords);
  const sum = agendaMinutes(rows.map((row) => ({ minutes: minutesOf(row) })));
  const length = eventMinutes(event);
  if (sum === 0) return <p className="soft">{a.empty[1]}</p>;
  if (sum === length) return <Notice tone="success">{a.fits(sum)}</Notice>;
  if (sum > length) return <Notice tone="warning">{a.over(sum, length, sum - length)}</Notice>;
  return <Notice>{a.under(sum, length, length - sum)}</Notice>;
}
