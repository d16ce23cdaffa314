import { guestWords } from "~/features/participants/guests/messages";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { formatMoment } from "~/web/time";
import { useWords } from "~/web/use-words";
import type { Refused } from "./acts.server";

interface Props {
  guest: {
    pointId: string;
    email: string | null;
    bouncedAt: Date | null;
    bounceReason: string;
    category: string;
    standIn: object | null;
  };
  points: Choice[];
  zone: string;
  whole: boolean;
  refused: Refused | null;
}

/** Moving, a new link, a refused address, taking off the list: rarely needed, each with what follows from it. */
export function OtherActs({ guest, points, zone, whole, refused }: Props) {
  const t = useWords(guestWords);
  const p = t.page;
  const why: Record<string, string> = t.refusals;
  const failed =
    refused && ["move", "link", "bounce", "withdraw"].includes(refused.about) ? refused.errors.form : undefined;
  return (
    <Section title={p.other}>
      {failed && <Notice tone="danger">{p.failed(why[failed] ?? t.refusals.other)}</Notice>}
      {refused?.link && (
        <Notice tone="success" title={p.renewedShown}>
          <code style={{ overflowWrap: "anywhere" }}>
            <Ltr>{refused.link}</Ltr>
          </code>
        </Notice>
      )}
      {guest.bouncedAt && (
        <Notice
          tone="danger"
          title={p.bouncedSince(formatMoment(guest.bouncedAt, zone))}
          action={
            <Form method="post">
              <Button size="small" name="do" value="unbounced">
                {p.unbounce}
              </Button>
            </Form>
          }
        >
          {guest.bounceReason && <p>{guest.bounceReason}</p>}
          <p>{p.bounceAdvice}</p>
        </Notice>
      )}
      <div className="stack gap-2">
        {whole && points.length > 1 && (
          <Disclosure summary={p.move}>
            <Form method="post" className="stack gap-3">
              <p className="soft small">{p.moveHint}</p>
              <SelectField name="to" label={t.point} choices={points} defaultValue={guest.pointId} />
              <Press act="move">{p.movePress}</Press>
            </Form>
          </Disclosure>
        )}
        <Disclosure summary={guest.standIn ? p.standInRenew : p.renew}>
          <Form method="post" className="stack gap-3">
            <p className="soft small">{p.renewHint}</p>
            <Press act={guest.standIn ? "renew-stand-in" : "renew"}>{p.renewPress}</Press>
          </Form>
        </Disclosure>
        {guest.email && !guest.bouncedAt && (
          <Disclosure summary={p.bounce}>
            <Form method="post" className="stack gap-3">
              <p className="soft small">{p.bounceHint}</p>
              <TextField name="reason" label={p.bounceReason} optional />
              <Press act="bounced">{p.bouncePress}</Press>
            </Form>
          </Disclosure>
        )}
        <Disclosure summary={p.withdraw}>
          <Form method="post" className="stack gap-3">
            <p className="soft small">{p.withdrawHint}</p>
            <div className="cluster">
              <Button variant="danger" name="do" value="withdraw">
                {p.withdraw}
              </Button>
            </div>
          </Form>
        </Disclosure>
      </div>
    </Section>
  );
}

const Press = ({ act, children }: { act: string; children: string }) => (
  <div className="cluster">
    <Button name="do" value={act}>
      {children}
    </Button>
  </div>
);
