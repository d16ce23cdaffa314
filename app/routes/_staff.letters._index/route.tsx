import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { record } from "~/features/audit/writes.server";
import { lettersHidden } from "~/features/awards/letters.reads.server";
import { LettersList } from "~/features/outbox/components/letters-list";
import { QueueState } from "~/features/outbox/components/queue-state";
import { queueForm } from "~/features/outbox/forms";
import { canDeliver } from "~/features/outbox/jobs.server";
import { letterWords } from "~/features/outbox/messages";
import { listLetters, listPauses, queueFacts } from "~/features/outbox/reads.server";
import { everyLetter, filterOf, lateness } from "~/features/outbox/rules";
import { pauseLetters, resumeLetters } from "~/features/outbox/writes.server";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { parseForm } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";

export const meta = titleOf(letterWords, (t) => t.letters);
const perPage = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  // The letters of all events and accounts; an organizer of one unit finds theirs at each event.
  const actor = await requireMay(request, "letters.read", null);
  const filter = filterOf(new URL(request.url).searchParams);
  const { state, kind, term, page } = filter;
  const found = await listLetters(read, {
    ...(state && { states: [state] }),
    ...(kind && { kinds: [kind] }),
    term,
    without: await lettersHidden(read, { actor, now: new Date() }),
    limit: perPage,
    offset: (page - 1) * perPage,
  });
  const pause = (await listPauses(read)).find((one) => one.scope === everyLetter) ?? null;
  const { oldestDueAt } = await queueFacts(read);
  return { filter, found, pause, canDeliver: canDeliver(), late: pause ? null : lateness(oldestDueAt, new Date()) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "letters.manage", null);
  const form = parseForm(await request.formData(), queueForm);
  if (!form.ok) return seeOther(paths.letters);
  const { act } = form.value;
  const now = new Date();
  await transact(async (tx) => {
    if (act === "pause") await pauseLetters(tx, { scope: everyLetter, by: actor.name, now });
    else await resumeLetters(tx, { scope: everyLetter });
    await record(tx, { actor, verb: `letters.${act}`, subject: "outbox", now });
  });
  const t = wordsFor(letterWords, localeOf(request));
  return seeOther(paths.letters, [flash(act === "pause" ? t.donePause : t.doneResume)]);
}

export default function Letters() {
  const { filter, found, pause, canDeliver, late } = useLoaderData<typeof loader>();
  const t = useWords(letterWords);
  return (
    <Page title={t.letters} description={t.about}>
      <QueueState pause={pause} canDeliver={canDeliver} late={late} pauseLabel={t.pauseAll} />
      <LettersList
        letters={found.rows}
        total={found.total}
        perPage={perPage}
        filter={filter}
        here={paths.letters}
        hrefOf={paths.letter}
      />
    </Page>
  );
}
