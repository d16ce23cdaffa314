import { Stepper } from "~/ui/stepper";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { taskImportWords } from "../messages";

/** Where a plan is on its way in. Columns are guessed, so the way leads past them; who wants goes there. */
export function PlanSteps({ importId, current }: { importId?: string; current: "hand" | "columns" | "dry" | "done" }) {
  const t = useWords(taskImportWords).steps;
  const own = importId && paths.taskImportOf(importId);
  return (
    <Stepper
      current={current}
      steps={[
        { key: "hand", label: t.hand, ...(current !== "hand" && { href: paths.taskImport }) },
        { key: "columns", label: t.columns, ...(own && current !== "columns" && { href: `${own}/columns` }) },
        { key: "dry", label: t.dry, ...(own && current === "done" && { href: own }) },
        { key: "done", label: t.done },
      ]}
    />
  );
}
