interface QrProps {
  /** Rows of dark (true) and light cells, as `encode(text, { border: 0 }).data` of uqr gives them. */
  matrix: readonly (readonly boolean[])[];
  /** Says what the code is for, such as "QR code for the door". */
  label: string;
  /** Side in CSS pixels. */
  size?: number;
}

const quiet = 3;

/** A QR code on white paper in both themes, with its quiet zone. A row of dark cells is one stroke, so it stays light. */
export function Qr({ matrix, label, size = 176 }: QrProps) {
  const side = matrix.length + quiet * 2;
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      width={size}
      height={size}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path stroke="#000" d={matrix.map(strokes).join("")} />
    </svg>
  );
}

function strokes(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    let end = x;
    while (row[end + 1]) end++;
    path += `M${x + quiet} ${y + quiet}.5h${end - x + 1}`;
    x = end;
  }
  return path;
}
