import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** The status by which a page's own script says that a save met no line. */
export const noLine = 503;

/**
 * As `shouldRevalidate` of a page and of all around it: after a save that met no line nothing is asked for anew, for it
 * would fail as well and the page of errors would take the place of what was typed. After all else it is.
 */
export const withLine = ({ actionStatus }: Pick<ShouldRevalidateFunctionArgs, "actionStatus">): boolean =>
  actionStatus !== noLine;
