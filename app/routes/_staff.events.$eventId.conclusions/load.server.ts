import { read } from "#db/client.server";
import type { Actor } from "~/features/accounts/rules";
import type { EventFacts } from "~/features/events/reads.server";
import { conclusionsOf, planOf, proposalFor, unitsToName } from "~/features/tasks/conclusions/reads.server";
import { mayConclude } from "~/features/tasks/conclusions/rules";
import { todayAt } from "~/features/tasks/reads.server";
import { newPress } from "~/web/press";
import { dayOf } from "~/web/time";

/** The lines of a meeting; for who runs it, with what each proposes for its task. */
export async function loadLines({ actor, event, now }: { actor: Actor; event: EventFacts; now: Date }) {
  const today = await todayAt(read, now);
  const { ownerUnitId, mayGive } = await planOf(read, { event, actor });
  const units = mayGive ? await unitsToName(read, { ownerUnitId }) : [];
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const heldOn = dayOf(event.startsAt, event.zone);
  const asked = { units, ownerUnitId, hostUnitId: event.hostUnitId, heldOn, today };
  const lines = [];
  for (const line of await conclusionsOf(read, { eventId: event.id, actor })) {
    const proposal = line.task || !mayGive ? null : await proposalFor(read, { text: line.text, ...asked });
    lines.push({ ...line, proposal: proposal && shown(proposal, names) });
  }
  return { lines, mayGive, open: mayConclude(event.state), press: newPress(), year: Number(heldOn.slice(0, 4)) };
}
export type LoadedLine = Awaited<ReturnType<typeof loadLines>>["lines"][number];

const shown = (proposal: Awaited<ReturnType<typeof proposalFor>>, names: Map<string, string>) => ({
  leadUnitId: proposal.leadUnitId,
  lead: (proposal.leadUnitId && names.get(proposal.leadUnitId)) ?? null,
  head: proposal.head?.fullName ?? null,
  responsibleId: proposal.responsible?.personId ?? null,
  responsible: proposal.responsible?.fullName ?? null,
  appraiserUnitId: proposal.appraiserUnitId,
  appraiser: (proposal.appraiserUnitId && names.get(proposal.appraiserUnitId)) ?? null,
  due: proposal.due,
});
