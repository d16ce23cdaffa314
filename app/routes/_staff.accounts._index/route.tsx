import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { Roles } from "~/features/accounts/components/roles";
import { requireMay } from "~/features/accounts/gate.server";
import { accountWords } from "~/features/accounts/messages";
import { listAccounts } from "~/features/accounts/reads.server";
import { roles } from "~/features/accounts/rules";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Page } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr, Time } from "~/ui/text";
import { SelectField, TextField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { titleOf } from "~/web/title";
import { useWords, useZone } from "~/web/use-words";

export const meta = titleOf(accountWords, (t) => t.accounts);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireMay(request, "accounts.manage");
  const query = new URL(request.url).searchParams;
  const term = query.get("q") ?? "";
  const role = roles.find((known) => known === query.get("role"));
  const state = (["active", "disabled"] as const).find((known) => known === query.get("state"));
  const accounts = await listAccounts(read, { term, role, state });
  return {
    term,
    role,
    state,
    accounts: accounts.map(({ id, name, position, email, disabledAt, lastSignInAt, roles: held }) => ({
      id,
      name,
      position,
      email,
      disabled: disabledAt !== null,
      lastSignInAt,
      roles: held,
    })),
  };
}

export default function Accounts() {
  const { term, role, state, accounts } = useLoaderData<typeof loader>();
  const t = useWords(accountWords);
  const zone = useZone();
  return (
    <Page
      title={t.accounts}
      description={t.accountsLead}
      actions={
        <ButtonLink href={paths.accountNew} variant="primary" icon="add">
          {t.invite}
        </ButtonLink>
      }
    >
      <div className="stack">
        <form method="get">
          <FilterBar>
            <TextField name="q" type="search" label={t.term} defaultValue={term} />
            <SelectField
              name="role"
              label={t.role}
              placeholder={t.anyRole}
              choices={roles.map((value) => ({ value, label: t.roles[value] }))}
              defaultValue={role ?? ""}
            />
            <SelectField
              name="state"
              label={t.state}
              placeholder={t.anyState}
              choices={(["active", "disabled"] as const).map((value) => ({ value, label: t[value] }))}
              defaultValue={state ?? ""}
            />
            <Button icon="filter">{t.filter}</Button>
          </FilterBar>
        </form>
        <Table
          caption={t.count(accounts.length)}
          rows={accounts}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.disabled ? "muted" : undefined)}
          empty={<EmptyState title={t.none}>{t.noneText}</EmptyState>}
          columns={[
            {
              key: "name",
              head: t.name,
              primary: true,
              cell: (row) => (
                <>
                  <Link href={paths.accountOf(row.id)}>{row.name}</Link>
                  {row.position && <div className="soft small">{row.position}</div>}
                </>
              ),
            },
            { key: "email", head: t.email, cell: (row) => <Ltr>{row.email}</Ltr> },
            { key: "roles", head: t.role, cell: (row) => <Roles roles={row.roles} /> },
            {
              key: "seen",
              head: t.lastSignIn,
              nowrap: true,
              cell: (row) =>
                row.lastSignInAt ? (
                  <Time at={row.lastSignInAt}>
                    <Ltr>{formatMoment(row.lastSignInAt, zone)}</Ltr>
                  </Time>
                ) : (
                  <span className="soft">{t.never}</span>
                ),
            },
            {
              key: "state",
              head: t.state,
              cell: (row) =>
                row.disabled ? <Status icon="lock">{t.disabled}</Status> : <Status tone="success">{t.active}</Status>,
            },
          ]}
        />
      </div>
    </Page>
  );
}
