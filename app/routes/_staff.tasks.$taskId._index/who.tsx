import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import type { UnitGroup } from "~/features/tasks/rules";
import { DescriptionList } from "~/ui/description-list";
import { Disclosure } from "~/ui/guest-page";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { paths } from "~/web/paths";
import { type Day, formatDay } from "~/web/time";
import { useWords } from "~/web/use-words";

interface Unit {
  id: string;
  name: string;
}
interface Head {
  personId: string;
  fullName: string;
  title: string;
}

interface Props {
  task: {
    lead: Unit | null;
    appraiser: Unit | null;
    owner: Unit;
    responsible: { fullName: string } | null;
    coordinatingGroups: UnitGroup[];
  };
  who: {
    accountableUnit: string | null;
    head: Head | null;
    headThen: Head | null;
    assignedOn: Day | null;
    coordinating: (Unit & { viaGroup: UnitGroup | null })[];
  };
}

const fewUnits = 6;

/** Units and people, the accountable head by name on the days that matter. */
export function Who({ task, who }: Props) {
  const t = useWords(taskPageWords);
  const w = useWords(taskWords);
  const unit = (one: Unit | null) =>
    one ? <Link href={paths.unit(one.id)}>{one.name}</Link> : <span className="soft">{t.notNamed}</span>;
  const { head, headThen, assignedOn } = who;
  const changed = assignedOn && headThen && head?.personId !== headThen.personId;
  const named = who.coordinating.filter(({ viaGroup }) => viaGroup === null);
  return (
    <Panel title={t.whoTitle}>
      <DescriptionList
        items={[
          { term: w.fields.leadUnitId, detail: unit(task.lead) },
          {
            term: w.fields.accountableUnitId,
            detail: (
              <>
                <HeadLine head={head} />
                {who.accountableUnit && <span className="soft block">{t.headOf(who.accountableUnit)}</span>}
                {changed && (
                  <span className="soft block">
                    {t.atAssignment(formatDay(assignedOn))}: <HeadLine head={headThen} />
                  </span>
                )}
              </>
            ),
          },
          {
            term: w.fields.responsibleId,
            detail: task.responsible ? (
              <bdi>{task.responsible.fullName}</bdi>
            ) : (
              <span className="soft">{t.notNamed}</span>
            ),
          },
          { term: w.fields.appraiserUnitId, detail: unit(task.appraiser) },
          { term: w.fields.ownerUnitId, detail: unit(task.owner) },
          (named.length > 0 || task.coordinatingGroups.length > 0) && {
            term: w.fields.coordinatingUnitIds,
            detail: (
              <>
                {task.coordinatingGroups.map((group) => (
                  <div key={group}>{w.unitGroups[group]}</div>
                ))}
                <UnitNames units={named} more={w.fields.coordinatingUnitIds} />
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

function HeadLine({ head }: { head: Head | null }) {
  const t = useWords(taskPageWords);
  if (!head) return <span className="soft">{t.nobody}</span>;
  return (
    <bdi>
      <Link href={paths.headTasks(head.personId)}>{head.fullName}</Link>
      {head.title && <span className="soft">, {head.title}</span>}
    </bdi>
  );
}

function UnitNames({ units, more }: { units: Unit[]; more: string }) {
  const list = units.map(({ id, name }) => <div key={id}>{name}</div>);
  if (units.length <= fewUnits) return list;
  return <Disclosure summary={`${more}: ${units.length}`}>{list}</Disclosure>;
}
