import { CountsTable } from "~/features/participants/guests/components/counts-table";
import { guestWords } from "~/features/participants/guests/messages";
import { listAddress } from "~/features/participants/guests/query.rules";
import { type Category, type Counts, noCounts } from "~/features/participants/rules";
import { Panel } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  eventId: string;
  view: "list" | "points" | "units";
  points: { id: string; name: string; capacity: number | null; counts: Counts | null }[];
  units: { unitId: string | null; name: string; counts: Counts }[];
}

/** Who comes where: the same figures by point or by unit. */
export function CountsView({ eventId, view, points, units }: Props) {
  const t = useWords(guestWords);
  const here = paths.guests(eventId);
  const to = (where: Parameters<typeof listAddress>[0]) => (category?: Category) =>
    `${here}${listAddress({ ...where, ...(category && { category }) })}`;
  return (
    <Panel flush>
      {view === "points" ? (
        <CountsTable
          caption={t.views.points}
          head={t.point}
          seats={points.some(({ capacity }) => capacity !== null)}
          rows={points.map(({ id, name, capacity, counts }) => ({
            key: id,
            name,
            capacity,
            counts: counts ?? noCounts,
            hrefOf: to({ pointId: id }),
          }))}
        />
      ) : (
        <CountsTable
          caption={t.views.units}
          head={t.unit}
          rows={units.map(({ unitId, name, counts }) => ({
            key: unitId ?? `:${name}`,
            name: name || t.unknownUnit,
            counts,
            hrefOf: to(unitId ? { unitId } : { organization: name }),
          }))}
        />
      )}
    </Panel>
  );
}
