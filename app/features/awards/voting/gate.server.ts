import { read } from "#db/client.server";
import { download, notFound } from "~/web/http.server";
import { writeOfficialPaper } from "~/web/official-paper.server";
import { wordType } from "~/web/word.server";
import { councilToSee } from "../gate.server";
import { paperFacts } from "./papers.reads.server";
import { type PaperKind, paperOf } from "./papers.rules";
import { findMeeting, findPoll } from "./reads.server";

interface Params {
  roundId?: string;
  meetingId?: string;
  pollId?: string;
}

/** The council's side of a round with the meeting of the address. Throws 404 to everybody else. */
export async function meetingToSee(request: Request, params: Params) {
  const at = await councilToSee(request, params.roundId);
  const meeting = await findMeeting(read, { roundId: at.round.id, meetingId: params.meetingId ?? "" });
  if (!meeting) throw notFound();
  return { ...at, meeting };
}

/** The same with the poll of the address. */
export async function pollToSee(request: Request, params: Params) {
  const at = await meetingToSee(request, params);
  const poll = await findPoll(read, { meetingId: at.meeting.id, pollId: params.pollId ?? "" });
  if (!poll) throw notFound();
  return { ...at, poll };
}

/** One of the drafts of the address's meeting as a Word file, for who runs the round. Throws 404 to everybody else. */
export async function paperFor(request: Request, params: Params, kind: PaperKind): Promise<Response> {
  const at = await meetingToSee(request, params);
  const facts = at.sight.manages ? await paperFacts(read, at) : null;
  if (!facts) throw notFound();
  const names = { minutes: "bien-ban-kiem-phieu", proposal: "to-trinh", decision: "du-thao-quyet-dinh" };
  return download(await writeOfficialPaper(paperOf(kind, facts)), `${names[kind]}.docx`, wordType);
}
