import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { read, transactWhole } from "#db/client.server";
import { conflictJournal, conflictsShown } from "~/features/awards/conflicts/council.reads.server";
import { declarationOf } from "~/features/awards/conflicts/declared.reads.server";
import { conflictWords } from "~/features/awards/conflicts/messages";
import { awardWords } from "~/features/awards/messages";
import { councilToSee } from "~/features/awards/gate.server";
import { Mend } from "~/features/units/components/mend";
import { Page } from "~/ui/page";
import { notFound } from "~/web/http.server";
import { localeOf } from "~/web/locale.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { act } from "./act.server";
import { CouncilConflicts } from "./council-conflicts";
import { Declaration } from "./declaration";

export const meta = titleOf(conflictWords, (t) => t.title);

/** The council's side of a round with what its seat may declare; 404 for who neither sits in it nor runs the round. */
async function asked(request: Request, roundId = "") {
  const found = await councilToSee(request, roundId);
  const { round, sight } = found;
  const { seat, panel } = sight;
  if (!seat && !sight.manages) throw notFound();
  const blind = new Set(round.categories.filter((category) => category.blind).map(({ id }) => id));
  return { ...found, lines: seat ? await declarationOf(read, { panel, seat, blind }) : null };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, sight, lines } = await asked(request, params.roundId);
  return {
    round: { id: round.id, title: round.title, published: round.state === "published" },
    // The ids of the dossiers stay here: they are in the addresses of sheets without a name.
    lines: lines?.map(({ nominationIds: _, ...line }) => line),
    categories: round.categories.map(({ id, title }) => ({ id, title })),
    council: sight.manages
      ? {
          ...(await conflictsShown(read, { sight })),
          journal: await conflictJournal(read, { sight }),
          seats: sight.panel.seats.map(({ memberId, name }) => ({ memberId, name })),
        }
      : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, round, lines } = await asked(request, params.roundId);
  const at = { roundId: round.id, actor, now: new Date() };
  const body = await request.formData();
  const done = await transactWhole((tx) => act(tx, { ...at, body, lines: lines ?? [], locale: localeOf(request) }));
  return done.ok ? done.to : data(done.refused, 409);
}

/** Conflicts of interest: a member says what nobody else can know; who runs the round sees all of them, sets and lifts. */
export default function Conflicts() {
  const { round, lines, council, categories } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useWords(conflictWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const values: Record<string, string> | undefined = refused?.values;
  return (
    <Page
      title={council ? t.title : t.declareTitle}
      description={council ? t.councilLead : t.declareLead}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
      ]}
      width={council ? undefined : "form"}
    >
      <Mend errors={errors} words={t} />
      {lines && <Declaration {...{ lines, errors, values }} titled={council !== null} back={paths.award(round.id)} />}
      {council && <CouncilConflicts {...{ ...council, categories, errors, values }} open={round.published} />}
    </Page>
  );
}
