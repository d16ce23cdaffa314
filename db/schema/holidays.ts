import { day, oneOf, table, text } from "../dialect/kit";

/** Days that differ from the week: a holiday on a weekday, or a weekend day that is worked in exchange. */
export const holidays = table("holidays", {
  day: day().primaryKey(),
  name: text().notNull(),
  kind: oneOf(["off", "worked"]).notNull().default("off"),
});
