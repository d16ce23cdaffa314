import type { ActionFunctionArgs } from "@remix-run/node";
import { transact } from "#db/client.server";
import { endedSessionCookie, optionalSession } from "~/features/accounts/gate.server";
import { endSession } from "~/features/accounts/sign-in/writes.server";
import { seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";

/** A link to here does nothing; only the button signs out. */
export const loader = () => seeOther(paths.home);

export async function action({ request }: ActionFunctionArgs) {
  const session = await optionalSession(request);
  if (session) await transact((tx) => endSession(tx, { ...session, now: new Date() }));
  return seeOther(`${paths.signIn}?out`, [endedSessionCookie()]);
}
