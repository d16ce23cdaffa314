import { expect, test } from "vitest";
import { findPanel } from "../../../../app/features/awards/conflicts/reads.server";
import { membersOf } from "../../../../app/features/awards/rounds/reads.server";
import { read, transact } from "../../../../db/client.server";
import { makeSeat } from "../../../kit/awards";
import { makeCouncil } from "../../../kit/council";
import { useDatabase } from "../../../kit/database";
import { makeActor, now } from "../../../kit/makers";

useDatabase();

test("a council stands in one order on its own page and in its meetings: by role, though a deputy was seated last", async () => {
  const { round } = await makeCouncil({ size: 4 });
  await transact(async (tx) => {
    const deputy = await makeActor(tx, "council-member", { name: "Phó Chủ tịch" });
    await makeSeat(tx, round, deputy, { role: "vice-chair", sort: 9 });
  });
  const members = await membersOf(read, { roundId: round.id });
  const panel = await findPanel(read, { roundId: round.id, now });
  expect(members.map(({ role }) => role)).toEqual(["chair", "vice-chair", "secretary", "member", "member"]);
  expect(panel?.seats.map(({ memberId }) => memberId)).toEqual(members.map(({ id }) => id));
});
