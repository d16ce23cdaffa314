import { Stepper } from "~/ui/stepper";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { listWords } from "../messages";

interface Props {
  eventId: string;
  importId?: string;
  current: "hand" | "columns" | "dry" | "done";
}

/** Where a list is on its way in. */
export function ImportSteps({ eventId, importId, current }: Props) {
  const t = useWords(listWords).steps;
  const own = importId && paths.guestImportOf(eventId, importId);
  return (
    <Stepper
      current={current}
      steps={[
        { key: "hand", label: t.hand, ...(current !== "hand" && { href: paths.guestImport(eventId) }) },
        { key: "columns", label: t.columns, ...(own && current !== "columns" && { href: `${own}/columns` }) },
        { key: "dry", label: t.dry, ...(own && current === "done" && { href: own }) },
        { key: "done", label: t.done },
      ]}
    />
  );
}
