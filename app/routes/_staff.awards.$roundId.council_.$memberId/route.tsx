import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { unseatMember } from "~/features/awards/rounds/council.writes.server";
import { roundToRun } from "~/features/awards/rounds/gate.server";
import { roundWords } from "~/features/awards/rounds/messages";
import { membersOf } from "~/features/awards/rounds/reads.server";
import { Mend } from "~/features/units/components/mend";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(awardWords, (t) => t.unseat);

async function asked(request: Request, { roundId, memberId }: { roundId?: string; memberId?: string }) {
  const found = await roundToRun(request, roundId);
  const member = (await membersOf(read, { roundId: found.round.id })).find(({ id }) => id === memberId);
  if (!member) throw notFound();
  return { ...found, member };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, member } = await asked(request, params);
  return { id: round.id, title: round.title, name: member.name, isChair: member.role === "chair" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round, member } = await asked(request, params);
  const act = { roundId: round.id, memberId: member.id, actor, now: new Date() };
  const done = await transactWhole((tx) => unseatMember(tx, act));
  if (!done.ok) return data(fieldError(await request.formData(), "form", done.reason), 409);
  return seeOther(paths.awardCouncil(round.id), [flash(wordsFor(awardWords, localeOf(request)).said.unseated)]);
}

/** What follows when a member leaves the council, and the press that does it. */
export default function LeaveCouncil() {
  const { id, title, name, isChair } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(awardWords);
  const { leave } = useWords(roundWords);
  const locale = useLocale();
  return (
    <Page
      title={leave.title(name)}
      description={leave.lead}
      breadcrumbs={[
        { href: paths.awards, label: t.title },
        { href: paths.award(id), label: inLanguage(title, locale) },
        { href: paths.awardCouncil(id), label: t.council },
      ]}
      width="form"
    >
      <Form method="post" className="stack">
        <Mend errors={refused?.errors ?? {}} words={t} />
        <ul className="plain-list">
          {[...leave.facts, ...(isChair ? [leave.chair] : [])].map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <FormActions>
          <Button variant="danger">{t.unseat}</Button>
          <ButtonLink href={paths.awardCouncil(id)} variant="quiet">
            {leave.keep}
          </ButtonLink>
        </FormActions>
      </Form>
    </Page>
  );
}
