import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { holidayWords } from "~/features/holidays/messages";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Table } from "~/ui/table";
import { paths } from "~/web/paths";
import { formatDay, weekdayOf } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";

interface Props {
  rows: { day: string; name: string; kind: "off" | "worked" }[];
  empty: ReactNode;
}

/** The days of one year, each with a button that takes it out. */
export function HolidayTable({ rows, empty }: Props) {
  const t = useWords(holidayWords);
  const locale = useLocale();
  return (
    <Table
      caption={t.title}
      hideCaption
      rows={rows}
      rowKey={(row) => row.day}
      empty={empty}
      columns={[
        { key: "day", head: t.day, primary: true, nowrap: true, cell: (row) => formatDay(row.day) },
        { key: "weekday", head: t.weekday, nowrap: true, cell: (row) => weekdayOf(row.day, locale) },
        { key: "name", head: t.name, cell: (row) => <bdi>{row.name}</bdi> },
        {
          key: "kind",
          head: t.kind,
          nowrap: true,
          cell: (row) => <Badge tone={row.kind === "worked" ? "info" : "neutral"}>{t.kinds[row.kind]}</Badge>,
        },
        {
          key: "remove",
          head: t.remove,
          actions: true,
          cell: (row) => (
            <Form method="post" action={paths.holidays}>
              <Button
                size="small"
                variant="quiet"
                name="remove"
                value={row.day}
                aria-label={t.removeDay(formatDay(row.day))}
              >
                {t.remove}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}
