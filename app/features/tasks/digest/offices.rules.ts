import type { UnitKind } from "~/features/units/rules";
import type { Told } from "../escalation.rules";

/** How a person is tied to a task: as the ladder of delays calls them, or as the one who judges the work. */
export type Tie = Told | "responsible" | "appraiser";

interface UnitFacts {
  id: string;
  parentId: string | null;
  kind: UnitKind;
  name: string;
}

/** Who heads a unit or keeps its work in order on the day asked for; a head may have no address. */
export interface OfficeHolder {
  unitId: string;
  duty: "head" | "focal-point";
  email: string | null;
}

interface Office extends UnitFacts {
  heads: OfficeHolder[];
  focalPoints: OfficeHolder[];
}

export interface Offices {
  units: ReadonlyMap<string, Office>;
  /** The committees directly below a province. */
  committees: ReadonlyMap<string, Office[]>;
  /** The organization's own unit, and the one that is told of the longest delays. */
  ownUnitId: string | null;
  steeringUnitId: string | null;
}

interface Register {
  units: readonly UnitFacts[];
  holders: readonly OfficeHolder[];
  ownUnitId: string | null;
  steeringUnitId: string | null;
}

/** The register of units as the ladder of delays climbs it. */
export function officesOf({ units, holders, ...special }: Register): Offices {
  const offices = new Map<string, Office>(units.map((unit) => [unit.id, { ...unit, heads: [], focalPoints: [] }]));
  for (const holder of holders)
    offices.get(holder.unitId)?.[holder.duty === "head" ? "heads" : "focalPoints"].push(holder);
  const committees = new Map<string, Office[]>();
  for (const office of offices.values()) {
    if (office.kind !== "committee" || office.parentId === null) continue;
    committees.set(office.parentId, [...(committees.get(office.parentId) ?? []), office]);
  }
  return { units: offices, committees, ...special };
}

/**
 * Who heads the unit above: the nearest one that has a head, so that a vacant chair swallows nothing. A province is no
 * office of its own; its committee speaks for it, never the steering committee, which has a level to itself.
 */
export function headsAbove(unitId: string, offices: Offices): OfficeHolder[] {
  let above = parentOf(unitId, offices);
  while (above) {
    if (above.heads.length > 0) return above.heads;
    const committees = (offices.committees.get(above.id) ?? []).filter(
      ({ id }) => id !== offices.steeringUnitId && id !== unitId,
    );
    const own = committees.filter(({ id }) => id === offices.ownUnitId);
    const heads = above.kind === "province" ? (own.length > 0 ? own : committees).flatMap((one) => one.heads) : [];
    if (heads.length > 0) return heads;
    above = parentOf(above.id, offices);
  }
  return [];
}

const parentOf = (unitId: string, { units }: Offices): Office | undefined =>
  units.get(units.get(unitId)?.parentId ?? "");

interface Charged {
  leadUnitId: string | null;
  accountableUnitId: string | null;
  appraiserUnitId: string | null;
  responsibleEmail: string | null;
}

/** Everyone with something to do with a task, by e-mail address. Who has no address is told by nobody. */
export function tiesOf(task: Charged, offices: Offices): Map<string, Set<Tie>> {
  const ties = new Map<string, Set<Tie>>();
  const tie = (name: Tie, people: readonly { email: string | null }[] = []) => {
    for (const { email } of people) if (email) ties.set(email, (ties.get(email) ?? new Set()).add(name));
  };
  const unit = (id: string | null) => offices.units.get(id ?? "");
  tie("responsible", [{ email: task.responsibleEmail }]);
  tie("doer", [{ email: task.responsibleEmail }]);
  tie("doer", unit(task.leadUnitId)?.focalPoints);
  tie("head", unit(task.leadUnitId)?.heads);
  tie("head", unit(task.accountableUnitId)?.heads);
  if (task.leadUnitId) tie("parent-head", headsAbove(task.leadUnitId, offices));
  for (const [id, name] of [
    [offices.steeringUnitId, "committee"],
    [task.appraiserUnitId, "appraiser"],
  ] as const) {
    tie(name, unit(id)?.heads);
    tie(name, unit(id)?.focalPoints);
  }
  return ties;
}
