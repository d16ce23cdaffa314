import { ballotsNeeded } from "../scoring/rules";

/** A nomination and the members who may judge it. */
export interface Assignable {
  nominationId: string;
  eligible: readonly string[];
}

export interface Plan {
  /** Members by nomination. */
  given: Map<string, string[]>;
  /** Ballots of this plan tie all nominations together, so that severity can be compared. */
  connected: boolean;
}

/**
 * Gives each nomination to `each` of its eligible members (to all of them when null), so that members carry as nearly the
 * same number as conflicts allow, and neighbours share a member: the graph of members and nominations hangs together
 * wherever it can. Of members with as many, the one with less `elsewhere` (by member) comes first. The same input gives the
 * same plan, in whichever order it comes.
 */
export function assign(
  nominations: readonly Assignable[],
  each: number | null,
  elsewhere: ReadonlyMap<string, number> = new Map(),
): Plan {
  const load = new Map<string, number>();
  for (const { eligible } of nominations) for (const id of eligible) load.set(id, 0);
  // The ones with the fewest judges choose first; equals by id, which decides only who reads what.
  const order = [...nominations].sort(
    (a, b) => a.eligible.length - b.eligible.length || (a.nominationId < b.nominationId ? -1 : 1),
  );
  const given = new Map<string, string[]>();
  /** Members who judge already, with the name of the group that their nominations hang together in. */
  const groupOf = new Map<string, string>();
  for (const { nominationId, eligible } of order) {
    const want = each === null ? eligible.length : Math.min(each, eligible.length);
    const free = [...eligible].sort(
      (a, b) =>
        (load.get(a) as number) - (load.get(b) as number) ||
        (elsewhere.get(a) ?? 0) - (elsewhere.get(b) ?? 0) ||
        (a < b ? -1 : 1),
    );
    // One member of every group there is ties this nomination to all of them; the rest are those with the least to do.
    const ties = [...new Map(free.toReversed().map((id) => [groupOf.get(id), id])).entries()]
      .flatMap(([group, id]) => (group === undefined ? [] : [id]))
      .toReversed();
    const chosen = [...new Set([...ties, ...free])].slice(0, want);
    const joined = new Set(chosen.map((id) => groupOf.get(id)));
    for (const [id, group] of groupOf) if (joined.has(group)) groupOf.set(id, nominationId);
    for (const id of chosen) {
      load.set(id, (load.get(id) as number) + 1);
      groupOf.set(id, nominationId);
    }
    given.set(nominationId, chosen);
  }
  return { given, connected: isConnected(given) };
}

/** Who is to score one dossier; members by their ids, in the order of the seats. */
export interface DossierJudges extends Assignable {
  /** Who scores it as things stand. */
  judges: string[];
  /** Of the eligible: who has said that they do not score it. */
  abstained: string[];
  /** Sheets begun or handed in, by whomever. */
  begun: number;
  /** It was given to chosen members; otherwise it is the whole panel's. */
  given: boolean;
}

const sameMembers = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((id) => others.includes(id));

/** What sharing a category out would come to: `changes` when somebody gets or loses a dossier by it. */
export type Proposal = Plan & { changes: boolean };

/** Shares dossiers out to who may score them and has not declined; without a number (`each`) all are the whole panel's. */
export function proposalFor(
  dossiers: readonly DossierJudges[],
  each: number | null,
  elsewhere: ReadonlyMap<string, number>,
): Proposal {
  const able = dossiers.map(({ nominationId, eligible, abstained }) => ({
    nominationId,
    eligible: each === null ? eligible : eligible.filter((id) => !abstained.includes(id)),
  }));
  const plan = assign(able, each, elsewhere);
  const changes = dossiers.some(
    ({ nominationId, judges, given }) =>
      (each === null && given) || !sameMembers(judges, plan.given.get(nominationId) ?? []),
  );
  return { ...plan, changes };
}

/** How many dossiers each member has, by member. */
export function loadsOf(judges: Iterable<readonly string[]>): Map<string, number> {
  const loads = new Map<string, number>();
  for (const members of judges) for (const id of members) loads.set(id, (loads.get(id) ?? 0) + 1);
  return loads;
}

/** A dossier with fewer members never has enough ballots to be ranked. */
export const leastJudges = ballotsNeeded(0);

/** How many members a dossier lacks, of the number that its category wishes and of the least that it needs. */
export const lackOf = (
  { judges, abstained }: Pick<DossierJudges, "judges" | "abstained">,
  each: number | null,
): number => Math.max(0, Math.max(leastJudges, each ?? 0) - judges.filter((id) => !abstained.includes(id)).length);

/**
 * What may be changed by hand of who scores a dossier: anything, or only so many members added to those there are, or
 * nothing, for a reason.
 */
export type ByHand =
  | { may: "choose" }
  | { may: "add"; room: number }
  | { may: "nothing"; why: "whole-panel" | "ballots-in" };

/**
 * Who scores a dossier is free as long as nobody has begun it. Afterwards ranks could be turned by whom one adds or drops:
 * only what it lacks is filled up, when a member has left, declined or come into conflict. Where scoring began with the
 * whole panel on everything (`fixed` is "auto"), no dossier leaves it, for nothing is adjusted there.
 */
export function byHand(dossier: DossierJudges, { fixed, each }: { fixed: string | null; each: number | null }): ByHand {
  if (fixed === "auto") return { may: "nothing", why: "whole-panel" };
  if (dossier.begun === 0) return { may: "choose" };
  const room = lackOf(dossier, each);
  const others = dossier.eligible.filter((id) => !dossier.judges.includes(id) && !dossier.abstained.includes(id));
  return room > 0 && others.length > 0 ? { may: "add", room } : { may: "nothing", why: "ballots-in" };
}

/**
 * Why these members cannot be chosen for a dossier, all of whom may judge it; null: they can. "too-few": fewer than the
 * least that score it, of those there are; "too-many": more than it lacks.
 */
export function choiceRefusal(dossier: DossierJudges, chosen: readonly string[], hand: ByHand) {
  if (hand.may === "nothing") return hand.why;
  const scores = (id: string) => !dossier.abstained.includes(id);
  if (hand.may === "add") {
    if (!dossier.judges.every((id) => chosen.includes(id))) return "ballots-in" as const;
    return chosen.length - dossier.judges.length > hand.room ? ("too-many" as const) : null;
  }
  const least = Math.max(1, Math.min(leastJudges, dossier.eligible.filter(scores).length));
  return chosen.filter(scores).length < least ? ("too-few" as const) : null;
}

/** Why the dossiers of a category are not shared out, the first reason that applies. */
export type NotShared = "ended" | "no-dossiers" | "no-council" | "scored" | "whole";

interface Sharing {
  /** The round is closed or cancelled. */
  ended: boolean;
  /** Before the council, as far as the one who asks may see. */
  dossiers: number;
  members: number;
  /** Somebody has scored: the mode of the category is fixed. */
  scored: boolean;
  /** Members for each dossier; null: all of them. */
  each: number | null;
  /** Some dossier is with chosen members. */
  given: boolean;
}

/** "whole": the whole council scores everything as it is. Null: nothing stands in the way. */
export function whyNotShared({ ended, dossiers, members, scored, each, given }: Sharing): NotShared | null {
  if (ended) return "ended";
  if (dossiers === 0) return "no-dossiers";
  if (members === 0) return "no-council";
  if (scored) return "scored";
  return each === null && !given ? "whole" : null;
}

/** Do the members tie all judged nominations into one? */
export function isConnected(given: ReadonlyMap<string, readonly string[]>): boolean {
  const judged = [...given].filter(([, members]) => members.length > 0);
  const [first] = judged;
  if (!first) return true;
  const ofMember = new Map<string, string[]>();
  for (const [nominationId, members] of judged)
    for (const id of members) ofMember.set(id, [...(ofMember.get(id) ?? []), nominationId]);
  const seen = new Set([first[0]]);
  const waiting = [first[0]];
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const member of given.get(next) ?? [])
      for (const other of ofMember.get(member) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          waiting.push(other);
        }
  return seen.size === judged.length;
}
