import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";
import { useUiWords } from "./words";

interface PaginationProps {
  previous?: string | null;
  next?: string | null;
  /** What is in sight, such as "1–50 of 486". */
  summary?: ReactNode;
}

/** Steps through a long list by keys; nothing when there is nowhere to go and nothing to say. */
export function Pagination({ previous, next, summary }: PaginationProps) {
  const words = useUiWords();
  if (!previous && !next && !summary) return null;
  return (
    <nav className="pagination" aria-label={words.pages}>
      {summary && <p className="pagination-summary">{summary}</p>}
      <div className="cluster gap-2">
        {previous && (
          <Link href={previous} rel="prev" className="button button-secondary button-small">
            <Icon name="back" size={16} />
            {words.previous}
          </Link>
        )}
        {next && (
          <Link href={next} rel="next" className="button button-secondary button-small">
            {words.next}
            <Icon name="forward" size={16} />
          </Link>
        )}
      </div>
    </nav>
  );
}
