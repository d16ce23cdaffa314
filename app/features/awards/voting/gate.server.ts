import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { download, notFound } from "~/web/http.server";
import { writeOfficialPaper } from "~/web/official-paper.server";
import { wordType } from "~/web/word.server";
import { findRound } from "../rounds/reads.server";
import { sightOf } from "../sight.reads.server";
import { paperFacts } from "./papers.reads.server";
import { type PaperKind, paperOf } from "./papers.rules";
import { findMeeting, findPoll } from "./reads.server";

interface Params {
  roundId?: string;
  meetingId?: string;
  pollId?: string;
}

/** The round of an address, for its organizers and its council. Throws 404 to everybody else. */
export async function requireCouncil(request: Request, { roundId = "" }: Params) {
  const actor = await requireActor(request);
  const now = new Date();
  const sight = await sightOf(read, { actor, roundId, now });
  const round = sight && (await findRound(read, { roundId }));
  if (!sight || !round) throw notFound();
  return { actor, now, sight, round };
}

/** The same with the meeting of the address. */
export async function requireMeeting(request: Request, params: Params) {
  const at = await requireCouncil(request, params);
  const meeting = await findMeeting(read, { roundId: at.round.id, meetingId: params.meetingId ?? "" });
  if (!meeting) throw notFound();
  return { ...at, meeting };
}

/** The same with the poll of the address. */
export async function requirePoll(request: Request, params: Params) {
  const at = await requireMeeting(request, params);
  const poll = await findPoll(read, { meetingId: at.meeting.id, pollId: params.pollId ?? "" });
  if (!poll) throw notFound();
  return { ...at, poll };
}

/** One of the drafts of the address's meeting as a Word file, for who runs the round. Throws 404 to everybody else. */
export async function paperFor(request: Request, params: Params, kind: PaperKind): Promise<Response> {
  const at = await requireMeeting(request, params);
  const facts = at.sight.manages ? await paperFacts(read, at) : null;
  if (!facts) throw notFound();
  const names = { minutes: "bien-ban-kiem-phieu", proposal: "to-trinh", decision: "du-thao-quyet-dinh" };
  return download(await writeOfficialPaper(paperOf(kind, facts)), `${names[kind]}.docx`, wordType);
}
