import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { proposedOwner } from "~/features/tasks/form.reads.server";
import { unitOptions } from "~/features/units/reads.server";
import { reachOf } from "~/features/accounts/rules";
import { useDatabase } from "../../kit/database";
import { makeUnit } from "../../kit/makers";
import { makeProvince, makeTask, type Province } from "../../kit/tasks";

useDatabase();

const proposed = async ({ organizer: actor }: Province) =>
  await proposedOwner(read, { actor, owners: await unitOptions(read, { reach: reachOf(actor, "tasks.manage") }) });

test("a new task is given by the People's Committee at first, and then by who mostly gives", async () => {
  const at = await makeProvince();
  expect(await proposed(at)).toBe(at.province.id);
  const [committee] = await transact(async (tx) => {
    await makeUnit(tx, { name: "Ban Chỉ đạo tỉnh", kind: "committee", parent: at.province });
    return [await makeUnit(tx, { name: "Ủy ban nhân dân tỉnh", kind: "committee", parent: at.province })];
  });
  expect(await proposed(at)).toBe(committee?.id);
  for (const title of ["Một", "Hai"])
    await makeTask(at, { title, ownerUnitId: at.commune.id, leadUnitId: at.health.id });
  await makeTask(at, { title: "Ba" });
  expect(await proposed(at)).toBe(at.commune.id);
});
