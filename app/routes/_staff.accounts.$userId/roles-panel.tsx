import { Form } from "@remix-run/react";
import { GrantFields } from "~/features/accounts/components/grant-fields";
import type { Typed } from "~/features/accounts/components/person-fields";
import { accountWords } from "~/features/accounts/messages";
import type { HeldRole } from "~/features/accounts/reads.server";
import { Button } from "~/ui/button";
import { Disclosure } from "~/ui/guest-page";
import { Panel } from "~/ui/page";
import { useWords } from "~/web/use-words";

interface PanelProps {
  roles: HeldRole[];
  units: { value: string; label: string }[];
  values: Typed | null;
  errors: Record<string, string>;
}

/** The roles a person holds, each to be taken back, and a form for one more. */
export function RolesPanel({ roles, units, values, errors }: PanelProps) {
  const t = useWords(accountWords);
  return (
    <Panel title={t.rolesTitle} description={t.rolesLead}>
      <div className="stack">
        {roles.length === 0 && <p className="soft">{t.noRoles}</p>}
        {roles.map((held) => (
          <Form key={held.grantId} method="post" className="split">
            <input type="hidden" name="intent" value="take" />
            <input type="hidden" name="grantId" value={held.grantId} />
            <span>
              <b>{t.roles[held.role]}</b> <span className="soft">· {held.unitName ?? t.everywhere}</span>
            </span>
            <Button size="small" aria-label={`${t.takeRole}: ${t.roles[held.role]}`}>
              {t.takeRole}
            </Button>
          </Form>
        ))}
        <Disclosure summary={t.addRole} open={values !== null || roles.length === 0}>
          <Form method="post" noValidate className="stack" key={roles.length}>
            <input type="hidden" name="intent" value="grant" />
            <GrantFields values={values ?? {}} errors={errors} units={units} />
            <div>
              <Button variant="primary">{t.addRole}</Button>
            </div>
          </Form>
        </Disclosure>
      </div>
    </Panel>
  );
}
