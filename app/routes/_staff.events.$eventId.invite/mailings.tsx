import { inviteWords } from "~/features/participants/invitation/messages";
import type { MailingKind } from "~/features/participants/invitation/rules";
import { Status } from "~/ui/badge";
import { Link } from "~/ui/link";
import { Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useLocale, useWords } from "~/web/use-words";

interface Mailing {
  id: string;
  kind: MailingKind;
  at: Date;
  byName: string;
  audience: number;
  excluded: number;
  doneAt: Date | null;
}

/** Every time letters left for this event's guests: when, by whom, to how many. */
export function Mailings({ eventId, mailings, zone }: { eventId: string; mailings: Mailing[]; zone: string }) {
  const t = useWords(inviteWords);
  const locale = useLocale();
  return (
    <Panel flush title={t.history}>
      <Table
        caption={t.history}
        hideCaption
        rows={mailings}
        rowKey={(mailing) => mailing.id}
        columns={[
          {
            key: "at",
            head: t.at,
            primary: true,
            nowrap: true,
            cell: (mailing) => (
              <Link href={`${paths.invite(eventId)}?mailing=${mailing.id}`}>
                <Ltr>{formatMoment(mailing.at, zone)}</Ltr>
              </Link>
            ),
          },
          { key: "kind", head: t.what, cell: (mailing) => t.kinds[mailing.kind] },
          { key: "by", head: t.by, cell: (mailing) => mailing.byName || t.clock },
          { key: "letters", head: t.letters, numeric: true, cell: (mailing) => formatNumber(mailing.audience, locale) },
          { key: "left", head: t.leftOut, numeric: true, cell: (mailing) => formatNumber(mailing.excluded, locale) },
          {
            key: "state",
            head: t.state,
            cell: (mailing) =>
              mailing.doneAt ? <Status tone="success">{t.written}</Status> : <Status tone="info">{t.writing}</Status>,
          },
        ]}
      />
    </Panel>
  );
}
