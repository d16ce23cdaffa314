import { and, eq } from "drizzle-orm";
import type { Reader } from "#db/client.server";
import { unitImports, units } from "#db/schema.server";
import type { Actor } from "~/features/accounts/rules";
import type { KnownUnit } from "./rules";

/** A file on its way in, found through the person who handed it in. */
export async function findUnitImport(
  db: Reader,
  { importId, actor }: { importId: string; actor: Pick<Actor, "userId"> },
) {
  const [row] = await db
    .select()
    .from(unitImports)
    .where(and(eq(unitImports.id, importId), eq(unitImports.userId, actor.userId)));
  return row ?? null;
}

/** Every unit, as far as an import compares it. */
export const knownUnits = async (db: Reader): Promise<KnownUnit[]> =>
  await db
    .select({
      id: units.id,
      code: units.code,
      name: units.name,
      shortName: units.shortName,
      kind: units.kind,
      parentId: units.parentId,
      path: units.path,
      activeTo: units.activeTo,
    })
    .from(units);
