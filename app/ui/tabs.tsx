import type { ReactNode } from "react";
import { Link } from "./link";

export interface Tab {
  href: string;
  label: ReactNode;
  current?: boolean;
  /** A figure beside the word. */
  count?: ReactNode;
}

/** Links between views of one thing; each view has its own address. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map(({ href, label: word, current, count }) => (
          <li key={href}>
            <Link href={href} aria-current={current ? "page" : undefined}>
              {word}
              {count !== undefined && <span className="tab-count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
