import { defaultZone } from "./time";

const key = Symbol.for("tenten.zone");
const shared = globalThis as { [key]?: string };

/** The organization's IANA time zone. Kept in memory, because every page of every guest asks for it. */
export const zoneOf = (): string => shared[key] ?? defaultZone;

/** Told at start and whenever the organization changes its zone. */
export const rememberZone = (zone: string): void => {
  shared[key] = zone;
};
