import type { ReactNode } from "react";
import { EvidenceLine, type Piece } from "~/features/tasks/components/evidence-line";
import { taskPageWords } from "~/features/tasks/messages/page";
import type { ActOnTask } from "~/features/tasks/next.rules";
import { Status, type Tone } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { Section } from "~/ui/page";
import { paths } from "~/web/paths";
import { type Day, formatDay, formatMoment } from "~/web/time";
import { useWords, useZone } from "~/web/use-words";

type Outcome = "completed" | "basically-completed" | "returned" | "withdrawn";

interface Submission {
  id: string;
  no: number;
  statement: string;
  submittedOn: Day;
  submittedAt: Date;
  submittedByName: string;
  decidedAt: Date | null;
  decidedByName: string;
  outcome: Outcome | null;
  reason: string;
  clocks: { doerDays: number; appraiserDays: number };
  pieces: Piece[];
}

interface Props {
  task: { id: string };
  acts: ActOnTask[];
  proof: { submissions: Submission[]; gathered: Piece[] };
}

const tones: Record<Outcome | "waiting", Tone> = {
  completed: "success",
  "basically-completed": "success",
  returned: "warning",
  withdrawn: "neutral",
  waiting: "info",
};

/** What is gathered, and every time the work was handed in: evidence, both clocks and what became of it. */
export function Proof({ task, acts, proof }: Props) {
  const t = useWords(taskPageWords);
  const { submissions, gathered } = proof;
  const mayAdd = acts.includes("evidence");
  return (
    <Section
      title={t.evidence}
      actions={
        mayAdd && (
          <ButtonLink href={paths.taskEvidence(task.id)} size="small" icon="add">
            {t.acts.evidence}
          </ButtonLink>
        )
      }
    >
      {gathered.length + submissions.length === 0 && (
        <p className="soft">{[t.noEvidence, mayAdd && t.waysToProve].filter(Boolean).join(" ")}</p>
      )}
      {gathered.length > 0 && (
        <div className="stack gap-2">
          <h3>{t.gathered}</h3>
          <Pieces>
            {gathered.map((piece) => (
              <EvidenceLine key={piece.id} taskId={task.id} piece={piece} />
            ))}
          </Pieces>
        </div>
      )}
      {submissions.map((one) => (
        <SubmissionBlock key={one.id} taskId={task.id} one={one} />
      ))}
    </Section>
  );
}

const Pieces = ({ children }: { children: ReactNode }) => <ul className="plain-list">{children}</ul>;

function SubmissionBlock({ taskId, one }: { taskId: string; one: Submission }) {
  const t = useWords(taskPageWords);
  const zone = useZone();
  const outcome = one.outcome ?? "waiting";
  return (
    <div className="stack gap-2">
      <h3>
        {t.submission(one.no, formatDay(one.submittedOn))} <Status tone={tones[outcome]}>{t.outcomes[outcome]}</Status>
      </h3>
      <p className="lines" dir="auto">
        {one.statement}
      </p>
      <p className="soft small">
        {t.by(one.submittedByName, formatMoment(one.submittedAt, zone))} ·{" "}
        {t.clocks(one.clocks.doerDays, one.clocks.appraiserDays)}
      </p>
      <Pieces>
        {one.pieces.map((piece) => (
          <EvidenceLine key={piece.id} taskId={taskId} piece={piece} />
        ))}
      </Pieces>
      {one.decidedAt && (
        <p className="lines" dir="auto">
          <strong>{t.outcomes[outcome]}</strong>
          {one.reason && `: ${one.reason}`}
          <span className="soft small block">{t.by(one.decidedByName, formatMoment(one.decidedAt, zone))}</span>
        </p>
      )}
    </div>
  );
}
