import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";
import { Due } from "../../components/task-looks";
import { taskWords } from "../../messages";
import { shownPercent } from "../../progress.rules";
import { taskListWords } from "../messages";
import type { TaskList } from "../reads.server";
import { useGroups } from "./task-table";

/** The tasks of a list on paper: numbered, in plain words, under their groups. */
export function PaperTable({ list }: { list: Pick<TaskList, "sections" | "rows"> }) {
  const { heads, paper } = useWords(taskListWords);
  const { tasks, states, colours } = useWords(taskWords);
  const locale = useLocale();
  const numbers = new Map(list.rows.map(({ id }, index) => [id, index + 1]));
  return (
    <Table
      caption={tasks}
      hideCaption
      rows={list.rows}
      groups={useGroups(list)}
      rowKey={({ id }) => id}
      columns={[
        { key: "number", head: paper.number, cell: ({ id }) => formatNumber(numbers.get(id) ?? 0, locale) },
        { key: "code", head: heads.code, nowrap: true, cell: ({ code }) => code && <Ltr>{code}</Ltr> },
        { key: "title", head: heads.title, primary: true, cell: ({ title }) => title },
        { key: "product", head: paper.product, cell: ({ product }) => product },
        { key: "lead", head: heads.lead, cell: ({ lead }) => lead?.name },
        { key: "responsible", head: heads.responsible, cell: ({ responsible }) => responsible },
        { key: "due", head: heads.due, cell: (task) => <Due {...task} /> },
        { key: "state", head: heads.state, cell: ({ state }) => states[state] },
        { key: "colour", head: heads.colour, cell: ({ colour }) => colours[colour.colour] },
        {
          key: "progress",
          head: heads.progress,
          numeric: true,
          nowrap: true,
          cell: ({ progress }) => {
            const shown = shownPercent(progress);
            return shown === null ? "–" : <Ltr>{formatNumber(shown, locale)} %</Ltr>;
          },
        },
      ]}
    />
  );
}
