import { Form } from "@remix-run/react";
import { type HistoryEntry, Said } from "~/features/audit/components/history";
import { unitWords } from "~/features/units/messages";
import type { Holder } from "~/features/units/reads.server";
import type { UnitKind } from "~/features/units/rules";
import type { Succession } from "~/features/units/succession/reads.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { showPhone } from "~/web/phone";
import { formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";

const dutyOrder = ["head", "deputy", "focal-point", "contact", "member"];

/** Who holds which position now, and who did before. */
export function People({
  holders,
  former,
  manageHref,
}: {
  holders: Holder[];
  former: Holder[];
  manageHref: string | null;
}) {
  const t = useWords(unitWords);
  const locale = useLocale();
  const sorted = [...holders].sort((a, b) => dutyOrder.indexOf(a.duty) - dutyOrder.indexOf(b.duty));
  const manage = manageHref && (
    <ButtonLink href={manageHref} size="small" icon="person">
      {t.managePeople}
    </ButtonLink>
  );
  return (
    <Panel title={t.people} actions={sorted.length > 0 && manage} flush>
      <HoldersTable
        rows={sorted}
        empty={
          <EmptyState title={t.noPeople} level={3} action={manage}>
            {t.noPeopleAdvice}
          </EmptyState>
        }
      />
      {former.length > 0 && (
        <div className="panel-pad">
          <Disclosure summary={t.former(formatNumber(former.length, locale))}>
            <HoldersTable rows={former} />
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}

function HoldersTable({ rows, empty }: { rows: Holder[]; empty?: React.ReactNode }) {
  const t = useWords(unitWords);
  return (
    <Table
      caption={t.people}
      hideCaption
      rows={rows}
      rowKey={(one) => one.holdingId}
      empty={empty}
      columns={[
        {
          key: "person",
          head: t.person,
          primary: true,
          cell: (one) => (
            <>
              {one.fullName}
              <span className="soft small block">{one.title}</span>
            </>
          ),
        },
        { key: "duty", head: t.duty, cell: (one) => t.duties[one.duty] },
        {
          key: "held",
          head: t.held,
          cell: (one) =>
            one.heldTo ? (
              <Ltr>{t.fromTo(formatDay(one.heldFrom), formatDay(one.heldTo))}</Ltr>
            ) : (
              t.since(formatDay(one.heldFrom))
            ),
        },
        {
          key: "contact",
          head: t.contact,
          cell: (one) => (
            <>
              {one.email && <a href={`mailto:${one.email}`}>{one.email}</a>}
              {one.email && one.phone && <br />}
              {one.phone && <Ltr>{showPhone(one.phone)}</Ltr>}
              {!one.email && !one.phone && "–"}
            </>
          ),
        },
      ]}
    />
  );
}

/** The units directly below, by kind. */
export function Below({ units }: { units: { id: string; name: string; kind: UnitKind }[] }) {
  const t = useWords(unitWords);
  const locale = useLocale();
  const kinds = [...new Set(units.map((unit) => unit.kind))];
  return (
    <div className="stack">
      {kinds.map((kind) => {
        const members = units.filter((unit) => unit.kind === kind);
        return (
          <div key={kind}>
            <h3 className="small soft">
              {t.kinds[kind]} · {formatNumber(members.length, locale)}
            </h3>
            <ul className="link-columns">
              {members.map((unit) => (
                <li key={unit.id}>
                  <Link href={paths.unit(unit.id)}>{unit.name}</Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

/** Which units came before and which followed, with their days. */
export function Successions(props: { before: Succession[]; after: Succession[]; mayManage: boolean; reopen: boolean }) {
  const { before, after, mayManage, reopen } = props;
  const t = useWords(unitWords);
  const list = (title: string, rows: Succession[]) =>
    rows.length > 0 && (
      <div>
        <h3 className="small soft">{title}</h3>
        <ul className="plain-list">
          {rows.map(({ successionId, kind, on, unit }) => (
            <li key={successionId} className="line-item">
              <span>
                <Link href={paths.unit(unit.id)}>{unit.name}</Link>
                <span className="soft small block">{t.succession(t.successions[kind], formatDay(on))}</span>
              </span>
              {mayManage && (
                <Button name="unlink" value={successionId} size="small" variant="quiet" icon="close" iconOnly>
                  {`${t.unlink}: ${unit.name}`}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <Panel title={t.historyTitle}>
      <Form method="post" className="stack">
        {before.length + after.length === 0 && <p className="soft">{t.noSuccession}</p>}
        {list(t.before, before)}
        {list(t.after, after)}
        {reopen && (
          <div>
            <Button name="do" value="reopen" size="small" icon="repeat">
              {t.reopen}
            </Button>
          </div>
        )}
      </Form>
    </Panel>
  );
}

/** One line of the unit's history. */
export function UnitAct({ verb, detail }: HistoryEntry) {
  const t = useWords(unitWords);
  return <Said verb={t.verbs[verb] ?? verb} more={[detail.name, detail.title, detail.under, detail.by]} />;
}
