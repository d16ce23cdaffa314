import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { annexOf } from "~/features/tasks/counts/annex.rules";
import { paperAsked } from "~/features/tasks/counts/paper.reads.server";
import { download } from "~/web/http.server";
import { writeWord, wordType } from "~/web/word.server";

/** The tasks that an address asks for as the annex of a plan, to be edited in Word. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const params = new URL(request.url).searchParams;
  const { plan, tasks, named } = await paperAsked(read, { actor, params, now: new Date(), locale: "vi" });
  const annex = annexOf({ tasks, title: ["Danh mục nhiệm vụ", named].filter(Boolean).join(" ") });
  return download(await writeWord(annex), `phu-luc-nhiem-vu-${plan.today}.docx`, wordType);
}
