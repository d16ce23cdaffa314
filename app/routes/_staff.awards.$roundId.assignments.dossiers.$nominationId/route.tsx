import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { shownChoice } from "~/features/awards/assignment/choice.reads.server";
import { chooseJudges } from "~/features/awards/assignment/choice.writes.server";
import { assignmentWords } from "~/features/awards/assignment/messages";
import { councilToRun } from "~/features/awards/gate.server";
import { awardWords } from "~/features/awards/messages";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { flash } from "~/web/flash.server";
import { allValues, fieldError } from "~/web/form";
import { notFound, seeOther } from "~/web/http.server";
import { formatNumber, wordsFor } from "~/web/i18n";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { Choice } from "./choice";

export const meta = titleOf(assignmentWords, (t) => t.change);

async function asked(request: Request, { roundId, nominationId = "" }: { roundId?: string; nominationId?: string }) {
  const council = await councilToRun(request, roundId);
  const shown = await shownChoice(read, { ...council, nominationId });
  if (!shown) throw notFound();
  return { ...council, shown };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, shown } = await asked(request, params);
  return { round: { id: round.id, title: round.title }, ...shown };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round, shown } = await asked(request, params);
  const body = await request.formData();
  const memberIds = allValues(body, "memberIds");
  const { nominationId } = shown.dossier;
  const act = { roundId: round.id, nominationId, memberIds, version: String(body.get("version")), actor };
  const done = await transactWhole((tx) => chooseJudges(tx, { ...act, now: new Date() }));
  if (!done.ok) return data({ ...fieldError(body, "form", done.reason), memberIds }, 409);
  const locale = localeOf(request);
  const t = wordsFor(assignmentWords, locale);
  const { judges, each, connected } = done;
  const number = (n: number) => formatNumber(n, locale);
  const unlike = each !== null && judges !== each;
  const told = [t.said.chosen, unlike && t.unlike(number(judges), number(each)), !connected && t.disconnected];
  return seeOther(paths.awardAssignment(round.id, shown.category.id), [
    flash(told.filter(Boolean).join(" "), unlike || !connected ? "warning" : "success"),
  ]);
}

/** Who scores one dossier, chosen by hand with everybody's load in sight. */
export default function Judges() {
  const { round, category, dossier, hand, members } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(assignmentWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const code = refused?.errors.form;
  const name = dossier.name || t.number(String(dossier.receipt ?? "–"));
  return (
    <Page
      title={<bdi>{name}</bdi>}
      description={dossier.unitName !== dossier.name && <bdi>{dossier.unitName}</bdi>}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.awardAssignments(round.id), label: t.title },
        { href: paths.awardAssignment(round.id, category.id), label: inLanguage(category.title, locale) },
      ]}
      width="form"
    >
      {code && <Notice tone="danger" title={t.errors[code] ?? code} />}
      {hand.may === "nothing" && <Notice title={t.errors[hand.why]} />}
      {hand.may === "add" && <Notice title={t.fill(formatNumber(hand.room, locale))} />}
      <Choice
        key={dossier.version}
        {...{ version: dossier.version, each: category.each, hand, members }}
        back={paths.awardAssignment(round.id, category.id)}
        typed={code && code !== "changed" ? refused?.memberIds : undefined}
      />
    </Page>
  );
}
