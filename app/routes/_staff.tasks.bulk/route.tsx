import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { undoBatch } from "~/features/tasks/bulk/batches.writes.server";
import { parseAct, parseChange, parsePress } from "~/features/tasks/bulk/forms";
import { type Words, bulkWords } from "~/features/tasks/bulk/messages";
import { findBatch } from "~/features/tasks/bulk/reads.server";
import { changeMany } from "~/features/tasks/bulk/writes.server";
import { parseTaskQuery, taskAddress } from "~/features/tasks/query.rules";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { forbidden, notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { dayOf, defaultZone } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { Done } from "./done";
import { Preview } from "./preview";
import { askForValue, rowsOf, tryChange } from "./steps.server";
import { Value } from "./value";

export const meta = titleOf(bulkWords, (t) => t.title);

/** The list's own query string, cleaned: the way back. */
const listQuery = (text: FormDataEntryValue | string | null) =>
  taskAddress(parseTaskQuery(new URLSearchParams(String(text ?? ""))));

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const query = listQuery(asked.get("back"));
  const batchId = asked.get("done");
  // Between the steps nothing is loaded: what they show came with the form.
  if (!batchId) return null;
  const batch = await findBatch(read, { batchId, actor });
  if (!batch || batch.what === "move") throw notFound();
  return { query, batchId, count: batch.before.length, undone: batch.undoneAt !== null };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (!may(actor, "tasks.manage")) throw forbidden();
  const form = await request.formData();
  const locale = localeOf(request);
  const t = wordsFor(bulkWords, locale);
  const query = listQuery(form.get("query"));
  const asking = { form, query, actor, locale, now: new Date() };
  const { now } = asking;
  if (form.get("do") === "undo") {
    const done = await transact((tx) => undoBatch(tx, { batchId: parsePress(form) ?? "", actor, now }));
    if (!done.ok) return seeOther(paths.tasks + query, [flash(t.undoneAlready, "warning")]);
    return seeOther(paths.tasks + query, [told(t, t.undone(done.undone), done.left)]);
  }
  const act = parseAct(form);
  const rows = await rowsOf(asking);
  if (!act || rows.length === 0) return seeOther(paths.tasks + query, [flash(t.nobody, "warning")]);
  if (!form.has("do") && act !== "assign") return await askForValue({ ...asking, act, rows });
  const read = parseChange(form, { act, year: Number(dayOf(now, defaultZone).slice(0, 4)) });
  if (!read.ok) return data(await askForValue({ ...asking, act, rows, errors: read }), 422);
  const press = parsePress(form);
  if (form.get("do") !== "apply" || !press) return await tryChange({ ...asking, act, rows, change: read.value });
  const done = await transact((tx) => changeMany(tx, { press, act, change: read.value, rows, actor, now }));
  if (!done.ok) return data(await askForValue({ ...asking, act, rows, errors: null }), 422);
  const left = done.rows.filter(({ refused }) => refused !== null);
  const result = `${paths.taskBulk}?${new URLSearchParams({ done: press, back: query })}`;
  return seeOther(result, left.length > 0 ? [told(t, "", left)] : []);
}

/** What was done, and by name the first of those that were left. */
function told(t: Words, said: string, left: readonly { code: string; title: string }[]) {
  const names = left.slice(0, 5).map(({ code, title }) => (code ? `${code} ${title}` : title));
  const rest =
    left.length > 0 ? t.left(names.map((name) => name.slice(0, 60)).join("; "), left.length - names.length) : "";
  return flash([said, rest].filter(Boolean).join(" "), left.length > 0 ? "warning" : "success");
}

/** One thing changed of many tasks: its new value, what would become of each, and afterwards the way to take it back. */
export default function ChangeMany() {
  const loaded = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  const t = useWords(bulkWords);
  const query = step?.query ?? loaded?.query ?? "";
  return (
    <Page title={t.title} breadcrumbs={[{ label: t.back, href: paths.tasks + query }]} width="full">
      {step?.step === "value" && <Value key={step.act} {...step} />}
      {step?.step === "preview" && <Preview {...step} />}
      {!step && loaded && <Done {...loaded} />}
      {!step && !loaded && <Notice>{t.nobody}</Notice>}
    </Page>
  );
}
