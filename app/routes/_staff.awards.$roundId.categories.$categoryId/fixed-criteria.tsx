import { criterionRows } from "~/features/awards/categories/forms";
import { awardWords } from "~/features/awards/messages";
import { roundWords } from "~/features/awards/rounds/messages";
import { ButtonLink } from "~/ui/button";
import { Section } from "~/ui/page";
import { Table } from "~/ui/table";
import { formatExactly, locales } from "~/web/i18n";
import { inLanguage } from "~/web/localized";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";

const parts = ["id", "weight", "maximum", "step", "required", ...locales.map((locale) => `title.${locale}`)];

/** The criteria of a category that has scores: to read, and carried along as they are. */
export function FixedCriteria({ roundId, values }: { roundId: string; values: Record<string, string> }) {
  const awards = useWords(awardWords);
  const t = useWords(roundWords);
  const rows = criterionRows(values);
  const locale = useLocale();
  const at = (row: number, part: string) => values[`criterion.${row}.${part}`] ?? "";
  const titleOf = (row: number) =>
    inLanguage({ vi: "", ...Object.fromEntries(locales.map((one) => [one, at(row, `title.${one}`)])) }, locale);
  return (
    <Section
      title={awards.fields.criteria}
      description={t.criteriaFixed}
      actions={
        <ButtonLink href={paths.ranking(roundId)} size="small">
          {t.toRanking}
        </ButtonLink>
      }
    >
      {rows.flatMap((row) =>
        parts.map((part) => (
          <input key={`${row} ${part}`} type="hidden" name={`criterion.${row}.${part}`} value={at(row, part)} />
        )),
      )}
      <Table
        caption={awards.fields.criteria}
        hideCaption
        rows={rows}
        rowKey={String}
        columns={[
          { key: "title", head: awards.fields.criterion, primary: true, cell: (row) => <bdi>{titleOf(row)}</bdi> },
          ...(["weight", "maximum", "step"] as const).map((part) => ({
            ...{ key: part, head: awards.fields[part], numeric: true },
            cell: (row: number) => formatExactly(Number(at(row, part).replace(",", ".")), locale),
          })),
        ]}
      />
    </Section>
  );
}
