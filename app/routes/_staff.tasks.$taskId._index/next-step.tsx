import { Form } from "@remix-run/react";
import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import type { ActOnTask } from "~/features/tasks/next.rules";
import { isDone, isExcluded, type TaskState } from "~/features/tasks/rules";
import { Button, ButtonLink } from "~/ui/button";
import type { IconName } from "~/ui/icon";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Named {
  name: string;
}

interface Props {
  task: { id: string; state: TaskState; isGroup: boolean; lead: Named | null; appraiser: Named | null };
  next: ActOnTask | null;
  acts: ActOnTask[];
  missing: string | null;
  ownWork: boolean;
  proof: { submissions: { outcome: string | null; reason: string; decidedByName: string }[] };
}

const icons: Partial<Record<ActOnTask, IconName>> = {
  report: "resume",
  evidence: "file",
  submit: "outbox",
  responsible: "person",
  edit: "edit",
  part: "add",
  "carry-over": "repeat",
  reopen: "repeat",
  cancel: "close",
  remove: "remove",
};

const isPress = (act: ActOnTask) => act === "assign" || act === "receive";

function addressOf(taskId: string, act: ActOnTask): string {
  if (act === "edit") return paths.taskEdit(taskId);
  if (act === "part") return paths.taskNew(taskId);
  if (act === "evidence") return paths.taskEvidence(taskId);
  return paths.taskStep(taskId, act);
}

/** Why it came back, the one thing for this person to do now, and everything else one level down. */
export function NextStep({ task, next, acts, missing, ownWork, proof }: Props) {
  const t = useWords(taskPageWords);
  const { errors } = useWords(taskWords);
  const last = proof.submissions[0];
  const rest = acts.filter((act) => act !== next);
  const said: Record<string, string> = errors;
  return (
    <>
      {task.state === "returned" && last?.outcome === "returned" && (
        <Notice tone="warning" title={t.returnedTitle(task.appraiser?.name ?? last.decidedByName)}>
          <p className="lines" dir="auto">
            {last.reason}
          </p>
        </Notice>
      )}
      <Panel title={next ? t.next : undefined}>
        <p>{next ? t.why[next] : <Turn task={task} />}</p>
        {missing && <p className="soft">{`${t.missing}: ${said[missing] ?? ""}`}</p>}
        {task.state === "submitted" && ownWork && <p className="soft">{t.ownWork}</p>}
        {acts.length > 0 && (
          <Form method="post" className="cluster gap-3 no-print">
            {next && <Primary taskId={task.id} act={next} label={t.acts[next]} />}
            {rest.length > 0 && <OtherActs taskId={task.id} acts={rest} />}
          </Form>
        )}
      </Panel>
    </>
  );
}

function OtherActs({ taskId, acts }: { taskId: string; acts: ActOnTask[] }) {
  const t = useWords(taskPageWords);
  return (
    <Menu label={t.more} icon="more" align="start">
      {acts.map((act) =>
        isPress(act) ? (
          <MenuButton key={act} name="do" value={act}>
            {t.acts[act]}
          </MenuButton>
        ) : (
          <MenuLink key={act} href={addressOf(taskId, act)} icon={icons[act]}>
            {t.acts[act]}
          </MenuLink>
        ),
      )}
    </Menu>
  );
}

function Primary({ taskId, act, label }: { taskId: string; act: ActOnTask; label: string }) {
  if (!isPress(act))
    return (
      <ButtonLink href={addressOf(taskId, act)} variant="primary" size="large" icon={icons[act]}>
        {label}
      </ButtonLink>
    );
  return (
    <Button variant="primary" size="large" name="do" value={act}>
      {label}
    </Button>
  );
}

/** Whose turn it is, when it is not this person's. */
function Turn({ task }: { task: Props["task"] }) {
  const { turn } = useWords(taskPageWords);
  const { group } = useWords(taskWords);
  if (task.isGroup) return group;
  if (task.state === "draft") return turn.draft();
  if (isDone(task.state)) return turn.done();
  if (isExcluded(task.state)) return turn.over();
  if (task.state === "submitted") return turn.appraiser(task.appraiser?.name ?? "");
  return turn.doer(task.lead?.name ?? "");
}
