import { ButtonLink } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { Table } from "~/ui/table";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { homeWords } from "../messages";

interface DraftsProps {
  events: { id: string; title: string }[];
  campaigns: { id: string; title: string }[];
}

/** What was begun and not yet announced. Nothing when there is none. */
export function Drafts({ events, campaigns }: DraftsProps) {
  const t = useWords(homeWords);
  const rows = [
    ...campaigns.map((one) => ({
      ...one,
      href: paths.campaign(one.id),
      icon: "campaign" as const,
      kind: t.groups.campaigns,
    })),
    ...events.map((one) => ({ ...one, href: paths.event(one.id), icon: "event" as const, kind: t.groups.events })),
  ];
  if (rows.length === 0) return null;
  return (
    <Section title={t.drafts}>
      <Table
        caption={t.drafts}
        hideCaption
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "title",
            head: t.matter,
            primary: true,
            cell: (row) => (
              <span className="cluster">
                <Icon name={row.icon} label={row.kind} />
                <Link href={row.href}>{row.title}</Link>
              </span>
            ),
          },
          {
            key: "act",
            head: t.act,
            actions: true,
            cell: (row) => (
              <ButtonLink href={row.href} size="small">
                {t.openDraft}
              </ButtonLink>
            ),
          },
        ]}
      />
    </Section>
  );
}
