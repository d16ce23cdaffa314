import type { ReactNode } from "react";

export interface TreeItem {
  id: string;
  label: ReactNode;
  /** Beside the label: a count, a state. */
  note?: ReactNode;
  below?: TreeItem[];
  /** In place of `below`, where there is too much to show at once. */
  more?: ReactNode;
  open?: boolean;
}

/** Things under things. Branches open and close without script. */
export function Tree({ label, items }: { label: string; items: TreeItem[] }) {
  return (
    <nav className="tree" aria-label={label}>
      <Branch items={items} />
    </nav>
  );
}

const Branch = ({ items }: { items: TreeItem[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item.id}>
        <div className="tree-line" id={`tree-${item.id}`}>
          <span>{item.label}</span>
          {item.note && <span className="tree-note">{item.note}</span>}
        </div>
        {(item.below?.length || item.more) && (
          // Beside the line, not around it: a link inside a summary can neither be named nor pressed for sure.
          <details open={item.open}>
            <summary aria-labelledby={`tree-${item.id}`} />
            {item.below?.length ? <Branch items={item.below} /> : null}
            {item.more && <p className="tree-more">{item.more}</p>}
          </details>
        )}
      </li>
    ))}
  </ul>
);
