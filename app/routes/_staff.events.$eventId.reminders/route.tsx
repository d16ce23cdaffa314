import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor } from "~/features/events/reads.server";
import { planReminders } from "~/features/events/writes.server";
import { reminderForm } from "~/features/reminders/forms";
import { reminderWords } from "~/features/reminders/messages";
import { peopleToRemind, writtenReminders } from "~/features/reminders/reads.server";
import { type Due, remindersOf } from "~/features/reminders/rules";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { type Column, Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { TextField } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { parseForm } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(reminderWords, (t) => t.title);

async function eventToManage(request: Request, eventId: string) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (event?.access !== "manage") throw notFound();
  return { actor, event };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await eventToManage(request, params.eventId ?? "");
  const now = new Date();
  const written = await writtenReminders(read, { eventId: event.id });
  const plan = await Promise.all(
    remindersOf(event).map(async (due) => ({
      ...due,
      written: written.get(`${due.kind}:${due.daysBefore}d:${due.sendBy.toISOString()}`) ?? 0,
      people: due.moment > now ? (await peopleToRemind(read, { eventId: event.id, due })).length : 0,
    })),
  );
  const { zone, state, dateOpen, replyBy, reminders } = event;
  return { zone, dateOpen, noReplyBy: !replyBy, reminders, plan, now, waits: state === "open" || state === "closed" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await eventToManage(request, params.eventId ?? "");
  const form = parseForm(await request.formData(), reminderForm);
  if (!form.ok) return data(form, 422);
  const done = await transact((tx) =>
    planReminders(tx, { eventId: event.id, plan: form.value, actor, now: new Date() }),
  );
  if (!done.ok) throw notFound();
  return seeOther(paths.eventReminders(event.id), [flash(wordsFor(reminderWords, localeOf(request)).saved)]);
}

type Planned = Due & { written: number; people: number };

export default function Reminders() {
  const { zone, dateOpen, noReplyBy, reminders, plan, now, waits } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useWords(reminderWords);
  const errors = failed?.errors ?? {};
  const word = (field: string) => (errors[field] ? (t.errors[errors[field]] ?? errors[field]) : undefined);
  const value = (field: string, kept: string) => failed?.values[field] ?? kept;
  const stateOf = (due: Planned) => {
    if (due.written > 0) return <Status tone="success">{t.sent(due.written)}</Status>;
    if (due.moment <= now) return <Status tone="neutral">{t.passed}</Status>;
    return waits ? <Status tone="info">{t.next(due.people)}</Status> : <Status tone="neutral">{t.stopped}</Status>;
  };
  const columns: Column<Planned>[] = [
    {
      key: "when",
      head: t.when,
      primary: true,
      nowrap: true,
      cell: (due) => <Ltr>{formatMoment(due.moment, zone)}</Ltr>,
    },
    {
      key: "whom",
      head: t.whom,
      cell: (due) => (
        <>
          {t.kinds[due.kind]}
          <div className="small soft">{t.daysBefore(due.daysBefore, due.kind)}</div>
        </>
      ),
    },
    { key: "state", head: t.state, cell: stateOf },
  ];
  return (
    <div className="columns-2">
      <Panel title={t.plan} flush>
        {dateOpen && <Notice tone="warning">{t.dateOpen}</Notice>}
        {!dateOpen && noReplyBy && <Notice tone="info">{t.noReplyBy}</Notice>}
        <Table
          caption={t.plan}
          hideCaption
          rows={plan}
          rowKey={(due) => `${due.kind}:${due.daysBefore}`}
          columns={columns}
          empty={<EmptyState title={t.none} level={3} />}
        />
      </Panel>
      <Panel title={t.title}>
        <Form method="post" noValidate className="stack">
          <p className="soft small">{t.about}</p>
          <ErrorSummary
            title={t.mend}
            errors={Object.keys(errors).map((field) => ({ field, text: word(field) ?? "" }))}
          />
          <TextField
            name="silentDaysBefore"
            label={t.silent}
            hint={t.silentHint}
            error={word("silentDaysBefore")}
            defaultValue={value("silentDaysBefore", reminders.silentDaysBefore.join(", "))}
          />
          <TextField
            name="comingDaysBefore"
            label={t.coming}
            hint={t.comingHint}
            error={word("comingDaysBefore")}
            defaultValue={value("comingDaysBefore", reminders.comingDaysBefore.join(", "))}
          />
          <TextField
            name="clock"
            label={t.clock}
            hint={t.clockHint}
            width="s"
            error={word("clock")}
            defaultValue={value("clock", reminders.clock)}
          />
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        </Form>
      </Panel>
    </div>
  );
}
