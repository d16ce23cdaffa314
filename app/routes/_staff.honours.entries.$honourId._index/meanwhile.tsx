import { honourWords } from "~/features/awards/honours/messages";
import type { Honoured } from "~/features/awards/honours/rules";
import { Table } from "~/ui/table";
import { localeNames, locales } from "~/web/i18n";
import { useWords } from "~/web/use-words";

const fields = ["name", "position", "unitName", "achievement", "register", "locale"] as const;
type Said = Honoured & { register: string; locale: string; version: number };

/** What an entry says, and its version, as a form may be laid upon it. */
export const saidBy = ({ name, position, unitName, achievement, register, locale, version }: Said) => ({
  ...{ name, position, unitName, achievement, register, locale, version: String(version) },
});

/** What somebody else has saved since the form was opened, beside what was typed. */
export function Meanwhile({ theirs, yours }: { theirs: ReturnType<typeof saidBy>; yours: Record<string, string> }) {
  const t = useWords(honourWords);
  const shown = (field: (typeof fields)[number], value = "") =>
    field === "locale" ? locales.filter((one) => one === value).map((one) => localeNames[one])[0] : value;
  return (
    <Table
      caption={t.meanwhile}
      rows={fields.filter((field) => theirs[field] !== (yours[field] ?? ""))}
      rowKey={(field) => field}
      columns={[
        {
          key: "field",
          head: t.meanwhileField,
          primary: true,
          cell: (field) => (field === "locale" ? t.language : t[field]),
        },
        { key: "theirs", head: t.theirs, cell: (field) => <bdi>{shown(field, theirs[field]) || "–"}</bdi> },
        { key: "yours", head: t.yours, cell: (field) => <bdi>{shown(field, yours[field]) || "–"}</bdi> },
      ]}
    />
  );
}
