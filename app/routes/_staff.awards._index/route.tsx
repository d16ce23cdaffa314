import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { RoundStatus } from "~/features/awards/components/round-looks";
import { honourWords } from "~/features/awards/honours/messages";
import { awardWords } from "~/features/awards/messages";
import { phaseAt, windowOf } from "~/features/awards/rounds/phases.rules";
import { listRounds } from "~/features/awards/rounds/reads.server";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { leftToRight } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords, useZone } from "~/web/use-words";

export const meta = titleOf(awardWords, (t) => t.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const now = new Date();
  const rounds = await listRounds(read, { actor });
  return {
    mayAdd: may(actor, "awards.manage"),
    mayOpenAwards: may(actor, "awards.manage") || may(actor, "awards.nominate"),
    rows: rounds.map(({ id, title, year, state, owner, phases }) => {
      const phase = state === "published" ? phaseAt(phases, now) : null;
      return { id, title, year, state, owner, phase, endsAt: phase ? (windowOf(phases, phase)?.endsAt ?? null) : null };
    }),
  };
}

/** All award rounds that this person has to do with. */
export default function Awards() {
  const { mayAdd, mayOpenAwards, rows } = useLoaderData<typeof loader>();
  const t = useWords(awardWords);
  const h = useWords(honourWords);
  const locale = useLocale();
  const zone = useZone();
  const actions = (
    <>
      {mayAdd && (
        <ButtonLink href={paths.awardNew} variant="primary" icon="add">
          {t.add}
        </ButtonLink>
      )}
      {mayOpenAwards && (
        <ButtonLink href={paths.honours} icon="history">
          {h.book.title}
        </ButtonLink>
      )}
      <ButtonLink href={paths.honourRoll()} icon="award">
        {t.roll}
      </ButtonLink>
    </>
  );
  return (
    <Page title={t.title} description={t.lead} actions={actions}>
      {rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneText}</EmptyState>
      ) : (
        <Panel title={t.round} flush>
          <Table
            caption={t.title}
            hideCaption
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "title",
                head: t.round,
                primary: true,
                cell: (row) => <Link href={paths.award(row.id)}>{inLanguage(row.title, locale)}</Link>,
              },
              { key: "year", head: t.year, numeric: true, cell: (row) => <Ltr>{row.year}</Ltr> },
              { key: "state", head: t.state, cell: (row) => <RoundStatus state={row.state} /> },
              {
                key: "phase",
                head: t.phaseNow,
                cell: (row) =>
                  row.phase ? (
                    <>
                      {t.phases[row.phase]}
                      {row.endsAt && (
                        <span className="soft small block">{t.until(leftToRight(formatMoment(row.endsAt, zone)))}</span>
                      )}
                    </>
                  ) : (
                    "–"
                  ),
              },
              { key: "owner", head: t.owner, cell: (row) => row.owner },
            ]}
          />
        </Panel>
      )}
    </Page>
  );
}
