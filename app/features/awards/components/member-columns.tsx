import type { Column } from "~/ui/table";
import type { Words } from "../messages";
import type { CouncilRole } from "../terms.rules";

interface Member {
  name: string;
  title: string;
  unitName: string | null;
  role: CouncilRole;
}

/** Who sits in a council, and as what: the columns with which every table of its members begins. */
export const memberColumns = (t: Words): Column<Member>[] => [
  {
    key: "name",
    head: t.member,
    primary: true,
    cell: ({ name, title, unitName }) => (
      <>
        <bdi>{name}</bdi>
        <span className="soft small block">{[title, unitName].filter(Boolean).join(", ")}</span>
      </>
    ),
  },
  { key: "role", head: t.fields.role, cell: ({ role }) => t.roles[role] },
];
