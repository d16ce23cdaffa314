import { type ReactNode, useEffect, useState } from "react";
import { Button, type ButtonProps } from "./button";

/** Opens the browser's print dialogue; stays away where no script runs. */
export function PrintButton({ variant = "primary", children }: Pick<ButtonProps, "variant"> & { children: ReactNode }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <Button type="button" variant={variant} icon="print" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
