import type { Locale } from "~/web/i18n";
import type { BookSheet } from "~/web/sheet/book";
import { countsBy, countsOf, headline, pillarOf, pillarsOf } from "../counts.rules";
import type { Words } from "../messages";
import type { Plan } from "../plan.reads.server";
import { shownPercent } from "../progress.rules";
import { dueText, whyText } from "../wording.rules";
import type { DetailedTask } from "./details.reads.server";
import type { CountWords } from "./messages";
import { numbersOf } from "./numbers.rules";
import { column, countCells, countColumns } from "./sheets.rules";

interface Asked {
  plan: Plan;
  tasks: DetailedTask[];
  title: string;
  words: Words;
  t: CountWords;
  locale: Locale;
}

/** A plan as a workbook that the import reads again: every task and group as a row, and the figures on a second sheet. */
export function taskSheets(asked: Asked): BookSheet[] {
  return [listSheet(asked), countSheet(asked)].map((sheet) => ({ ...sheet, rtl: asked.locale === "ar" }));
}

function listSheet({ plan, tasks, title, words, t, locale }: Asked): BookSheet {
  const { fields } = words;
  const numbers = numbersOf(tasks);
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const named = (id: string) => byId.get(id)?.code || numbers.get(id)?.clause || "";
  return {
    ...{ name: t.sheet.tasks, title },
    columns: [
      column("number", t.sheet.number, 6),
      column("code", fields.code, 8),
      column("title", fields.title, 50),
      column("lead", fields.leadUnitId, 26),
      column("coordinating", fields.coordinatingUnitIds, 30),
      column("responsible", fields.responsibleId, 20),
      column("start", fields.startsOn, 12, "date"),
      column("due", fields.dueOn, 14, "date"),
      column("product", fields.product, 24),
      column("before", t.sheet.before, 14),
      column("priority", fields.priority, 12),
      column("weight", fields.weight, 8),
      column("note", words.fields.description, 30),
      column("state", fields.state, 16),
      column("progress", fields.progress, 10, "percent"),
      column("colour", fields.colour, 16),
      column("reasons", t.sheet.reasons, 30),
      column("done", t.sheet.doneOf, 12),
    ],
    rows: tasks.map((task) => {
      const rolled = plan.rolled.get(task.id);
      const coloured = plan.colours.get(task.id);
      const shown = shownPercent(rolled?.progress ?? null);
      const all = {
        ...{ number: numbers.get(task.id)?.label, code: task.code, title: task.title },
        ...{ progress: shown === null ? null : shown / 100, colour: coloured && words.colours[coloured.colour] },
        reasons: coloured?.reasons.map((reason) => whyText(reason, words, locale)).join("; "),
      };
      if (task.isGroup) return { ...all, done: rolled && `${rolled.done}/${rolled.total}` };
      return {
        ...all,
        ...{ lead: task.lead, responsible: task.responsible, start: task.startsOn, product: task.product },
        coordinating: [...task.coordinatingGroups.map((group) => words.unitGroups[group]), ...task.coordinating].join(
          "; ",
        ),
        // A deadline that names a whole month or quarter stays in words: a day would be more exact than the plan.
        due: task.dueOn === null || task.duePrecision === "day" ? task.dueOn : dueText(task, words),
        ...{ before: task.predecessorIds.map(named).join("; "), priority: words.priorities[task.priority] },
        ...{ weight: String(task.weight).replace(".", ","), note: task.description, state: words.states[task.state] },
      };
    }),
  };
}

/** The figures by group and of the whole, as the dashboard shows them. */
function countSheet({ plan, title, words, t }: Asked): BookSheet {
  const groupOf = pillarOf(plan);
  const counts = countsBy(plan, ({ id }) => groupOf.get(id) ?? "");
  const { equal } = headline(plan);
  const lines = [...pillarsOf(plan).map(({ id, title: name }) => ({ id, name })), { id: "", name: t.loose }].flatMap(
    ({ id, name }) => {
      const found = counts.get(id);
      return found ? [{ name, ...countCells(found) }] : [];
    },
  );
  return {
    ...{ name: t.sheet.counts, title },
    columns: [column("name", words.group, 44), ...countColumns(t)],
    rows: [
      ...lines,
      { name: t.sheet.whole, ...countCells(countsOf(plan)) },
      ...(equal === null ? [] : [{ name: t.sheet.equal, share: equal / 100 }]),
    ],
  };
}
