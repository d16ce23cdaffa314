import { Form } from "@remix-run/react";
import { accountWords } from "~/features/accounts/messages";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/page";
import { dayOf, formatDay } from "~/web/time";
import { useWords, useZone } from "~/web/use-words";

interface PanelProps {
  disabledAt: Date | null;
  sessions: number;
  isSelf: boolean;
}

/** Signs the person out, closes the account or opens it again. */
export function AccessPanel({ disabledAt, sessions, isSelf }: PanelProps) {
  const t = useWords(accountWords);
  const zone = useZone();
  if (disabledAt) {
    return (
      <Panel title={t.access}>
        <Form method="post" className="stack">
          <p>{t.disabledAt(formatDay(dayOf(disabledAt, zone)))}</p>
          <div>
            <Button name="intent" value="enable">
              {t.enable}
            </Button>
          </div>
        </Form>
      </Panel>
    );
  }
  return (
    <Panel title={t.access}>
      <Form method="post" className="stack">
        <p>{t.signOutAllText(sessions)}</p>
        {sessions > 0 && (
          <div>
            <Button name="intent" value="sign-out">
              {t.signOutAll}
            </Button>
          </div>
        )}
        {!isSelf && (
          <>
            <hr />
            <p>{t.disableText}</p>
            <div>
              <Button variant="danger" name="intent" value="disable">
                {t.disable}
              </Button>
            </div>
          </>
        )}
      </Form>
    </Panel>
  );
}
