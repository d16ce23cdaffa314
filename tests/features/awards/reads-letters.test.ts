import { expect, test } from "vitest";
import { postAward } from "../../../app/features/awards/letters.server";
import { lettersHidden } from "../../../app/features/awards/letters.reads.server";
import { listLetters } from "../../../app/features/outbox/reads.server";
import { read, transact } from "../../../db/client.server";
import { awardCategories } from "../../../db/schema.server";
import { makeSeat } from "../../kit/awards";
import { useDatabase } from "../../kit/database";
import { makeActor, now } from "../../kit/makers";
import { makeProposed } from "../../kit/honours";

useDatabase();

test("the letters about a dossier that a conflict closes are left out for that seat, and for nobody else", async () => {
  const at = await makeProposed();
  const [health, justice] = at.nominees;
  const { office, secretary } = await transact(async (tx) => {
    await tx.update(awardCategories).set({ rivalsLeave: false });
    const people = { office: await makeActor(tx, "organizer"), secretary: await makeActor(tx, "organizer") };
    await makeSeat(tx, at.round, people.secretary, { unitId: health!.unitId });
    const reader = { email: "a@lamgiang.example", name: "A", position: "", locale: "vi" as const, recipient: "user:1" };
    const post = { matter: "received" as const, roundId: at.round.id, readers: [reader], now, path: "/awards" };
    for (const { id, nomineeName } of [health!, justice!])
      await postAward(tx, { ...post, key: `award-received:${id}:${now.toISOString()}`, about: () => nomineeName });
    return people;
  });
  const keptFrom = async (actor: typeof office) => {
    const without = await lettersHidden(read, { actor, now });
    const { rows, total } = await listLetters(read, { without });
    expect(total).toBe(rows.length);
    return rows.map(({ subject }) => [health, justice].find((one) => subject.includes(one!.nomineeName))?.nomineeName);
  };
  expect((await keptFrom(office)).sort()).toEqual(["Sở Tư pháp", "Sở Y tế"]);
  expect(await keptFrom(secretary)).toEqual(["Sở Tư pháp"]);
});
