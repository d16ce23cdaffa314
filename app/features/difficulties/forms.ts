import * as v from "valibot";
import {
  choice,
  fieldError,
  line,
  optionalDay,
  optionalId,
  optionalLine,
  optionalText,
  type Parsed,
  parseForm,
  tick,
} from "~/web/form";
import { type DifficultyContent, difficultyCategories } from "./rules";

const Content = v.object({
  category: choice(difficultyCategories),
  title: line(300),
  detail: optionalText(5000),
  proposerUnitId: line(64),
  resolverUnitId: optionalId,
  dueOn: v.pipe(
    optionalDay,
    v.transform((day) => day || null),
  ),
  taskId: optionalId,
  gap: optionalLine(300),
  campaignId: optionalId,
  blocks: tick,
});

/** Reads the form of a difficulty. Codes by field: required, too-long, bad-day; "needs-task" on taskId where it blocks none. */
export function parseDifficulty(form: FormData): Parsed<DifficultyContent> {
  const read = parseForm(form, Content);
  if (read.ok && read.value.blocks && !read.value.taskId) return fieldError(form, "taskId", "needs-task");
  return read;
}

const Word = v.object({ word: v.pipe(optionalText(3000), v.nonEmpty("required")) });
/** Reads the sentence that a step needs: the solution, or a reason. */
export const parseWord = (form: FormData): Parsed<{ word: string }> => parseForm(form, Word);

/** Reads what a task that is made of a difficulty is called. Codes: required, too-long. */
export const parseTaskTitle = (form: FormData) => parseForm(form, v.object({ title: line(500) }));
