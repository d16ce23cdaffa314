import { Menu, MenuLink } from "~/ui/menu";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { taskListWords } from "../messages";
import { carried, type TaskQuery, taskAddress } from "../../query.rules";

interface Props {
  query: TaskQuery;
  /** The person keeps a plan. */
  keeps: boolean;
  /** The year whose accountability sheet this person may have; null: none. */
  year: number | null;
}

/** What else may be done with the tasks in sight, and the pages around them. */
export function ListMenu({ query, keeps, year }: Props) {
  const t = useWords(taskListWords);
  const asked = taskAddress({ ...carried(query), sort: query.sort });
  return (
    <Menu label={t.more}>
      <MenuLink href={paths.taskPrint + asked} icon="print">
        {t.print}
      </MenuLink>
      <MenuLink href={paths.taskWorkbook + asked} icon="download" plain>
        {t.menu.workbook}
      </MenuLink>
      <MenuLink href={paths.taskAnnex + asked} icon="download" plain>
        {t.menu.annex}
      </MenuLink>
      {keeps && (
        <MenuLink href={paths.taskImport} icon="upload">
          {t.menu.import}
        </MenuLink>
      )}
      <MenuLink href={paths.taskReviews} icon="check">
        {t.menu.reviews}
      </MenuLink>
      <MenuLink href={paths.taskUnits} icon="unit">
        {t.menu.units}
      </MenuLink>
      {year !== null && (
        <MenuLink href={paths.accountability(year)} icon="download" plain>
          {t.menu.accountability(year)}
        </MenuLink>
      )}
    </Menu>
  );
}
