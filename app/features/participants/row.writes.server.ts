import { newId } from "#db/dialect/ids";
import { newDoorCode } from "./answer/rules";
import { columnsOf, type GuestData } from "./data.rules";

/** A new row for a person on the list; nothing is written yet. */
export function newGuestRow(
  eventId: string,
  data: GuestData,
  { now, importId = null }: { now: Date; importId?: string | null },
) {
  const id = newId();
  return { id, eventId, ...columnsOf(data), doorCode: newDoorCode(id), importId, createdAt: now, updatedAt: now };
}

/**
 * What a new address takes with it. A letter to a wrong one may have been read by a stranger: its link must not stay
 * alive, and a guest who has not answered has had no letter.
 */
export const forgottenAddress = (answer: string) => ({
  tokenHash: null,
  bouncedAt: null,
  bounceReason: "",
  ...(answer === "none" && { invitedAt: null }),
});
