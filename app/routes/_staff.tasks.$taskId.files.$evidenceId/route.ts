import type { LoaderFunctionArgs } from "@remix-run/node";
import { read } from "#db/client.server";
import { serveFile } from "~/features/files/gate.server";
import { fileOfEvidence } from "~/features/tasks/evidence/reads.server";
import { taskToSee } from "~/features/tasks/gate.server";
import { notFound } from "~/web/http.server";

/** A file that proves something, for those who see its task. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { task } = await taskToSee(request, params.taskId);
  const file = await fileOfEvidence(read, { taskId: task.id, evidenceId: params.evidenceId ?? "" });
  if (!file) throw notFound();
  return await serveFile(file);
}
