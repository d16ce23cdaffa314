import { Form } from "@remix-run/react";
import { PersonFields, type Typed } from "~/features/accounts/components/person-fields";
import { accountWords } from "~/features/accounts/messages";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/page";
import { useWords } from "~/web/use-words";

interface PanelProps {
  account: { name: string; position: string; email: string; phone: string; locale: string };
  values: Typed | null;
  errors: Record<string, string>;
}

export function FactsPanel({ account, values, errors }: PanelProps) {
  const t = useWords(accountWords);
  const { name, position, email, phone, locale } = account;
  return (
    <Panel title={t.facts}>
      <Form method="post" noValidate className="stack">
        <input type="hidden" name="intent" value="facts" />
        <PersonFields values={values ?? { name, position, email, phone, locale }} errors={errors} />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Panel>
  );
}
