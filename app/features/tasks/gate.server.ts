import { read } from "#db/client.server";
import { requireActor } from "~/features/accounts/gate.server";
import type { Actor } from "~/features/accounts/rules";
import { forbidden, notFound } from "~/web/http.server";
import { findTaskFor, type Task } from "./reads.server";
import type { TaskAccess } from "./sight.reads.server";

/** Who is signed in, and a task they may see. Throws 404 where it does not exist for them. */
export async function taskToSee(request: Request, taskId = ""): Promise<{ actor: Actor; task: Task }> {
  const actor = await requireActor(request);
  const task = await findTaskFor(read, { taskId, actor });
  if (!task) throw notFound();
  return { actor, task };
}

/** The same for one who may do at least one of these to it. Throws 403 where they only see it. */
export async function taskToAct(request: Request, taskId: string | undefined, ...rights: (keyof TaskAccess)[]) {
  const found = await taskToSee(request, taskId);
  if (!rights.some((right) => found.task.access[right])) throw forbidden();
  return found;
}
