import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button";

/** Opens the browser's print dialogue; stays away where no script runs. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" variant="primary" icon="print" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
