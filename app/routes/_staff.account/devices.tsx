import { Form } from "@remix-run/react";
import { accountWords } from "~/features/accounts/messages";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Table } from "~/ui/table";
import { Ltr, Time } from "~/ui/text";
import { formatMoment } from "~/web/time";
import { useWords, useZone } from "~/web/use-words";

interface DevicesProps {
  sessions: { id: string; device: string; createdAt: Date; seenAt: Date }[];
  /** The session of this very page. */
  current: string;
}

/** Where the person is signed in, each to be ended. */
export function Devices({ sessions, current }: DevicesProps) {
  const t = useWords(accountWords);
  const zone = useZone();
  const moment = (at: Date) => (
    <Time at={at}>
      <Ltr>{formatMoment(at, zone)}</Ltr>
    </Time>
  );
  return (
    <>
      <Table
        caption={t.devices}
        hideCaption
        rows={sessions}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "device",
            head: t.device,
            primary: true,
            cell: (row) => (
              <span className="cluster">
                {row.device === "?" ? t.unknownDevice : <Ltr>{row.device}</Ltr>}
                {row.id === current && <Status tone="success">{t.thisDevice}</Status>}
              </span>
            ),
          },
          { key: "since", head: t.since, nowrap: true, cell: (row) => moment(row.createdAt) },
          { key: "seen", head: t.seen, nowrap: true, cell: (row) => moment(row.seenAt) },
          {
            key: "act",
            head: t.endSession,
            actions: true,
            cell: (row) =>
              row.id !== current && (
                <Form method="post">
                  <input type="hidden" name="intent" value="end" />
                  <input type="hidden" name="sessionId" value={row.id} />
                  <Button size="small">{t.endSession}</Button>
                </Form>
              ),
          },
        ]}
      />
      {sessions.length > 1 && (
        <Form method="post" className="table-foot-action">
          <Button name="intent" value="end-others">
            {t.endOthers}
          </Button>
        </Form>
      )}
    </>
  );
}
