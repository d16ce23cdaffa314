import { TakeOverForm } from "~/features/participants/list/components/take-over-form";
import { taskImportWords } from "~/features/tasks/import/messages";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  importId: string;
  applied: boolean;
  acts: { add: number; update: number; mend: number };
}

/** What the press would write, and what has to be mended first. */
export function TakeOver({ importId, applied, acts }: Props) {
  const t = useWords(taskImportWords);
  return (
    <TakeOverForm
      {...{ applied, words: t, outcome: { ...acts, writes: acts.add + acts.update } }}
      here={paths.taskImportOf(importId)}
      otherFile={paths.taskImport}
      seen={{ href: paths.tasks, label: t.toTasks }}
    />
  );
}
