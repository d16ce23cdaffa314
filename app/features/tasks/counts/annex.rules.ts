import type { WordTable } from "~/web/word.server";
import { taskWords } from "../messages";
import { dueText } from "../wording.rules";
import type { DetailedTask } from "./details.reads.server";
import { numbersOf } from "./numbers.rules";

/**
 * A plan's annex in the layout of offices (Decree 30/2020/NĐ-CP). It is a Vietnamese document whatever language its
 * writer reads; number, date and signature stay blank, because the clerical office gives them.
 */
export function annexOf({ tasks, title }: { tasks: DetailedTask[]; title: string }): WordTable {
  const words = taskWords.vi;
  const numbers = numbersOf(tasks);
  return {
    titles: [
      { text: "PHỤ LỤC", bold: true },
      { text: title.toLocaleUpperCase("vi"), bold: true },
      { text: "(Kèm theo Kế hoạch số …… /KH-…… ngày …… tháng …… năm ……)", italic: true },
    ],
    columns: [
      { head: "TT", share: 5, centred: true },
      { head: "Nội dung nhiệm vụ", share: 33 },
      { head: "Cơ quan chủ trì", share: 16 },
      { head: "Cơ quan phối hợp", share: 18 },
      { head: "Thời hạn", share: 12, centred: true },
      { head: "Sản phẩm", share: 16 },
    ],
    rows: tasks.map((task) => {
      const label = numbers.get(task.id)?.label ?? "";
      if (task.isGroup) return { bold: true, cells: [label, task.title, "", "", "", ""] };
      const others = [...task.coordinatingGroups.map((group) => words.unitGroups[group]), ...task.coordinating];
      const due = task.dueOn === null ? "" : dueText(task, words);
      return { bold: false, cells: [label, task.title, task.lead, others.join("; "), due, task.product] };
    }),
    signature: ["QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ"],
  };
}
