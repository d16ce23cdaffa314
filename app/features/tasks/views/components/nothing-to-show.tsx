import { EmptyState } from "~/ui/empty-state";
import { useWords } from "~/web/use-words";
import { isNarrowed, type TaskQuery } from "../../query.rules";
import { viewWords } from "../messages";

/** What stands in place of a view that has no tasks, and what to do about it. */
export function NothingToShow({ query }: { query: TaskQuery }) {
  const { empty } = useWords(viewWords);
  const narrowed = isNarrowed(query);
  return (
    <EmptyState title={narrowed ? empty.filteredTitle : empty.title}>
      <p>{narrowed ? empty.filteredText : empty.text}</p>
    </EmptyState>
  );
}
