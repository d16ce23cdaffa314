import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/web/use-words";
import { isFiltered, type ViewFilter } from "../filter.rules";
import { viewWords } from "../messages";

/** What stands in place of a view that has no tasks, and what to do about it. */
export function NothingToShow({ filter }: { filter: ViewFilter }) {
  const { empty } = useWords(viewWords);
  const narrowed = isFiltered(filter);
  return (
    <EmptyState title={narrowed ? empty.filteredTitle : empty.title}>
      <p>{narrowed ? empty.filteredText : empty.text}</p>
    </EmptyState>
  );
}
