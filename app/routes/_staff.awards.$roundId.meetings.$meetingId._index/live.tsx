import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Looks again every few seconds while a page lies on a projector; nothing typed is lost by it. */
export function Live({ everySeconds }: { everySeconds: number }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, everySeconds * 1000);
    return () => clearInterval(timer);
  }, [everySeconds, revalidate]);
  return null;
}
