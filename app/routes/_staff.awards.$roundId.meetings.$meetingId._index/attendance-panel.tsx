import { Form } from "@remix-run/react";
import { awardWords } from "~/features/awards/messages";
import type { CouncilRole } from "~/features/awards/terms.rules";
import { votingWords } from "~/features/awards/voting/messages";
import { type Attendance, attendances } from "~/features/awards/voting/rules";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";

interface Seat {
  memberId: string;
  name: string;
  role: CouncilRole;
  title: string;
  /** Null: not noted yet. */
  attendance: Attendance | null;
}

interface Props {
  seats: Seat[];
  quorum: { present: number; members: number; needed: number; reached: boolean };
  mayMark: boolean;
}

/** Who is in the room, and whether that is enough to meet. */
export function AttendancePanel({ seats, quorum, mayMark }: Props) {
  const t = useWords(votingWords);
  const { roles } = useWords(awardWords);
  const locale = useLocale();
  const number = (value: number) => formatNumber(value, locale);
  return (
    <Panel
      title={t.attendance}
      description={t.quorum(number(quorum.present), number(quorum.members), number(quorum.needed))}
      actions={
        quorum.reached ? <Status tone="success">{t.quorate}</Status> : <Status tone="warning">{t.notQuorate}</Status>
      }
    >
      <Form method="post" action="?index" className="stack gap-4">
        <Table
          caption={t.attendance}
          hideCaption
          rows={seats}
          rowKey={(seat) => seat.memberId}
          columns={[
            {
              ...{ key: "name", head: t.member, primary: true },
              cell: (seat) => (
                <>
                  {seat.name}
                  {seat.title && <span className="soft small block">{seat.title}</span>}
                </>
              ),
            },
            { key: "role", head: t.role, cell: (seat) => roles[seat.role] },
            {
              ...{ key: "at", head: t.where },
              cell: (seat) =>
                mayMark ? (
                  <RadioGroup
                    // Noted anew by a press for all the others: shown, without touching what is being chosen.
                    key={seat.attendance ?? ""}
                    name={`at.${seat.memberId}`}
                    label={`${t.where}: ${seat.name}`}
                    hideLabel
                    inline
                    defaultValue={seat.attendance ?? undefined}
                    choices={attendances.map((value) => ({ value, label: t.attendances[value] }))}
                  />
                ) : (
                  ((seat.attendance && t.attendances[seat.attendance]) ?? t.notNoted)
                ),
            },
          ]}
        />
        {mayMark && (
          <div className="cluster">
            <Button name="do" value="attendance">
              {t.saveAttendance}
            </Button>
            {seats.some(({ attendance }) => attendance === null) && (
              <Button name="do" value="attendance-present" variant="quiet">
                {t.othersPresent}
              </Button>
            )}
          </div>
        )}
      </Form>
    </Panel>
  );
}
