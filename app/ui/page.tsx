import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";
import { classes } from "./class-names";

interface PageProps {
  title: ReactNode;
  breadcrumbs?: Crumb[];
  /** One sentence under the title. */
  description?: ReactNode;
  /** A status beside the title. */
  status?: ReactNode;
  /** Buttons, the primary one first. */
  actions?: ReactNode;
  /** Links to the page's siblings: `<Tabs>`. */
  tabs?: ReactNode;
  /** "form" is as wide as a line of reading, "full" takes the whole screen. */
  width?: "form" | "normal" | "full";
  children: ReactNode;
}

/** The frame of a staff page: where it is, what it is called, what can be done, then the work itself. */
export function Page({
  title,
  breadcrumbs,
  description,
  status,
  actions,
  tabs,
  width = "normal",
  children,
}: PageProps) {
  return (
    <div className={classes("page", `page-${width}`)}>
      <header className={tabs ? "page-header page-header-tabs" : "page-header"}>
        {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
        <div className="page-heading">
          <div className="page-titles">
            <h1>{title}</h1>
            {status}
            {description && <div className="page-description">{description}</div>}
          </div>
          {actions && <div className="page-actions">{actions}</div>}
        </div>
        {tabs}
      </header>
      <div className="page-body">{children}</div>
    </div>
  );
}

interface SectionProps {
  title: ReactNode;
  id?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of a page, without a box. */
export function Section({ title, id, description, actions, children }: SectionProps) {
  return (
    <section className="section" id={id}>
      <SectionHead title={title} description={description} actions={actions} />
      {children}
    </section>
  );
}

/** A titled part of a page on a raised sheet. Never inside another panel. */
export function Panel({
  title,
  id,
  description,
  actions,
  flush,
  children,
}: Partial<SectionProps> & { flush?: boolean }) {
  return (
    <section className={classes("panel", flush && "panel-flush")} id={id}>
      {title && <SectionHead title={title} description={description} actions={actions} />}
      {children}
    </section>
  );
}

function SectionHead({ title, description, actions }: Pick<SectionProps, "title" | "description" | "actions">) {
  return (
    <div className="section-head">
      <div>
        <h2>{title}</h2>
        {description && <p className="section-description">{description}</p>}
      </div>
      {actions && <div className="cluster">{actions}</div>}
    </div>
  );
}
