import { useEffect, useState } from "react";
import { Button } from "~/ui/button";
import { useWords } from "~/web/use-words";
import { viewWords } from "../messages";

/** Opens the browser's print dialogue; stays away where no script runs. */
export function PrintButton() {
  const t = useWords(viewWords);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" icon="print" onClick={() => window.print()}>
      {t.print}
    </Button>
  );
}
