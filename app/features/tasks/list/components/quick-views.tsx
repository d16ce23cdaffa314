import { Link } from "~/ui/link";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";
import { taskListWords } from "../messages";
import { builtInViews, parseTaskQuery, type TaskCircle, type TaskQuery, taskAddress } from "../../query.rules";

interface Props {
  query: TaskQuery;
  counts: Record<TaskCircle | "all", number>;
  ownUnits: boolean;
  /** Filters that the person keeps under a name. */
  kept: { name: string; query: string }[];
  here: string;
  keep: Record<string, string>;
}

/** The views that are wanted most, with how many tasks each holds, and one's own. */
export function QuickViews({ query, counts, ownUnits, kept, here, keep }: Props) {
  const t = useWords(taskListWords);
  const locale = useLocale();
  const now = taskAddress({ ...query, page: 1 }, keep);
  const views = [
    { address: taskAddress({}, keep), label: t.circles.all, count: counts.all },
    ...builtInViews(ownUnits).map((view) => {
      const only = view.only as TaskCircle;
      return { address: taskAddress(view, keep), label: t.circles[only], count: counts[only] };
    }),
    ...kept.map(({ name, query: own }) => ({
      address: taskAddress(parseTaskQuery(new URLSearchParams(own)), keep),
      label: name,
      count: null,
    })),
  ];
  return (
    <nav className="quick-views no-print" aria-label={t.quick}>
      <ul>
        {views.map(({ address, label, count }) => (
          <li key={`${address} ${label}`}>
            <Link href={here + address} aria-current={address === now ? "true" : undefined}>
              <bdi>{label}</bdi>
              {count !== null && <span className="tab-count">{formatNumber(count, locale)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
