import type { ReactNode } from "react";

interface EmptyStateProps {
  title: ReactNode;
  /** What would stand here, and how it gets here. */
  children?: ReactNode;
  action?: ReactNode;
  /** Inside a panel or a page's own heading order. */
  level?: 2 | 3;
}

/** Nothing here yet: one ten drawn, one ten still to come, a sentence, and the next step. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="empty">
      <svg className="empty-motif" viewBox="0 0 104 32" width="104" height="32" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="2">
          <rect x="1" y="2" width="8" height="28" rx="4" fill="currentColor" />
          <rect x="20" y="2" width="21" height="28" rx="10.5" />
          <rect x="63" y="2" width="8" height="28" rx="4" strokeDasharray="3 4" opacity="0.6" />
          <rect x="82" y="2" width="21" height="28" rx="10.5" strokeDasharray="3 4" opacity="0.6" />
        </g>
      </svg>
      <Heading className="empty-title">{title}</Heading>
      {children && <div className="empty-text">{children}</div>}
      {action && <div className="cluster">{action}</div>}
    </div>
  );
}
