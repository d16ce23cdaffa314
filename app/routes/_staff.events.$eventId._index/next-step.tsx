import { Form } from "@remix-run/react";
import { eventWords } from "~/features/events/messages";
import type { EventStep, Next } from "~/features/events/rules";
import { Button, ButtonLink } from "~/ui/button";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { Panel } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  eventId: string;
  slug: string;
  campaignId: string | null;
  next: Next | null;
  steps: EventStep[];
  mayManage: boolean;
  publicPath: string | null;
}

const pressed = ["open", "close", "reopen", "start", "finish", "resume"] as const;

/** The one thing to do now, and everything else that can be done, one level down. */
export function NextStep({ eventId, slug, campaignId, next, steps, mayManage, publicPath }: Props) {
  const t = useWords(eventWords);
  if (!mayManage && !publicPath) return null;
  const followOn = `${paths.eventNew(campaignId ?? undefined)}${campaignId ? "&" : "?"}parent=${eventId}`;
  const rest = pressed.filter((step) => step !== next && steps.includes(step));
  const more = (
    <Form method="post">
      <Menu label={t.steps.more} icon="more" align="start">
        {rest.map((step) => (
          <MenuButton key={step} name="do" value={step}>
            {t.steps[step]}
          </MenuButton>
        ))}
        {mayManage && (
          <>
            <MenuLink href={paths.eventEdit(eventId)} icon="edit">
              {t.steps.edit}
            </MenuLink>
            <MenuLink href={followOn} icon="add">
              {t.steps.followOn}
            </MenuLink>
          </>
        )}
        {steps.includes("postpone") && (
          <MenuLink href={paths.eventMove(eventId)} icon="calendar-add">
            {t.steps.postpone}
          </MenuLink>
        )}
        {steps.includes("cancel") && (
          <MenuLink href={paths.eventCancel(eventId)} icon="close">
            {t.steps.cancel}
          </MenuLink>
        )}
        {publicPath && (
          <>
            <MenuLink href={publicPath} icon="external" plain>
              {t.steps.publicPage}
            </MenuLink>
            <MenuLink href={paths.eventCalendar(slug)} icon="download" plain>
              {t.steps.calendar}
            </MenuLink>
          </>
        )}
      </Menu>
    </Form>
  );
  if (!next) return <div className="cluster">{more}</div>;
  const [label, why] = t.next[next];
  return (
    <Panel title={t.next.title}>
      <p>{why}</p>
      <div className="cluster gap-3">
        <Primary eventId={eventId} next={next} label={label} />
        {more}
      </div>
    </Panel>
  );
}

/** Where a step leads that is not done by one press. */
const pages: Partial<Record<Next, (eventId: string) => string>> = {
  list: paths.guestImport,
  invite: paths.invite,
  remind: (eventId) => `${paths.invite(eventId)}?to=silent`,
  "test-lines": paths.eventPoints,
  postpone: paths.eventMove,
};

function Primary({ eventId, next, label }: { eventId: string; next: Next; label: string }) {
  const page = pages[next];
  if (page)
    return (
      <ButtonLink href={page(eventId)} variant="primary">
        {label}
      </ButtonLink>
    );
  return (
    <Form method="post">
      <Button variant="primary" name="do" value={next}>
        {label}
      </Button>
    </Form>
  );
}
