import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { may } from "~/features/accounts/rules";
import { UnitTree } from "~/features/units/components/unit-tree";
import { unitWords } from "~/features/units/messages";
import { findUnit, listUnits, treeUnits, unitsAbove, unitsByIds } from "~/features/units/reads.server";
import { shownTree, type UnitKind, unitKinds } from "~/features/units/rules";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/form-actions";
import { Page, Panel } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { SelectField, TextField } from "~/ui/text-field";
import { notFound } from "~/web/http.server";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { dayOf } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";
import { FoundUnits } from "./found-units";

export const meta = titleOf(unitWords, (t) => t.title);

const perPage = 100;

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams;
  const term = asked.get("q")?.trim().slice(0, 200) ?? "";
  const kind: UnitKind | null = unitKinds.find((known) => known === asked.get("kind")) ?? null;
  const closed = asked.get("closed") === "on";
  const rights = { add: may(actor, "units.manage") };
  const filter = { term, kind, closed };
  if (term || kind) {
    const found = await listUnits(read, {
      term,
      kinds: kind ? [kind] : undefined,
      activeOn: closed ? undefined : dayOf(new Date(), zoneOf()),
    });
    const page = Math.max(1, Math.min(Math.ceil(found.length / perPage), Number(asked.get("page")) || 1));
    const rows = found.slice((page - 1) * perPage, page * perPage);
    const parents = await unitsByIds(
      read,
      rows.flatMap((row) => row.parentId ?? []),
    );
    return {
      ...{ rights, filter, page, total: found.length, tree: null, under: null },
      found: rows.map(({ id, name, kind, code, activeTo, parentId }) => ({
        ...{ id, name, kind, code, activeTo },
        parent: (parentId && parents.get(parentId)?.name) || null,
      })),
    };
  }
  const underId = asked.get("under");
  const under = underId ? await findUnit(read, { unitId: underId }) : null;
  if (underId && !under) throw notFound();
  const units = await treeUnits(read, { closed, under: under?.path });
  return {
    ...{ rights, filter, page: 1, total: units.length, found: null, tree: shownTree(units) },
    under: under && {
      id: under.id,
      name: under.name,
      above: (await unitsAbove(read, under)).map(({ id, name }) => ({ id, name })),
    },
  };
}

export default function Units() {
  const { rights, filter, tree, found, total, page, under } = useLoaderData<typeof loader>();
  const t = useWords(unitWords);
  const locale = useLocale();
  const filtered = filter.term !== "" || filter.kind !== null;
  const crumbs = under
    ? [
        { href: paths.units, label: t.title },
        ...under.above.map(({ id, name }) => ({ href: `${paths.units}?under=${id}`, label: name })),
      ]
    : undefined;
  const pageHref = (n: number) =>
    `${paths.units}?${new URLSearchParams({ q: filter.term, kind: filter.kind ?? "", ...(filter.closed && { closed: "on" }), page: String(n) })}`;
  return (
    <Page
      title={under?.name ?? t.title}
      breadcrumbs={crumbs}
      description={under ? undefined : t.lead}
      actions={
        rights.add && (
          <>
            <ButtonLink
              href={under ? `${paths.unitNew}?under=${under.id}` : paths.unitNew}
              variant="primary"
              icon="add"
            >
              {t.add}
            </ButtonLink>
            <ButtonLink href={paths.unitImport} icon="upload">
              {t.importFile}
            </ButtonLink>
          </>
        )
      }
    >
      <Form method="get" role="search">
        <FilterBar>
          <TextField
            name="q"
            type="search"
            label={t.search}
            defaultValue={filter.term}
            key={filter.term}
            width="l"
            autoComplete="off"
          />
          <SelectField
            name="kind"
            label={t.kind}
            placeholder={t.allKinds}
            defaultValue={filter.kind ?? ""}
            choices={unitKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <CheckboxField name="closed" label={t.showClosed} defaultChecked={filter.closed} />
          <Button icon="filter">{t.filter}</Button>
          {(filtered || filter.closed) && (
            <ButtonLink href={paths.units} variant="quiet">
              {t.clearFilter}
            </ButtonLink>
          )}
        </FilterBar>
      </Form>
      {found ? (
        <Panel title={t.found(formatNumber(total, locale))} flush>
          <FoundUnits rows={found} />
          <Pagination
            previous={page > 1 ? pageHref(page - 1) : null}
            next={page * perPage < total ? pageHref(page + 1) : null}
          />
        </Panel>
      ) : tree && tree.length > 0 ? (
        <Panel title={t.count(formatNumber(total, locale))}>
          <UnitTree units={tree} />
        </Panel>
      ) : (
        <EmptyState
          title={t.noneYet}
          action={
            rights.add && (
              <>
                <ButtonLink href={paths.unitNew} variant="primary" icon="add">
                  {t.add}
                </ButtonLink>
                <ButtonLink href={paths.unitImport} icon="upload">
                  {t.importFile}
                </ButtonLink>
              </>
            )
          }
        >
          {t.noneYetAdvice}
        </EmptyState>
      )}
    </Page>
  );
}
