/** A table under a second name, for joins with itself. */
export { alias } from "./dialect/kit";
export * from "./schema/accounts";
export * from "./schema/audit";
export * from "./schema/campaigns";
export * from "./schema/difficulties";
export * from "./schema/documents";
export * from "./schema/events";
export * from "./schema/files";
export * from "./schema/holidays";
export * from "./schema/localized";
export * from "./schema/outbox";
export * from "./schema/participants";
export * from "./schema/tasks";
export * from "./schema/units";
