import { allValues } from "~/web/form";
import { type ManyAct, manyActs } from "./rules";

export type ManyForm = {
  act: ManyAct | null;
  /** The consequences have been read. */
  sure: boolean;
  /** Everybody the filter holds, not only the ticked rows. */
  every: boolean;
  ids: string[];
  pointId: string;
};

/** What was pressed for the ticked rows. */
export function parseMany(form: FormData): ManyForm {
  return {
    act: manyActs.find((act) => act === form.get("do")) ?? null,
    sure: form.get("sure") === "1",
    every: form.get("every") === "1",
    ids: [...new Set(allValues(form, "guest"))].filter((id) => /^[\w-]{1,64}$/.test(id)),
    pointId: String(form.get("to") ?? "").slice(0, 64),
  };
}
