import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { findEventFor } from "~/features/events/reads.server";
import { parseMany } from "~/features/participants/guests/forms";
import { parseListQuery } from "~/features/participants/guests/query.rules";
import { guestIds } from "~/features/participants/guests/reads.server";
import { parseInvite } from "~/features/participants/invitation/forms";
import { writeMailing } from "~/features/participants/invitation/jobs.server";
import { inviteWords, type Words } from "~/features/participants/invitation/messages";
import { type Preview, previewOfInvitations } from "~/features/participants/invitation/preview.reads.server";
import { findMailing, mailingsOf } from "~/features/participants/invitation/reads.server";
import { audiences, canInvite } from "~/features/participants/invitation/rules";
import { startInvitations } from "~/features/participants/invitation/writes.server";
import { mayKeepGuest } from "~/features/participants/rules";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { forbidden, notFound, seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Mailings } from "./mailings";
import { PreviewPage } from "./preview-page";
import { Progress } from "./progress";

export const meta = titleOf(inviteWords, (t) => t.title);

async function eventToInvite(request: Request, eventId = "") {
  const actor = await requireActor(request);
  const event = await findEventFor(read, { eventId, actor });
  if (!event) throw notFound();
  if (!mayKeepGuest(actor, { hostPath: event.hostUnit.path, unitPath: null })) throw forbidden();
  return { actor, event };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await eventToInvite(request, params.eventId);
  const eventId = event.id;
  const asked = new URL(request.url).searchParams;
  const now = new Date();
  const allowed = canInvite(event, now);
  const shared = { eventId, zone: event.zone, refusal: allowed === true ? null : allowed };
  const mailingId = asked.get("mailing");
  if (mailingId) {
    const mailing = await findMailing(read, { mailingId, eventId });
    if (!mailing) throw notFound();
    return { ...shared, mailing, preview: null, mailings: [] };
  }
  const to = audiences.find((one) => one === asked.get("to") && one !== "chosen") ?? "new";
  return {
    ...shared,
    mailing: null,
    preview: await previewOfInvitations(read, { eventId, to, note: "", now }),
    mailings: await mailingsOf(read, { eventId }),
  };
}

/** How long the press waits for the letters to be written before it shows how far they are. */
const patience = 2500;

interface Shown {
  refused: keyof Words["refusals"] | null;
  tooLong: boolean;
  preview: Preview;
}
const show = (shown: Pick<Shown, "preview"> & Partial<Shown>, status = 200) =>
  data<Shown>({ refused: null, tooLong: false, ...shown }, status);

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, event } = await eventToInvite(request, params.eventId);
  const eventId = event.id;
  const now = new Date();
  const form = await request.formData();
  const pressed = form.get("do");
  if (pressed === "chosen") {
    const many = parseMany(form);
    const { category, mail, ...query } = parseListQuery(new URL(request.url).searchParams);
    const filter = { eventId, actor, ...query, ...(category && { category }), ...(mail && { mail }) };
    const only = many.every ? await guestIds(read, filter) : many.ids;
    return show({ preview: await previewOfInvitations(read, { eventId, to: "chosen", only, note: "", now }) });
  }
  const parsed = parseInvite(form);
  if (!parsed.ok && !parsed.errors.note) throw new Response("Bad request", { status: 400 });
  if (!parsed.ok) {
    const to = audiences.find((one) => one === form.get("to")) ?? "new";
    const only = to === "chosen" ? parseMany(form).ids : undefined;
    const preview = await previewOfInvitations(read, { eventId, to, only, note: "", now });
    return show({ tooLong: true, preview: { ...preview, note: parsed.values.note ?? "" } }, 422);
  }
  const { to, note, only, press } = parsed.value;
  if (pressed !== "send") return show({ preview: await previewOfInvitations(read, { eventId, to, only, note, now }) });
  const started = await transact((tx) =>
    startInvitations(tx, { eventId, to, only, note, mailingId: press, actor, now }),
  );
  if (!started.ok) {
    const preview = await previewOfInvitations(read, { eventId, to, only, note, now });
    return show({ refused: started.reason, preview }, 409);
  }
  await writeMailing({ mailingId: started.mailingId, now, patience });
  return seeOther(`${paths.invite(eventId)}?mailing=${started.mailingId}`);
}

export default function Invite() {
  const { eventId, zone, refusal, mailing, preview, mailings } = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>() as Shown | undefined;
  const t = useWords(inviteWords);
  if (mailing) return <Progress eventId={eventId} mailing={mailing} zone={zone} />;
  const shown = acted?.preview ?? preview;
  return (
    <div className="stack gap-8">
      <Section title={t.title} description={t.lead}>
        {acted?.refused && <Notice tone="danger">{t.refusals[acted.refused]}</Notice>}
        {shown && <PreviewPage eventId={eventId} preview={shown} refusal={refusal} tooLong={acted?.tooLong ?? false} />}
      </Section>
      {mailings.length > 0 && <Mailings eventId={eventId} mailings={mailings} zone={zone} />}
    </div>
  );
}
