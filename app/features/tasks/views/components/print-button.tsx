import { PrintButton as PlainPrintButton } from "~/ui/print-button";
import { useWords } from "~/web/use-words";
import { viewWords } from "../messages";

/** Prints the view in sight. */
export function PrintButton() {
  const t = useWords(viewWords);
  return <PlainPrintButton variant="secondary">{t.print}</PlainPrintButton>;
}
