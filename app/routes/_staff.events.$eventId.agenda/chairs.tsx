import { Form } from "@remix-run/react";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import type { Row } from "~/features/events/programme/forms";
import { programmeWords } from "~/features/events/programme/messages";
import { markOf } from "~/features/events/rules";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Disclosure } from "~/ui/guest-page";
import { Section } from "~/ui/page";
import { Table } from "~/ui/table";
import { TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { RowButtons } from "./row-buttons";

interface Chair {
  fullName: string;
  position: string;
}

/** The chairs as those see them who do not run the event. */
export function ChairsList({ chairs }: { chairs: Chair[] }) {
  const { chairs: c } = useWords(programmeWords);
  if (chairs.length === 0) return <p className="soft">{c.empty}</p>;
  return (
    <ul className="stack gap-2" style={{ listStyle: "none" }}>
      {chairs.map(({ fullName, position }) => (
        <li key={`${fullName}:${position}`}>
          <bdi>
            {fullName}
            {position && <span className="soft">, {position}</span>}
          </bdi>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  chairs: Chair[];
  seen: string;
  unsaved?: { rows: Row[]; errors: Record<string, string>; seen: string; reason?: string };
}

/** The chairs as rows to write in; works as the agenda's editor does. */
export function ChairsEditor({ chairs, seen, unsaved }: Props) {
  const { chairs: c, agenda: a } = useWords(programmeWords);
  const stored: Row[] = chairs.map((chair) => ({ ...chair }));
  const rows = unsaved?.rows ?? (stored.length > 0 ? stored : [{ fullName: "", position: "" }]);
  const begun = unsaved && !unsaved.reason ? unsaved.seen : seen;
  const { error, summary } = useFieldErrors(unsaved?.reason ? { form: unsaved.reason } : unsaved?.errors);
  const field = (name: string, row: Row, at: number) => ({
    name: `${name}[${at}]`,
    defaultValue: row[name],
    error: error(`${name}[${at}]`),
  });
  const isEdited = unsaved && !unsaved.reason && Object.keys(unsaved.errors).length === 0;
  return (
    <Section title={c.title} description={c.hint}>
      <Form method="post" noValidate className="stack gap-4" key={markOf([rows, unsaved?.errors])} preventScrollReset>
        <ErrorSummary title={a.mend} errors={summary} />
        {unsaved?.reason === "changed-meanwhile" && (
          <Disclosure summary={a.storedNow} open>
            <ChairsList chairs={chairs} />
          </Disclosure>
        )}
        <button type="submit" name="do" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="part" value="chairs" />
        <input type="hidden" name="seen" value={begun} />
        <Table
          caption={c.title}
          hideCaption
          rows={rows.map((row, at) => ({ row, at }))}
          rowKey={({ at }) => String(at)}
          columns={[
            {
              key: "fullName",
              head: c.fullName,
              cell: ({ row, at }) => (
                <TextField {...field("fullName", row, at)} label={c.fullName} hideLabel width="m" />
              ),
            },
            {
              key: "position",
              head: c.position,
              cell: ({ row, at }) => (
                <TextField {...field("position", row, at)} label={c.position} hideLabel width="l" />
              ),
            },
            {
              key: "actions",
              head: a.edit,
              actions: true,
              cell: ({ row, at }) => (
                <RowButtons at={at} last={at === rows.length - 1} name={row.fullName || a.row(at + 1)} />
              ),
            },
          ]}
        />
        <div className="cluster gap-3">
          <Button icon="add" name="do" value="add">
            {c.addRow}
          </Button>
          <Button variant="primary" name="do" value="save">
            {c.save}
          </Button>
          {isEdited && <span className="soft">{a.notSaved}</span>}
        </div>
      </Form>
    </Section>
  );
}
