import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import { reviewWords } from "~/features/tasks/review/messages";
import { findRoundFor, tasksOfRound } from "~/features/tasks/review/reads.server";
import { progressOf, seenText } from "~/features/tasks/review/rules";
import { isOpen } from "~/features/tasks/rules";
import { Mend } from "~/features/units/components/mend";
import { Status } from "~/ui/badge";
import { Button } from "~/ui/button";
import { Link } from "~/ui/link";
import { Page, Panel } from "~/ui/page";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { notFound } from "~/web/http.server";
import { inLanguage } from "~/web/localized";
import { localeOf } from "~/web/locale.server";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useLocale, useWords } from "~/web/use-words";
import { act } from "./act.server";
import { RoundTasks } from "./round-tasks";

export const meta = titleOf(reviewWords, (t) => t.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const round = await findRoundFor(read, { roundId: params.roundId ?? "", actor });
  if (!round) throw notFound();
  const asked = new URL(request.url).searchParams;
  const all = (await tasksOfRound(read, { round, actor })).map(
    ({ id, code, title, state, dueOn, duePrecision, leadUnitId, lead, verdict, access }) => ({
      ...{ id, code, title, state, dueOn, duePrecision, leadUnitId, lead: lead?.name ?? null },
      said: verdict,
      verdict: verdict?.verdict ?? null,
      seen: verdict && !verdict.appliedAt ? seenText([{ ...verdict, taskId: id }]) : "",
      mayJudge: (access.do || access.manage) && !verdict?.appliedAt && isOpen(state) && round.closedAt === null,
    }),
  );
  const unit = asked.get("unit") ?? "";
  return {
    round,
    unit,
    progress: progressOf(all),
    judging: all.find(({ id, mayJudge }) => mayJudge && id === asked.get("task"))?.id ?? null,
    tasks: all.filter(({ leadUnitId }) => unit === "" || leadUnitId === unit),
    others: all
      .filter(({ state }) => isOpen(state))
      .map(({ id, code, title }) => ({ value: id, label: code ? `${code} · ${title}` : title })),
    seen: all
      .map(({ seen }) => seen)
      .filter(Boolean)
      .join(" "),
    waiting: all.filter(({ said, state }) => said && !said.appliedAt && isOpen(state)).length,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const round = await findRoundFor(read, { roundId: params.roundId ?? "", actor });
  if (!round) throw notFound();
  const done = await act({ form: await request.formData(), actor, round, locale: localeOf(request) });
  return done instanceof Response ? done : data(done.refused, done.status);
}

/** One look over a plan: how far each unit is, and what is said of every task. */
export default function ReviewRound() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { round, progress, waiting, unit } = loaded;
  const t = useWords(reviewWords);
  const locale = useLocale();
  const errors: Record<string, string> = refused?.errors ?? {};
  const runs = round.closedAt === null;
  const address = paths.taskReview(round.id);
  return (
    <Page
      title={round.title}
      breadcrumbs={[{ href: paths.taskReviews, label: t.title }]}
      status={runs ? <Status tone="accent">{t.running}</Status> : <Status icon="check">{t.closed}</Status>}
      description={[
        round.owner.name,
        round.campaign && inLanguage(round.campaign.title, locale),
        round.closesOn && `${t.closesOn}: ${formatDay(round.closesOn)}`,
      ]
        .filter(Boolean)
        .join(" · ")}
      actions={
        runs &&
        round.mayManage && (
          <Form method="post" className="cluster">
            <input type="hidden" name="seen" value={loaded.seen} />
            {waiting > 0 && (
              <Button variant="primary" name="do" value="apply-all">
                {t.applyAll}
              </Button>
            )}
            <Button name="do" value="close">
              {t.close}
            </Button>
          </Form>
        )
      }
    >
      <Mend errors={errors} words={t} />
      <Panel title={t.byUnit} flush>
        <Table
          caption={t.byUnit}
          hideCaption
          rows={progress}
          rowKey={(row) => row.unitId}
          foot={{
            progress: (
              <Ltr>
                {progress.reduce((n, row) => n + row.reviewed, 0)}/{progress.reduce((n, row) => n + row.total, 0)}
              </Ltr>
            ),
          }}
          empty={<p className="soft">{t.nothing}</p>}
          columns={[
            {
              key: "unit",
              head: t.unit,
              primary: true,
              cell: (row) => (
                <Link href={`${address}?unit=${row.unitId}`} aria-current={row.unitId === unit ? "true" : undefined}>
                  {row.name}
                </Link>
              ),
            },
            {
              key: "progress",
              head: t.progress,
              numeric: true,
              cell: (row) => (
                <Ltr>
                  {row.reviewed}/{row.total}
                </Ltr>
              ),
            },
          ]}
        />
      </Panel>
      <RoundTasks {...loaded} errors={errors} values={refused?.values ?? {}} unseen={refused?.unseen ?? []} />
    </Page>
  );
}
