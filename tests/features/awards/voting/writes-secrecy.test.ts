import { sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { closePoll } from "../../../../app/features/awards/voting/polls.writes.server";
import { castBallot } from "../../../../app/features/awards/voting/ballot.writes.server";
import type { Choice } from "../../../../app/features/awards/voting/rules";
import { read, transact, type Tx } from "../../../../db/client.server";
import { dialect } from "../../../../db/dialect/index";
import { pollReceipts, pollTallies, pollVoters } from "../../../../db/schema.server";
import { type Council, makeCouncil, makeMeeting, makePoll, vote } from "../../../kit/council";
import { useDatabase } from "../../../kit/database";
import { dumpDatabase } from "../../../kit/dump";
import { now } from "../../../kit/makers";

useDatabase();

const urn = [pollVoters, pollTallies, pollReceipts] as const;
/** Who voted what, in the order of coming. */
type Story = { member: number; said: [Choice, Choice] }[];
const story: Story = [
  { member: 4, said: ["yes", "no"] },
  { member: 0, said: ["no", "no"] },
  { member: 3, said: ["yes", "yes"] },
  { member: 1, said: ["blank", "yes"] },
];
/** The same members and the same papers, but another member for each paper and another order of coming. */
const other: Story = [
  { member: 1, said: ["yes", "yes"] },
  { member: 3, said: ["no", "no"] },
  { member: 0, said: ["yes", "no"] },
  { member: 4, said: ["blank", "yes"] },
];

async function ready() {
  const at = await makeCouncil({ size: 6 });
  const meetingId = await makeMeeting(at);
  return { at, poll: { meetingId, pollId: await makePoll(at, meetingId) } };
}

/** Every row of the urn as it lies on the disk: its place among the others, and on PostgreSQL who wrote it last. */
async function asItLies(db: Pick<Tx, "select">) {
  const place = dialect === "sqlite" ? sql<string>`rowid` : sql<string>`ctid::text`;
  const writer = dialect === "sqlite" ? sql<string>`''` : sql<string>`xmin::text`;
  const lies = (key: string) => Number(key.replace(/\D+/g, " ").trim().split(" ").at(-1));
  const order = <T extends { place: unknown }>(rows: T[]) =>
    rows.sort((a, b) => lies(String(a.place)) - lies(String(b.place)));
  const voters = order(
    await db.select({ place, writer, key: pollVoters.memberId, voted: pollVoters.voted }).from(pollVoters),
  );
  const tallies = order(
    await db
      .select({
        place,
        writer,
        key: pollTallies.nominationId,
        yes: pollTallies.yes,
        no: pollTallies.no,
        blank: pollTallies.blank,
      })
      .from(pollTallies),
  );
  const receipts = order(await db.select({ place, writer, key: pollReceipts.codeHash }).from(pollReceipts));
  return { voters, tallies, receipts };
}

/** What a story leaves behind in the whole database, told inside the transaction that is then taken back. */
async function traceOf(at: Council, poll: { meetingId: string; pollId: string }, told: Story) {
  let trace: unknown = null;
  await transact(async (tx) => {
    for (const { member, said } of told) {
      const ballot = new Map(at.nominees.map(({ id }, n) => [id, said[n] as Choice]));
      const actor = at.members[member]?.actor ?? null;
      const done = await castBallot(tx, { roundId: at.round.id, ...poll, actor, now, ballot });
      expect(done).toMatchObject({ ok: true });
    }
    const { voters, tallies, receipts } = await asItLies(tx);
    const closed = await closePoll(tx, { roundId: at.round.id, ...poll, actor: at.organizer, now });
    trace = {
      voters: voters.map(({ key, voted }) => [key, voted]),
      tallies: tallies.map(({ key, yes, no, blank }) => [key, yes, no, blank]),
      receipts: receipts.length,
      closed,
    };
    throw new Error("taken back");
  }).catch((error: Error) => expect(error.message).toBe("taken back"));
  return trace;
}

test("who voted what, and in which order, leaves the same rows in the same places: nothing can be read out of them", async () => {
  const { at, poll } = await ready();
  const first = await traceOf(at, poll, story);
  expect(first).not.toBeNull();
  expect(await traceOf(at, poll, other)).toEqual(first);
  // Bait: another sum does leave another trace.
  const changed: Story = story.map((one, n) => (n === 0 ? { ...one, said: ["no", "no"] } : one));
  expect(await traceOf(at, poll, changed)).not.toEqual(first);
});

test("rows of the urn lie in the order of their keys and were all written by the last paper", async () => {
  const { at, poll } = await ready();
  for (const { member, said } of story) await vote(at, poll, member, ...said);
  const lying = await asItLies(read);
  for (const rows of Object.values(lying)) {
    const keys = rows.map(({ key }) => key as string);
    expect(keys).toEqual([...keys].sort());
    expect(rows.length).toBeGreaterThan(1);
  }
  expect(new Set(Object.values(lying).flatMap((rows) => rows.map(({ writer }) => writer))).size).toBe(1);
});

test("a paper changes the three lists of its poll and no other row, log line or moment", async () => {
  const { at, poll } = await ready();
  const before = await dumpDatabase();
  const said: string[] = [];
  const listen = (stream: NodeJS.WriteStream) =>
    vi.spyOn(stream, "write").mockImplementation((text) => Boolean(said.push(String(text))));
  const spies = [listen(process.stdout), listen(process.stderr)];
  const receipts = [];
  try {
    for (const { member, said: papers } of story) receipts.push(await vote(at, poll, member, ...papers));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const after = await dumpDatabase();
  const touched = Object.keys(after).filter((name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]));
  expect(touched.sort()).toEqual(["pollReceipts", "pollTallies", "pollVoters"]);
  expect(said).toEqual([]);
  const columns = (table: (typeof urn)[number]) =>
    Object.keys(table).filter((name) => !name.startsWith("_") && name !== "enableRLS");
  expect(urn.map(columns)).toEqual([
    ["pollId", "memberId", "voted"],
    ["pollId", "nominationId", "yes", "no", "blank"],
    ["pollId", "codeHash"],
  ]);
  // The poll is all that the three lists share: no value of one stands in another.
  const values = urn.map((_, n) => {
    const rows = (after[["pollVoters", "pollTallies", "pollReceipts"][n] as string] ?? []).map((row) =>
      JSON.parse(row),
    );
    return new Set(
      rows.flatMap(({ pollId, ...rest }) => Object.values(rest).filter((value) => typeof value === "string")),
    );
  });
  for (const [n, mine] of values.entries())
    for (const theirs of values.slice(n + 1)) expect([...mine].filter((value) => theirs.has(value))).toEqual([]);
  const everything = Object.values(after).flat().join("\n");
  for (const done of receipts) expect(done.ok && everything.includes(done.receipt)).toBe(false);
});
