import type { ReactNode } from "react";
import { useGuestErrors } from "~/features/participants/guests/components/guest-fields";
import type { ShownGuest } from "~/features/participants/guests/components/guest-table";
import { GuestState } from "~/features/participants/guests/components/state";
import { guestWords } from "~/features/participants/guests/messages";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { type Choice, SelectField, TextField } from "~/ui/text-field";
import { formatMoment } from "~/web/time";
import { useWords } from "~/web/use-words";
import type { Refused } from "./acts.server";

interface Props {
  guest: ShownGuest & {
    answeredAt: Date | null;
    answeredVia: "link" | "staff" | "calendar" | null;
    invitedAt: Date | null;
    pointId: string;
  };
  points: Choice[];
  zone: string;
  /** True, or why no answer can be noted now. */
  answerable: true | string;
  refused: Refused | null;
}

/** How this guest has answered, and three ways to note an answer given by telephone. */
export function AnswerPanel({ guest, points, zone, answerable, refused }: Props) {
  const t = useWords(guestWords);
  const why: Record<string, string> = t.refusals;
  const mine = refused?.about === "answer" ? refused : null;
  const said = (reason: string) => why[reason] ?? t.refusals.other;
  const answered =
    guest.answeredAt &&
    [t.page.answeredAt(formatMoment(guest.answeredAt, zone)), guest.answeredVia && t.page.via[guest.answeredVia]]
      .filter(Boolean)
      .join(" · ");
  return (
    <Panel title={t.page.answer}>
      {mine?.errors.form && <Notice tone="danger">{t.page.notNoted(said(mine.errors.form))}</Notice>}
      <div className="stack gap-1">
        <div>
          <GuestState category={guest.category} />
        </div>
        {guest.standIn && (
          <p>
            <span className="soft">{t.substituteIs}</span> <bdi>{guest.standIn.fullName}</bdi>
            {guest.standIn.position && <span className="soft"> · {guest.standIn.position}</span>}
          </p>
        )}
        {guest.declineReason && (
          <p>
            <span className="soft">{t.reason}:</span> {guest.declineReason}
          </p>
        )}
        <p className="soft small">
          {guest.invitedAt ? t.page.invitedAt(formatMoment(guest.invitedAt, zone)) : t.page.notInvited}
          {guest.answeredAt && <span className="block">{answered}</span>}
        </p>
      </div>
      {guest.keeps && answerable !== true && (
        <p className="soft small">
          {t.page.closedHint} {said(answerable)}
        </p>
      )}
      {guest.keeps && answerable === true && <Notes guest={guest} points={points} mine={mine} />}
    </Panel>
  );
}

function Notes({ guest, points, mine }: Pick<Props, "guest" | "points"> & { mine: Refused | null }) {
  const t = useWords(guestWords).page;
  const values = mine?.values ?? {};
  return (
    <div className="stack gap-2">
      <h3>{t.phone}</h3>
      <p className="soft small">{t.phoneHint}</p>
      <Note wish="yes" summary={t.yes} press={t.pressYes} mine={mine}>
        {points.length > 1 && (
          <SelectField name="point" label={t.at} choices={points} defaultValue={values.point ?? guest.pointId} />
        )}
      </Note>
      <Note wish="no" summary={t.no} press={t.pressNo} mine={mine}>
        <TextField
          name="reason"
          id="answer-reason"
          label={t.noReason}
          optional
          width="l"
          defaultValue={values.reason ?? guest.declineReason}
        />
      </Note>
      <Note wish="substitute" summary={t.substitute} press={t.pressSubstitute} mine={mine}>
        <SubstituteFields mine={mine} />
      </Note>
    </div>
  );
}

function Note({
  wish,
  summary,
  press,
  mine,
  children,
}: {
  wish: string;
  summary: string;
  press: string;
  mine: Refused | null;
  children: ReactNode;
}) {
  return (
    <Disclosure summary={summary} open={mine?.values.answer === wish}>
      <Form method="post" noValidate className="stack gap-4">
        <input type="hidden" name="answer" value={wish} />
        {children}
        <div className="cluster">
          <Button name="do" value="answer">
            {press}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}

function SubstituteFields({ mine }: { mine: Refused | null }) {
  const t = useWords(guestWords);
  const values = mine?.values ?? {};
  const { error } = useGuestErrors(mine?.errors ?? {});
  const field = (name: string) => ({
    name,
    id: `substitute-${name}`,
    error: error(name),
    defaultValue: values[name],
    autoComplete: "off",
  });
  return (
    <>
      <TextField {...field("name")} label={t.page.substituteName} required width="m" />
      <TextField {...field("position")} label={t.position} optional width="l" />
      <TextField {...field("email")} type="email" label={t.email} width="m" />
      <TextField {...field("phone")} type="tel" label={t.phone} width="s" />
    </>
  );
}
