import { countWords } from "~/features/tasks/counts/messages";
import type { TrendPoint } from "~/features/tasks/counts/trend.reads.server";
import { TrendChart } from "~/ui/trend-chart";
import { formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";

/** Done and red at the end of each of the last weeks. */
export function Trend({ points }: { points: TrendPoint[] }) {
  const t = useWords(countWords);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const done =
    first.done === last.done
      ? t.trendDoneSame(last.done)
      : (first.done < last.done ? t.trendDone : t.trendDoneFell)(first.done, last.done);
  return (
    <TrendChart
      sentence={t.trendSaid(points.length - 1, done, t.trendRed(first.red, last.red))}
      days={points.map(({ on }) => formatDay(on))}
      series={[
        { key: "done", label: t.done, values: points.map((point) => point.done), tone: "accent" },
        { key: "red", label: t.red, values: points.map((point) => point.red), tone: "danger" },
      ]}
    />
  );
}
