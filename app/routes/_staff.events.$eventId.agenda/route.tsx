import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { eventToManage } from "~/features/events/gate.server";
import { parseAgenda, parseChairs, type Row } from "~/features/events/programme/forms";
import { programmeWords } from "~/features/events/programme/messages";
import { agendaMark, chairsMark } from "~/features/events/programme/rules";
import { setAgenda, setChairs } from "~/features/events/programme/writes.server";
import { agendaOf, chairsOf, findEventFor } from "~/features/events/reads.server";
import { Section } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { AgendaEditor } from "./agenda-editor";
import { AgendaTable } from "./agenda-table";
import { ChairsEditor, ChairsList } from "./chairs";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId: params.eventId ?? "", actor });
  if (!event) throw notFound();
  const asked = { eventId: event.id };
  const agenda = await agendaOf(read, asked);
  const chairs = await chairsOf(read, asked);
  const { startsAt, endsAt, zone } = event;
  return {
    event: { startsAt, endsAt, zone },
    agenda: agenda.map(({ title, speaker, minutes }) => ({ title, speaker, minutes })),
    chairs: chairs.map(({ fullName, position }) => ({ fullName, position })),
    agendaSeen: agendaMark(agenda),
    chairsSeen: chairsMark(chairs),
    mayManage: event.access === "manage" && event.state !== "cancelled",
  };
}

interface Unsaved {
  part: "agenda" | "chairs";
  rows: Row[];
  errors: Record<string, string>;
  /** The version this editing began from. */
  seen: string;
  reason?: string;
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await eventToManage(request, params.eventId);
  const form = await request.formData();
  const part = form.get("part") === "chairs" ? "chairs" : "agenda";
  const seen = String(form.get("seen"));
  const act = { eventId: event.id, actor, now: new Date(), seen };
  const words = wordsFor(programmeWords, localeOf(request))[part];
  const unsaved = (rows: Row[], errors: Record<string, string>, status: number, reason?: string) =>
    data<Unsaved>({ part, rows, errors, seen, reason }, status);

  if (part === "agenda") {
    const parsed = parseAgenda(form);
    if (parsed.saved === null)
      return unsaved(parsed.rows, parsed.errors, Object.keys(parsed.errors).length > 0 ? 422 : 200);
    const items = parsed.saved;
    const done = await transact((tx) => setAgenda(tx, { ...act, items }));
    if (!done.ok)
      return unsaved(
        items.map((item) => ({ ...item, minutes: String(item.minutes) })),
        {},
        409,
        done.reason,
      );
  } else {
    const parsed = parseChairs(form);
    if (parsed.saved === null)
      return unsaved(parsed.rows, parsed.errors, Object.keys(parsed.errors).length > 0 ? 422 : 200);
    const chairs = parsed.saved;
    const done = await transact((tx) => setChairs(tx, { ...act, chairs }));
    if (!done.ok)
      return unsaved(
        chairs.map((chair) => ({ ...chair })),
        {},
        409,
        done.reason,
      );
  }
  return seeOther(paths.eventAgenda(event.id), [flash(words.saved)]);
}

export default function EventAgenda() {
  const { event, agenda, chairs, agendaSeen, chairsSeen, mayManage } = useLoaderData<typeof loader>();
  const words = useWords(programmeWords);
  const unsaved = useActionData<typeof action>();
  const edited = (part: Unsaved["part"]) => (unsaved?.part === part ? unsaved : undefined);
  if (!mayManage)
    return (
      <>
        <Section title={words.chairs.title}>
          <ChairsList chairs={chairs} />
        </Section>
        <Section title={words.agenda.title}>
          <AgendaTable items={agenda} event={event} />
        </Section>
      </>
    );
  return (
    <>
      <AgendaEditor items={agenda} seen={agendaSeen} event={event} unsaved={edited("agenda")} />
      <ChairsEditor chairs={chairs} seen={chairsSeen} unsaved={edited("chairs")} />
    </>
  );
}
