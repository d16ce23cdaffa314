import { expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { sessionCookie, welcome } from "~/features/accounts/gate.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { changeOrganization } from "~/features/accounts/set-up/writes.server";
import { startSession } from "~/features/accounts/sign-in/writes.server";
import { wishOf } from "~/features/tasks/digest/reads.server";
import { wishDigest } from "~/features/tasks/digest/writes.server";
import { taskToSee } from "~/features/tasks/gate.server";
import { useDatabase } from "../../../kit/database";
import { makeActor } from "../../../kit/makers";
import { makeTask } from "../../../kit/tasks";
import { digestsAt, lastLetterTo, makeLadder, morning } from "./kit";

useDatabase();

test("a wish is kept by address, and changed by the next one", async () => {
  const an = { email: "an@lamgiang.example" };
  expect(await wishOf(read, an)).toEqual({ hour: 7, off: false });
  await transact((tx) => wishDigest(tx, { actor: an, hour: 16, off: false }));
  await transact((tx) => wishDigest(tx, { actor: { email: "binh@lamgiang.example" }, hour: 5, off: false }));
  await transact((tx) => wishDigest(tx, { actor: an, hour: 9, off: true }));
  expect(await wishOf(read, an)).toEqual({ hour: 9, off: true });
});

test("an administrator names the steering committee; a unit that is not there is refused beside its field", async () => {
  const at = await makeLadder();
  const admin = await transact((tx) => makeActor(tx, "administrator"));
  const facts = { contactEmail: "", contactPhone: "", zone: "Asia/Ho_Chi_Minh", locale: "vi" } as const;
  const change = (steeringUnitId: string, actor = admin) =>
    transact((tx) =>
      changeOrganization(tx, {
        ...facts,
        name: "UBND tỉnh",
        unitId: null,
        steeringUnitId,
        actor,
        now: morning("2025-09-15"),
      }),
    );
  expect(await change("no-such-unit")).toEqual({ ok: false, reason: "unknown-unit", field: "steeringUnitId" });
  expect(await change(at.other.id, at.doer)).toMatchObject({ ok: false, reason: "not-allowed" });
  expect((await findOrganization(read))?.steeringUnitId).toBe(at.steering.id);
  expect(await change(at.other.id)).toEqual({ ok: true });
  expect((await findOrganization(read))?.steeringUnitId).toBe(at.other.id);
});

test("a link of the digest asks to sign in, and then leads to the task", async () => {
  const at = await makeLadder();
  const taskId = await makeTask(at, { dueOn: "2025-09-14" });
  await digestsAt(morning("2025-09-15"));
  const link = /http\S+\/tasks\/[\w-]+(?=\s)/.exec((await lastLetterTo("Giám Đốc")).text)?.[0] ?? "";
  expect(new URL(link).pathname).toBe(`/tasks/${taskId}`);

  const turned = await taskToSee(new Request(link), taskId).catch((answer: Response) => answer);
  if (!(turned instanceof Response)) throw new Error("Nobody was signed in");
  const asked = new URL(turned.headers.get("location") ?? "", link);
  expect([turned.status, asked.pathname, asked.searchParams.get("next")]).toEqual([
    303,
    "/sign-in",
    `/tasks/${taskId}`,
  ]);

  const token = "a".repeat(43);
  const session = { userId: at.doer.userId, token, device: "Chrome", oldSessionHash: null, now: new Date() };
  await transact((tx) => startSession(tx, session));
  const entered = await welcome(new Request(asked), token, asked.searchParams.get("next") ?? "");
  expect(new URL(entered.headers.get("location") ?? "", link).href).toBe(link);
  const Cookie = sessionCookie(token).split(";")[0] ?? "";
  expect((await taskToSee(new Request(link, { headers: { Cookie } }), taskId)).task.id).toBe(taskId);
});
