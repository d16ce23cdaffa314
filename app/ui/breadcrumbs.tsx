import { Link } from "./link";
import { useUiWords } from "./words";

export interface Crumb {
  href: string;
  label: string;
}

/** The way back up. The page itself is not in the list: its title stands right below. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const words = useUiWords();
  if (items.length === 0) return null;
  return (
    <nav className="breadcrumbs" aria-label={words.breadcrumbs}>
      <ol>
        {items.map(({ href, label }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
