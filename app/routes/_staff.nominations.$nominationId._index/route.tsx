import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { awardWords } from "~/features/awards/messages";
import { NominationStatus } from "~/features/awards/nominations/components/nomination-looks";
import { findingsFor } from "~/features/awards/nominations/eligibility.reads.server";
import { nominationToSee } from "~/features/awards/nominations/gate.server";
import { lastMomentOf } from "~/features/awards/nominations/in-time.reads.server";
import { nominationWords } from "~/features/awards/nominations/messages";
import { lacksIn, stepsOf } from "~/features/awards/nominations/reads.server";
import { twinsOf } from "~/features/awards/nominations/twins.reads.server";
import { isWithUnit, nominationFields, stepsOffered } from "~/features/awards/nominations/rules";
import { phasesOf } from "~/features/awards/rounds/reads.server";
import { ButtonLink } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { showPhone } from "~/web/phone";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { Checks } from "./checks";

export const meta = titleOf<(typeof nominationWords)["vi"], { nomination: { nomineeName: string } }>(
  nominationWords,
  (t, loaded) => loaded?.nomination.nomineeName ?? t.title,
);

/** Steps that nobody is led to. */
const backwards: readonly string[] = ["unsign", "return", "withdraw", "refuse"];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { nomination, access, sees } = await nominationToSee(request, params.nominationId);
  const { id, round, category, unit, nomineeUnit, state, files, texts } = nomination;
  const running = round.state === "published";
  const now = new Date();
  const phases = await phasesOf(read, { roundId: round.id });
  const until = await lastMomentOf(read, { ...nomination, phases, now });
  const lacks = isWithUnit(state) ? lacksIn(nomination) : [];
  const steps = running ? stepsOffered({ state, lacks, inTime: until !== undefined }, access) : [];
  steps.sort((a, b) => Number(backwards.includes(a)) - Number(backwards.includes(b)));
  return {
    ...{ access, lacks, steps, mayWrite: running && access.write && isWithUnit(state) },
    ...{ until: until ?? null, over: until === undefined },
    nomination: {
      ...{ id, state, late: nomination.late, receipt: nomination.receipt, reason: nomination.reason },
      ...{ nomineeName: nomination.nomineeName, nomineePosition: nomination.nomineePosition, kind: nomination.kind },
      ...{ form: nomination.form, contactName: nomination.contactName, contactPhone: nomination.contactPhone },
      contactEmail: nomination.contactEmail,
    },
    round: { id: round.id, title: round.title },
    category: category.title,
    ...{ unit, nomineeUnit },
    texts: nominationFields.flatMap((field) => {
      const text = texts.get(field);
      return text?.text ? [{ field, text: text.text, by: text.updatedByName, at: text.updatedAt }] : [];
    }),
    files: files.map(({ id: pieceId, kind, name, addedByName, addedAt }) => ({
      id: pieceId,
      kind,
      name,
      addedByName,
      addedAt,
    })),
    story: await stepsOf(read, { nominationId: id, council: access.manage }),
    twins: access.manage ? await twinsOf(read, { nomination, sees }) : [],
    findings: await findingsFor(read, { rules: round.eligibility, unitId: nomination.nomineeUnitId, now }),
  };
}

/** One dossier: what it says, what it lacks, what may be done with it, and its whole story. */
export default function NominationPage() {
  const found = useLoaderData<typeof loader>();
  const { nomination, round, category, unit, nomineeUnit, texts, files, story, steps, mayWrite } = found;
  const t = useWords(nominationWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const zone = useZone();
  const { id } = nomination;
  const [first, ...others] = steps;
  const contact = [nomination.contactName, showPhone(nomination.contactPhone), nomination.contactEmail].filter(Boolean);
  return (
    <Page
      title={nomination.nomineeName}
      description={`${inLanguage(category, locale)} · ${w.forms[nomination.form]}`}
      breadcrumbs={[
        { href: paths.awards, label: w.title },
        { href: paths.award(round.id), label: inLanguage(round.title, locale) },
        { href: paths.nominations(round.id), label: t.title },
      ]}
      status={<NominationStatus state={nomination.state} late={nomination.late} />}
      actions={
        <>
          {first && (
            <ButtonLink
              href={paths.nominationStep(id, first)}
              variant={backwards.includes(first) || (found.mayWrite && found.over) ? "secondary" : "primary"}
            >
              {t.steps[first].title}
            </ButtonLink>
          )}
          {others.map((step) => (
            <ButtonLink key={step} href={paths.nominationStep(id, step)}>
              {t.steps[step].title}
            </ButtonLink>
          ))}
        </>
      }
    >
      <Checks {...found} />
      <div className="columns-2">
        <div className="stack gap-6">
          <Panel
            title={t.texting}
            actions={
              mayWrite && (
                <ButtonLink href={paths.nominationEdit(id)} size="small" icon="edit">
                  {t.write}
                </ButtonLink>
              )
            }
          >
            {texts.length === 0 && <p className="soft">{t.noTexts}</p>}
            {texts.map(({ field, text, by, at }) => (
              <section key={field} className="stack gap-2">
                <h3>{t.texts[field]}</h3>
                <p className="lines" dir="auto">
                  {text}
                </p>
                <p className="soft small">
                  {t.by(by)} · <Ltr>{formatMoment(at, zone)}</Ltr>
                </p>
              </section>
            ))}
          </Panel>
          <Panel
            title={t.papers}
            actions={
              mayWrite && (
                <ButtonLink href={paths.nominationFiles(id)} size="small" icon="upload">
                  {t.addPapers}
                </ButtonLink>
              )
            }
          >
            {files.length === 0 ? (
              <p className="soft">{t.noPapers}</p>
            ) : (
              <ul className="plain-list">
                {files.map((piece) => (
                  <li key={piece.id}>
                    <a href={paths.nominationFile(id, piece.id)} download>
                      {piece.name}
                    </a>
                    <span className="soft small block">
                      {w.files[piece.kind]} · <bdi>{piece.addedByName}</bdi> ·{" "}
                      <Ltr>{formatMoment(piece.addedAt, zone)}</Ltr>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
        </div>
        <div className="stack gap-6">
          <Panel
            title={t.nomineePanel}
            actions={
              mayWrite && (
                <ButtonLink href={`${paths.nominationEdit(id)}?nominee`} size="small" icon="edit">
                  {t.edit}
                </ButtonLink>
              )
            }
          >
            <DescriptionList
              items={[
                { term: t.fields.kind, detail: w.kinds[nomination.kind] },
                nomination.nomineePosition !== "" && {
                  term: t.fields.nomineePosition,
                  detail: <bdi>{nomination.nomineePosition}</bdi>,
                },
                nomineeUnit && {
                  term: t.fields.nomineeUnitId,
                  detail: <Link href={paths.unit(nomineeUnit.id)}>{nomineeUnit.name}</Link>,
                },
                { term: t.unit, detail: unit.name },
                nomination.receipt !== null && {
                  term: t.receipt,
                  detail: <Ltr>{String(nomination.receipt).padStart(2, "0")}</Ltr>,
                },
                contact.length > 0 && {
                  term: t.fields.contactName,
                  detail: contact.map((line) => (
                    <bdi key={line} className="block">
                      {line}
                    </bdi>
                  )),
                },
              ]}
            />
          </Panel>
          <Panel title={t.story}>
            <ol className="plain-list">
              {story.map((step) => (
                <li key={step.id} className="small">
                  <bdi>{step.byName}</bdi> {t.steppedBy[step.kind]}
                  {step.note !== "" && (
                    <>
                      {": "}
                      <bdi>{step.note}</bdi>
                    </>
                  )}
                  <div className="soft">
                    <Ltr>{formatMoment(step.at, zone)}</Ltr>
                  </div>
                </li>
              ))}
            </ol>
          </Panel>
        </div>
      </div>
    </Page>
  );
}
