import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { dueInput } from "~/features/tasks/conclusions/rules";
import { taskWords } from "~/features/tasks/messages";
import { dueText } from "~/features/tasks/wording.rules";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import type { LoadedLine } from "./load.server";

/** What the line says of its task, with one press where it says everything, and the way to look at it first. */
export function Proposal({ line, eventId }: { line: LoadedLine; eventId: string }) {
  const t = useWords(conclusionWords);
  const tasks = useWords(taskWords);
  const form = `${paths.eventConclusions(eventId)}?task=${line.id}#line-${line.id}`;
  const { proposal } = line;
  const { lead, due, responsibleId, appraiserUnitId } = proposal ?? {};
  if (!proposal || !lead || !due || !responsibleId || !appraiserUnitId)
    return (
      <div className="no-print">
        <ButtonLink size="small" href={form}>
          {t.giveMore}
        </ButtonLink>
      </div>
    );
  const said = [
    lead,
    proposal.head && `${t.accountable}: ${proposal.head}`,
    `${t.responsible}: ${proposal.responsible}`,
    `${t.due}: ${dueText({ dueOn: due.dueOn, duePrecision: due.precision }, tasks)}`,
  ];
  return (
    <Form method="post" preventScrollReset className="cluster no-print">
      <input type="hidden" name="line" value={line.id} />
      <input type="hidden" name="leadUnitId" value={proposal.leadUnitId ?? ""} />
      <input type="hidden" name="leadWas" value={proposal.leadUnitId ?? ""} />
      <input type="hidden" name="responsibleId" value={responsibleId} />
      <input type="hidden" name="appraiserUnitId" value={appraiserUnitId} />
      <input type="hidden" name="due" value={dueInput(due)} />
      <span className="soft small">{said.filter(Boolean).join(" · ")}</span>
      <Button size="small" icon="tasks" name="do" value="task">
        {t.give}
      </Button>
      <ButtonLink size="small" variant="quiet" href={form}>
        {t.giveEdit}
      </ButtonLink>
    </Form>
  );
}
