import type { Locale } from "~/web/i18n";

export const roles = [
  "administrator",
  "organizer",
  "head",
  "focal-point",
  "point-operator",
  "council-member",
  "supervisor",
] as const;
export type Role = (typeof roles)[number];

/** A role in a unit and everything below it; in the whole installation where the unit is null. */
export interface Grant {
  role: Role;
  unitId: string | null;
  unitPath: string | null;
}

/** Who is acting, and with which rights. Everything is found through this person. */
export interface Actor {
  userId: string;
  name: string;
  position: string;
  email: string;
  locale: Locale;
  grants: Grant[];
}

export const acts = [
  "organization.manage",
  "accounts.manage",
  "units.manage",
  "documents.manage",
  "campaigns.manage",
  "events.manage",
  "guests.manage",
  "points.operate",
  "tasks.manage",
  "tasks.do",
  "tasks.accept",
  "awards.manage",
  "awards.nominate",
  "awards.sign",
  "letters.read",
  "letters.manage",
  "contacts.read",
  "everything.read",
] as const;
export type Act = (typeof acts)[number];

/** How far an act reaches: everywhere, or in the units whose path starts with one of these (none: nowhere). */
export type Reach = { all: true } | { all: false; paths: string[] };

const organizing: Act[] = [
  "units.manage",
  "documents.manage",
  "campaigns.manage",
  "events.manage",
  "guests.manage",
  "points.operate",
  "tasks.manage",
  "tasks.do",
  "tasks.accept",
  "awards.manage",
  "letters.read",
  "letters.manage",
  "contacts.read",
  "everything.read",
];

const ofUnit: Act[] = [
  "guests.manage",
  "points.operate",
  "tasks.do",
  "tasks.accept",
  "awards.nominate",
  "contacts.read",
];

// A unit sees its own people with their addresses; a supervisor sees all units, and no address.
const allowed: Record<Role, readonly Act[]> = {
  administrator: acts,
  organizer: organizing,
  head: [...ofUnit, "awards.sign"],
  "focal-point": ofUnit,
  "point-operator": ["points.operate"],
  "council-member": [],
  supervisor: ["everything.read"],
};

/** Where the actor may do this. */
export function reachOf(actor: Actor, act: Act): Reach {
  const grants = actor.grants.filter((grant) => allowed[grant.role].includes(act));
  if (grants.some((grant) => grant.unitId === null)) return { all: true };
  return { all: false, paths: [...new Set(grants.flatMap((grant) => grant.unitPath ?? []))] };
}

/** True when the reach covers a unit's path; null means the whole installation. */
export const covers = (reach: Reach, unitPath: string | null): boolean =>
  reach.all || (unitPath !== null && reach.paths.some((path) => unitPath.startsWith(path)));

/** May the actor do this in the unit of `unitPath` (null: in the whole installation; left out: anywhere at all)? */
export function may(actor: Actor, act: Act, unitPath?: string | null): boolean {
  const reach = reachOf(actor, act);
  return unitPath === undefined ? reach.all || reach.paths.length > 0 : covers(reach, unitPath);
}

/** Who does it; null is the installation itself (its first data), which may do everything. */
export type Doer = Actor | null;

/** Who does something, and when. */
export interface By {
  actor: Doer;
  now: Date;
}

/** The same question for a doer; see `may`. */
export const doerMay = (doer: Doer, act: Act, unitPath?: string | null): boolean =>
  doer === null || may(doer, act, unitPath);

/** Whether a role is held in one unit, may be, or belongs to the whole installation. */
const roleBinding: Record<Role, "never" | "maybe" | "always"> = {
  administrator: "never",
  organizer: "maybe",
  head: "always",
  "focal-point": "always",
  "point-operator": "always",
  "council-member": "maybe",
  supervisor: "maybe",
};

export const fitsBinding = (role: Role, unitId: string | null): boolean =>
  roleBinding[role] === "maybe" || (roleBinding[role] === "always") === (unitId !== null);

/** An installation keeps at least one administrator who can sign in; nobody else could mend it. */
export const isLastAdministrator = (userId: string, administrators: readonly string[]): boolean =>
  administrators.length > 0 && administrators.every((id) => id === userId);
