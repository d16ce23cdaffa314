import { useEffect, useRef } from "react";
import { Icon } from "./icon";

export interface ErrorItem {
  /** The id of the field (its name, unless told otherwise). */
  field?: string;
  text: string;
}

// Without script the browser itself brings the reader here when the page arrives.
const takesFocus = { autoFocus: true };

/** All errors of a form, above it, each leading to its field. Takes the focus when it appears. Nothing without errors. */
export function ErrorSummary({ title, errors }: { title: string; errors: ErrorItem[] }) {
  const box = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) box.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div
      ref={box}
      className="error-summary"
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      {...takesFocus}
    >
      <h2 id="error-summary-title" className="error-summary-title">
        <Icon name="error" size={20} />
        {title}
      </h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field}:${text}`}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </div>
  );
}
