import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { nominationFiles, nominations, nominationTexts, nominationTextVersions } from "#db/schema.server";
import { keepFile } from "~/features/files/writes.server";
import { refuse } from "~/web/refuse";
import { achievementKey } from "../keys.rules";
import type { FileKind } from "../terms.rules";
import type { NominationField } from "./rules";
import { nameOf, type NominationAct } from "./story.writes.server";
import { touched, toWrite } from "./writes.server";

/**
 * Writes one text of a dossier over the version its writer saw. When somebody else has written meanwhile nothing is lost:
 * refused with "changed-meanwhile" and both texts. Every text that is written over is kept. Refused also: "not-allowed",
 * "handed-in", "round-closed" (the round has ended). Gives the new version.
 */
export async function saveText(
  tx: Tx,
  { field, text, version, ...act }: NominationAct & { field: NominationField; text: string; version: number },
) {
  const asked = await toWrite(tx, act);
  if (!asked.ok) return asked;
  const { nominationId, actor, now } = act;
  const old = asked.nomination.texts.get(field);
  // Nothing new: a signature stays, also where an empty field was saved.
  if ((old?.text ?? "") === text) return { ok: true, version: old?.version ?? 0 } as const;
  if ((old?.version ?? 0) !== version)
    return {
      ...{ ok: false, reason: "changed-meanwhile", theirs: old?.text ?? "", version: old?.version ?? 0 },
      by: old?.updatedByName ?? "",
    } as const;
  const next = { text, version: version + 1, updatedBy: actor?.userId ?? null, updatedByName: nameOf(actor) };
  if (old)
    await tx.insert(nominationTextVersions).values({
      ...{ nominationId, field, version: old.version, text: old.text, byName: old.updatedByName, at: old.updatedAt },
    });
  await tx
    .insert(nominationTexts)
    .values({ ...next, nominationId, field, updatedAt: now })
    .onConflictDoUpdate({
      target: [nominationTexts.nominationId, nominationTexts.field],
      set: { ...next, updatedAt: now },
    });
  if (field === "achievement")
    await tx
      .update(nominations)
      .set({ achievementKey: achievementKey(text) })
      .where(eq(nominations.id, nominationId));
  await touched(tx, act, asked.nomination);
  return { ok: true, version: next.version } as const;
}

/** Adds files that were just stored, of one kind. Refused: "not-allowed", "handed-in", "round-closed". */
export async function addNominationFiles(
  tx: Tx,
  { files, kind, ...act }: NominationAct & { files: readonly Parameters<typeof keepFile>[1]["file"][]; kind: FileKind },
) {
  const asked = await toWrite(tx, act);
  if (!asked.ok) return asked;
  const { nominationId, actor, now } = act;
  for (const file of files) {
    const { fileId } = await keepFile(tx, { file, uploadedBy: actor?.userId ?? null, now });
    await tx.insert(nominationFiles).values({
      ...{ nominationId, kind, fileId, addedBy: actor?.userId ?? null, addedByName: nameOf(actor), addedAt: now },
    });
  }
  await touched(tx, act, asked.nomination);
  return { ok: true } as const;
}

/** Takes a file out; its bytes stay for whatever else uses them. Refused: "not-allowed", "handed-in", "round-closed", "gone". */
export async function removeNominationFile(tx: Tx, { pieceId, ...act }: NominationAct & { pieceId: string }) {
  const asked = await toWrite(tx, act);
  if (!asked.ok) return asked;
  if (!asked.nomination.files.some(({ id }) => id === pieceId)) return refuse("gone");
  await tx.update(nominationFiles).set({ removedAt: act.now }).where(eq(nominationFiles.id, pieceId));
  await touched(tx, act, asked.nomination);
  return { ok: true } as const;
}
