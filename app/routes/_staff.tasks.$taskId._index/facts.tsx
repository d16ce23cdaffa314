import { taskWords } from "~/features/tasks/messages";
import { taskPageWords } from "~/features/tasks/messages/page";
import type { Beneficiary, DuePrecision, TaskPriority } from "~/features/tasks/rules";
import { dueText } from "~/features/tasks/wording.rules";
import { DescriptionList } from "~/ui/description-list";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { inLanguage, type Localized } from "~/web/localized";
import { paths } from "~/web/paths";
import { type Day, formatDay } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";

interface Other {
  id: string;
  title: string;
  dueOn: Day | null;
  duePrecision: DuePrecision;
}

interface Props {
  task: {
    isGroup: boolean;
    description: string;
    clause: string;
    product: string;
    beneficiary: Beneficiary | null;
    indicator: string;
    priority: TaskPriority;
    critical: boolean;
    weight: number;
    calendar: "all" | "working";
    additional: boolean;
    document: { id: string; number: string; issuedOn: Day | null } | null;
    campaign: { id: string; title: Localized } | null;
    event: { id: string; title: Localized } | null;
  };
  carried: { from: Other | null; to: Other | null };
  conclusions: { id: string; text: string; eventId: string; eventTitle: Localized }[];
}

/** Where it comes from and what it is to bring, by name. */
export function Facts({ task, carried, conclusions }: Props) {
  const t = useWords(taskPageWords);
  const w = useWords(taskWords);
  const locale = useLocale();
  const { document } = task;
  const other = (one: Other) => (
    <>
      <Link href={paths.task(one.id)}>{one.title}</Link> <span className="soft">{dueText(one, w)}</span>
    </>
  );
  return (
    <Section title={t.facts}>
      {task.description && (
        <p className="prose lines" dir="auto">
          {task.description}
        </p>
      )}
      <DescriptionList
        items={[
          task.product && { term: w.fields.product, detail: <bdi>{task.product}</bdi> },
          document && {
            term: w.fields.documentId,
            detail: (
              <>
                <Link href={paths.document(document.id)}>
                  {document.issuedOn ? t.clauseOf(document.number, formatDay(document.issuedOn)) : document.number}
                </Link>
                {task.clause && <bdi className="block">{task.clause}</bdi>}
              </>
            ),
          },
          !document && task.clause && { term: w.fields.clause, detail: <bdi>{task.clause}</bdi> },
          task.campaign && {
            term: w.fields.campaignId,
            detail: <Link href={paths.campaign(task.campaign.id)}>{inLanguage(task.campaign.title, locale)}</Link>,
          },
          (conclusions.length > 0 || task.event) && {
            term: t.from,
            detail: (
              <>
                {conclusions.map((one) => (
                  <div key={one.id}>
                    <Link href={paths.event(one.eventId)}>{inLanguage(one.eventTitle, locale)}</Link>
                    <bdi className="soft block lines">{one.text}</bdi>
                  </div>
                ))}
                {conclusions.length === 0 && task.event && (
                  <Link href={paths.event(task.event.id)}>{inLanguage(task.event.title, locale)}</Link>
                )}
              </>
            ),
          },
          carried.from && { term: t.carriedFrom, detail: other(carried.from) },
          carried.to && { term: t.carriedTo, detail: other(carried.to) },
          !task.isGroup && {
            term: w.fields.priority,
            detail: [
              w.priorities[task.priority],
              task.critical && w.fields.critical,
              task.additional && w.fields.additional,
            ]
              .filter(Boolean)
              .join(" · "),
          },
          task.beneficiary && { term: w.fields.beneficiary, detail: w.beneficiaries[task.beneficiary] },
          task.indicator && { term: w.fields.indicator, detail: <bdi>{task.indicator}</bdi> },
          task.weight !== 1 && {
            term: w.fields.weight,
            detail: <Ltr>{formatNumber(task.weight, locale, Number.isInteger(task.weight) ? 0 : 2)}</Ltr>,
          },
          task.calendar === "working" && { term: w.fields.calendar, detail: t.yes },
        ].map((item) => item || null)}
      />
    </Section>
  );
}
