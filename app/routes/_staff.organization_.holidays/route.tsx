import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { requireMay } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { parseHolidayLines } from "~/features/holidays/forms";
import { holidayWords } from "~/features/holidays/messages";
import { proposeHolidays } from "~/features/holidays/proposals.rules";
import { listHolidays } from "~/features/holidays/reads.server";
import { enterHolidays, removeHoliday } from "~/features/holidays/writes.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { SelectField, TextArea } from "~/ui/text-field";
import { flash } from "~/web/flash.server";
import { textFields } from "~/web/form";
import { forbidden, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { dayOf, defaultZone, formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords } from "~/web/use-words";
import { HolidayTable } from "./holiday-table";

export const meta = titleOf(holidayWords, (t) => t.title);

const yearOf = (text: string | null) => (/^(?:19|20|21)\d\d$/.test(text ?? "") ? Number(text) : null);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireMay(request, "tasks.manage", null);
  const asked = new URL(request.url).searchParams;
  const year = yearOf(asked.get("year")) ?? Number(dayOf(new Date(), defaultZone).slice(0, 4));
  const rows = await listHolidays(read, { year });
  const [day, name, kind] = ["removed", "name", "kind"].map((key) => asked.get(key)?.slice(0, 200) ?? "");
  // Shown only while it is true: back in the list, there is nothing to undo.
  const undo = day && name && !rows.some((row) => row.day === day) ? { day, name, kind: kind ?? "" } : null;
  return { year, rows, undo, proposing: asked.has("propose"), mayOpenOrganization: may(actor, "organization.manage") };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireMay(request, "tasks.manage", null);
  const form = textFields(await request.formData());
  const t = wordsFor(holidayWords, localeOf(request, actor.locale));
  const now = new Date();
  if (form.remove) {
    const done = await transact((tx) => removeHoliday(tx, { day: form.remove ?? "", actor, now }));
    if (!done.ok) throw forbidden();
    if (!done.removed) return seeOther(paths.holidays);
    const { day, name, kind } = done.removed;
    return seeOther(`${paths.holidays}?${new URLSearchParams({ year: day.slice(0, 4), removed: day, name, kind })}`);
  }
  const kind = form.kind === "worked" ? "worked" : "off";
  const parsed = parseHolidayLines(form.lines ?? "", kind);
  if (!parsed.ok)
    return data(
      { reason: parsed.reason, line: parsed.line, values: { lines: (form.lines ?? "").slice(0, 50_000), kind } },
      422,
    );
  const done = await transact((tx) => enterHolidays(tx, { lines: parsed.holidays, actor, now }));
  if (!done.ok) throw forbidden();
  const year = parsed.holidays[0]?.day.slice(0, 4);
  return seeOther(`${paths.holidays}?year=${year}`, [
    flash(t.entered(done.entered), done.entered ? "success" : "info"),
  ]);
}

export default function Holidays() {
  const { year, rows, undo, proposing, mayOpenOrganization } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(holidayWords);
  const words: Record<string, (line: number) => string> = t.errors;
  const error = refused ? words[refused.reason]?.(refused.line) : undefined;
  const proposal = proposeHolidays(year).map(({ day, key, instead }) => {
    const name = t.names[key];
    return `${formatDay(day)} ${instead ? t.instead(name) : name}`;
  });
  const address = (of: number) => `${paths.holidays}?year=${of}`;
  return (
    <Page
      title={t.title}
      description={t.lead}
      breadcrumbs={mayOpenOrganization ? [{ label: t.organization, href: paths.organization }] : undefined}
      actions={<ButtonLink href={`${address(year)}&propose#lines`}>{t.propose(year)}</ButtonLink>}
    >
      {undo && (
        <Notice
          tone="success"
          action={
            <Form method="post" action={paths.holidays}>
              <input type="hidden" name="lines" value={`${formatDay(undo.day)} ${undo.name}`} />
              <input type="hidden" name="kind" value={undo.kind} />
              <Button>{t.undo}</Button>
            </Form>
          }
        >
          {t.removed(formatDay(undo.day), undo.name)}
        </Notice>
      )}
      <Panel
        title={t.year(year)}
        flush
        actions={
          <nav className="cluster gap-2" aria-label={t.years}>
            {[year - 1, year + 1].map((other) => (
              <ButtonLink key={other} href={address(other)} size="small">
                {t.year(other)}
              </ButtonLink>
            ))}
          </nav>
        }
      >
        <HolidayTable rows={rows} empty={<EmptyState title={t.none}>{t.noneAdvice}</EmptyState>} />
      </Panel>
      <Panel title={t.add}>
        <Form method="post" action={address(year)} noValidate className="stack" key={`${year}${proposing}`}>
          {error && <ErrorSummary title={t.mend} errors={[{ field: "lines", text: error }]} />}
          {proposing && <Notice>{t.proposed}</Notice>}
          <TextArea
            name="lines"
            label={t.lines}
            hint={t.linesHint}
            error={error}
            rows={proposing || refused ? 14 : 4}
            defaultValue={refused?.values.lines ?? (proposing ? proposal.join("\n") : "")}
          />
          <SelectField
            name="kind"
            label={t.kind}
            width="s"
            choices={(["off", "worked"] as const).map((kind) => ({ value: kind, label: t.kinds[kind] }))}
            defaultValue={refused?.values.kind ?? "off"}
          />
          <FormActions>
            <Button variant="primary">{t.save}</Button>
          </FormActions>
        </Form>
      </Panel>
    </Page>
  );
}
