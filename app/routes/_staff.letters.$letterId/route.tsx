import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { transact } from "#db/client.server";
import { may } from "~/features/accounts/rules";
import { record } from "~/features/audit/writes.server";
import { letterToSee } from "~/features/awards/gate.server";
import { LetterSheet } from "~/features/outbox/components/letter-sheet";
import { letterForm } from "~/features/outbox/forms";
import { letterWords } from "~/features/outbox/messages";
import { canCancel, canResend, isSecret } from "~/features/outbox/rules";
import { cancelLetter, resendLetter } from "~/features/outbox/writes.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { parseForm } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(letterWords, (t) => t.lettersShort);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, letter, eventId, hostPath } = await letterToSee(request, "letters.read", params.letterId);
  const { html: _, ...shown } = letter;
  const manages = may(actor, "letters.manage", hostPath);
  return {
    letter: shown,
    list: eventId ? paths.eventLetters(eventId) : paths.letters,
    resend: manages && canResend(letter.state) && !isSecret(letter.kind) && letter.text !== null,
    cancel: manages && canCancel(letter.state),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, letter, eventId } = await letterToSee(request, "letters.manage", params.letterId);
  const form = parseForm(await request.formData(), letterForm);
  const t = wordsFor(letterWords, localeOf(request));
  const back = paths.letter(letter.id);
  if (!form.ok || isSecret(letter.kind)) return seeOther(back);
  const { act } = form.value;
  const now = new Date();
  const done = await transact(async (tx) => {
    const result =
      act === "resend"
        ? await resendLetter(tx, { letterId: letter.id, now })
        : await cancelLetter(tx, { letterId: letter.id, by: actor.name });
    if (result.ok)
      await record(tx, {
        actor,
        verb: `letter.${act}`,
        subject: eventId ? `event:${eventId}` : "outbox",
        detail: { letterId: letter.id },
        now,
      });
    return result;
  });
  if (!done.ok) return seeOther(back, [flash(t.refused[done.reason], "danger")]);
  return seeOther(back, [flash(act === "resend" ? t.resent : t.cancelled)]);
}

export default function Letter() {
  const { letter, list, resend, cancel } = useLoaderData<typeof loader>();
  const t = useWords(letterWords);
  const press = (act: "resend" | "cancel", label: string) => (
    <Form method="post">
      <input type="hidden" name="act" value={act} />
      <Button icon={act === "resend" ? "repeat" : "close"}>{label}</Button>
    </Form>
  );
  return (
    <Page
      title={letter.subject}
      breadcrumbs={[{ href: list, label: t.lettersShort }]}
      actions={
        <>
          {resend && press("resend", t.resend)}
          {cancel && press("cancel", t.cancelLetter)}
        </>
      }
    >
      <LetterSheet letter={letter} paperHref={`${paths.letter(letter.id)}/paper`} />
    </Page>
  );
}
