/** The sign: 1 and 0, twice, the first pair in the accent. 10/10, and ten in the language of machines. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg
      className="mark"
      viewBox="0 0 57 24"
      height={size}
      width={(size * 57) / 24}
      aria-hidden="true"
      focusable="false"
    >
      <Ten className="mark-first" />
      <Ten at={31} />
    </svg>
  );
}

const Ten = ({ at = 0, className }: { at?: number; className?: string }) => (
  <g className={className} transform={at ? `translate(${at})` : undefined}>
    <rect y="1" width="5" height="22" rx="2.5" fill="currentColor" />
    <rect x="11.25" y="3.25" width="12.5" height="17.5" rx="6.25" fill="none" stroke="currentColor" strokeWidth="4.5" />
  </g>
);

/** The name with its sign. */
export function Wordmark({ size = 22 }: { size?: number }) {
  return (
    <span className="wordmark" dir="ltr" style={{ fontSize: `${size / 16}rem` }}>
      <Mark size={size * 0.82} />
      <span className="wordmark-name">TenTen</span>
    </span>
  );
}
