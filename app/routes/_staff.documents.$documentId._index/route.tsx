import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { campaignsCiting } from "~/features/campaigns/reads.server";
import { documentWords } from "~/features/documents/messages";
import { findDocument } from "~/features/documents/reads.server";
import { isInForce, kindInWords } from "~/features/documents/rules";
import { SummaryPanel } from "~/features/tasks/counts/components/summary-panel";
import { taskSummary } from "~/features/tasks/counts/summary.reads.server";
import { Status } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { notFound } from "~/web/http.server";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { dayOf, formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf<(typeof documentWords)["vi"], { document: { number: string } }>(
  documentWords,
  (t, data) => data?.document.number ?? t.title,
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const document = await findDocument(read, { documentId: params.documentId ?? "" });
  if (!document) throw notFound();
  return {
    document,
    citations: await campaignsCiting(read, { documentId: document.id, actor }),
    tasks: await taskSummary(read, { actor, now: new Date(), documentId: document.id }),
    mayManage: may(actor, "documents.manage"),
    inForce: isInForce(document, dayOf(new Date(), zoneOf())),
  };
}

export default function DocumentPage() {
  const { document, citations, tasks, mayManage, inForce } = useLoaderData<typeof loader>();
  const t = useWords(documentWords);
  const locale = useLocale();
  const dated = document.validFrom || document.validTo;
  return (
    <Page
      title={<Ltr>{document.number}</Ltr>}
      breadcrumbs={[{ href: paths.documents, label: t.title }]}
      description={document.abstract || kindInWords(document, t)}
      status={
        dated &&
        (inForce ? <Status tone="success">{t.inForce}</Status> : <Status icon="history">{t.notInForce}</Status>)
      }
      actions={
        <>
          {document.url && (
            <ButtonLink href={document.url} icon="external" rel="noreferrer">
              {t.open}
            </ButtonLink>
          )}
          {mayManage && (
            <ButtonLink href={paths.documentEdit(document.id)} icon="edit">
              {t.edit}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="columns-2">
        <Panel title={t.facts}>
          <DescriptionList
            items={[
              { term: t.kind, detail: `${kindInWords(document, t)} · ${t.styles[document.style]}` },
              { term: t.issuer, detail: document.issuer },
              { term: t.issuedOn, detail: document.issuedOn ? formatDay(document.issuedOn) : t.notKnown },
              document.signatory !== "" && { term: t.signatory, detail: document.signatory },
              { term: t.abstract, detail: document.abstract || t.notKnown },
              dated && { term: t.validity, detail: <Validity from={document.validFrom} to={document.validTo} /> },
              document.parent && { term: t.parent, detail: <Entry document={document.parent} /> },
            ].map((item) => item || null)}
          />
        </Panel>
        <div className="stack gap-6">
          {tasks && <SummaryPanel summary={tasks} query={`?campaign=&document=${document.id}`} />}
          <Panel title={t.citedBy}>
            {citations.length === 0 && <p className="soft">{t.notCited}</p>}
            <ul className="plain-list">
              {citations.map((campaign) => (
                <li key={campaign.id}>
                  <Link href={paths.campaign(campaign.id)}>{inLanguage(campaign.title, locale)}</Link>
                  <span className="soft small block">{t.roles[campaign.role]}</span>
                </li>
              ))}
            </ul>
          </Panel>
          {document.children.length > 0 && (
            <Panel title={t.children}>
              <ul className="plain-list">
                {document.children.map((child) => (
                  <li key={child.id}>
                    <Entry document={child} />
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </div>
    </Page>
  );
}

function Entry({ document }: { document: { id: string; number: string; abstract: string } }) {
  return (
    <>
      <Link href={paths.document(document.id)}>
        <Ltr>{document.number}</Ltr>
      </Link>
      {document.abstract && <span className="soft small block">{document.abstract}</span>}
    </>
  );
}

function Validity({ from, to }: { from: string | null; to: string | null }) {
  const t = useWords(documentWords);
  if (from && to) return <Ltr>{t.fromTo(formatDay(from), formatDay(to))}</Ltr>;
  return <>{from ? t.since(formatDay(from)) : t.until(formatDay(to ?? ""))}</>;
}
