import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderSVG } from "uqr";
import { read } from "#db/client.server";
import { findReply } from "~/features/participants/answer/reads.server";
import { opensDoor, stageOf } from "~/features/participants/answer/rules";
import { download, seeOther } from "~/web/http.server";
import { paths } from "~/web/paths";

/** The code for the door as a picture, to be printed or kept; only for those who come. */
export async function loader({ params }: LoaderFunctionArgs) {
  const now = new Date();
  const { token = "" } = params;
  const reply = await findReply(read, { token, now });
  if (!reply || !opensDoor(reply.guest, stageOf(reply.event, now)))
    return seeOther(paths.rsvp(encodeURIComponent(token)));
  const { doorCode } = reply.guest;
  return download(renderSVG(doorCode, { border: 3, pixelSize: 12 }), `${doorCode}.svg`, "image/svg+xml");
}
