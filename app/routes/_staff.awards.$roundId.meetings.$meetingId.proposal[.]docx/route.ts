import type { LoaderFunctionArgs } from "@remix-run/node";
import { paperFor } from "~/features/awards/voting/gate.server";

/** The proposal with its list, to be edited in Word. */
export const loader = ({ request, params }: LoaderFunctionArgs) => paperFor(request, params, "proposal");
