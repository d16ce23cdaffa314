import { Fragment } from "react";
import { useNumbers } from "./words";

export interface TrendSeries {
  key: string;
  label: string;
  values: number[];
  tone: "accent" | "danger";
}

interface TrendProps {
  /** What the lines say, in a sentence. */
  sentence: string;
  /** Under each point; the first and the last are written. */
  days: string[];
  series: TrendSeries[];
}

const size = { width: 320, height: 140, left: 8, right: 44, top: 12, bottom: 22 };

/** A few lines over time. Time runs from left to right in every language; the sentence says what they show. */
export function TrendChart({ sentence, days, series }: TrendProps) {
  const number = useNumbers();
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const x = (n: number) => size.left + (n * (size.width - size.left - size.right)) / Math.max(1, days.length - 1);
  const y = (value: number) => size.height - size.bottom - (value * (size.height - size.top - size.bottom)) / most;
  const ends = apart(series.map(({ values }) => y(values.at(-1) ?? 0)));
  return (
    <figure className="trend">
      <figcaption className="trend-sentence">{sentence}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={sentence} direction="ltr">
        <line className="trend-ground" x1={size.left} x2={x(days.length - 1)} y1={y(0)} y2={y(0)} />
        {series.map(({ key, values, tone }, index) => (
          <Fragment key={key}>
            <polyline
              className={`trend-line trend-${tone}`}
              points={values.map((value, n) => `${x(n).toFixed(1)},${y(value).toFixed(1)}`).join(" ")}
            />
            {values.map((value, n) => (
              <circle key={days[n]} className={`trend-dot trend-${tone}`} cx={x(n)} cy={y(value)} r="3">
                <title>{`${days[n]}: ${number(value)}`}</title>
              </circle>
            ))}
            <text className={`trend-end trend-${tone}`} x={x(days.length - 1) + 8} y={(ends[index] as number) + 5}>
              {number(values.at(-1) ?? 0)}
            </text>
          </Fragment>
        ))}
        <text className="trend-day" x={size.left} y={size.height - 4}>
          {days[0]}
        </text>
        <text className="trend-day" x={x(days.length - 1)} y={size.height - 4} textAnchor="end">
          {days.at(-1)}
        </text>
      </svg>
      <ul className="trend-legend">
        {series.map(({ key, label, tone }) => (
          <li key={key}>
            <i className={`trend-${tone}`} />
            {label}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Moves figures that would cover each other 16 units apart. */
function apart(places: number[]): number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] as number) - (places[b] as number));
  const moved = [...places];
  for (let n = 1; n < order.length; n += 1) {
    const [before, at] = [order[n - 1] as number, order[n] as number];
    moved[at] = Math.max(moved[at] as number, (moved[before] as number) + 16);
  }
  const over = Math.max(0, (moved[order.at(-1) ?? 0] ?? 0) - (size.height - size.bottom));
  return moved.map((place) => place - over);
}
