import type { ReactNode } from "react";
import { classes } from "./class-names";
import { Icon, type IconName } from "./icon";

export interface Fact {
  term: ReactNode;
  detail: ReactNode;
  icon?: IconName;
}

interface FactsProps {
  items: (Fact | null | false | undefined)[];
  /** "rows" for a staff page, "columns" for a strip of short facts, "invitation" for guests: when, where, who. */
  layout?: "rows" | "columns" | "invitation";
}

/** Facts by name. Empty items are left out, so that pages can write `condition && {...}`. */
export function DescriptionList({ items, layout = "rows" }: FactsProps) {
  return (
    <dl className={classes("facts", `facts-${layout}`)}>
      {items
        .filter((item): item is Fact => Boolean(item))
        .map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: facts keep their order
          <div key={index} className="fact">
            <dt>
              {item.icon && <Icon name={item.icon} size={20} />}
              {item.term}
            </dt>
            <dd>{item.detail}</dd>
          </div>
        ))}
    </dl>
  );
}
