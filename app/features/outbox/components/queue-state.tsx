import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { formatMoment } from "~/web/time";
import { useWords, useZone } from "~/web/use-words";
import { letterWords } from "../messages";

interface Props {
  pause: { pausedBy: string; pausedAt: Date; reason: string } | null;
  canDeliver: boolean;
  /** Minutes by which the oldest letter is late; null while all is well. */
  late: number | null;
  pauseLabel: string;
}

/** How sending stands, and the button that pauses or resumes it. */
export function QueueState({ pause, canDeliver, late, pauseLabel }: Props) {
  const t = useWords(letterWords);
  const zone = useZone();
  const button = (act: "pause" | "resume", label: string) => (
    <Form method="post">
      <input type="hidden" name="act" value={act} />
      <Button variant={act === "resume" ? "primary" : "secondary"} icon={act}>
        {label}
      </Button>
    </Form>
  );
  if (!canDeliver) return <Notice tone="warning">{t.noServer}</Notice>;
  if (pause)
    return (
      <Notice tone="warning" action={button("resume", t.resume)}>
        {pause.pausedBy === "system"
          ? t.pausedSystem(pause.reason)
          : t.paused(pause.pausedBy, formatMoment(pause.pausedAt, zone))}
      </Notice>
    );
  return (
    <div className="stack">
      {late !== null && <Notice tone="danger">{t.stuck(late)}</Notice>}
      <div className="cluster no-print">{button("pause", pauseLabel)}</div>
    </div>
  );
}
