import type { LoaderFunctionArgs } from "@remix-run/node";
import { paperFor } from "~/features/awards/voting/gate.server";

/** The draft of the decision, to be edited in Word. */
export const loader = ({ request, params }: LoaderFunctionArgs) => paperFor(request, params, "decision");
