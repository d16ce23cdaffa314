import { Badge } from "~/ui/badge";
import { useWords } from "~/web/use-words";
import { accountWords } from "../messages";
import type { Role } from "../rules";

interface Held {
  grantId: string;
  role: Role;
  unitName: string | null;
}

/** The roles a person holds and where. */
export function Roles({ roles }: { roles: Held[] }) {
  const t = useWords(accountWords);
  if (roles.length === 0) return <span className="soft">{t.noRoles}</span>;
  return (
    <ul className="stack gap-1" style={{ listStyle: "none" }}>
      {roles.map((held) => (
        <li key={held.grantId} className="cluster">
          <Badge>{t.roles[held.role]}</Badge>
          <span className="small">{held.unitName ?? t.everywhere}</span>
        </li>
      ))}
    </ul>
  );
}
