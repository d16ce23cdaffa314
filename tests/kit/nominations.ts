import { read, transact } from "../../db/client.server";
import type { awardCategories, awardRounds } from "../../db/schema.server";
import type { Actor } from "../../app/features/accounts/rules";
import { findNomination } from "../../app/features/awards/nominations/reads.server";
import { signNomination, submitNomination } from "../../app/features/awards/nominations/steps.writes.server";
import { addNominationFiles, saveText } from "../../app/features/awards/nominations/content.writes.server";
import { startNomination } from "../../app/features/awards/nominations/writes.server";
import { type FileKind, fileKinds } from "../../app/features/awards/terms.rules";
import { makeCategory, makeRound } from "./awards";
import { makeActor, makeOrganization, makeUnit, now } from "./makers";

/** The first moment after the nomination window of `makeNominating`. */
export const nominationEnds = new Date("2025-09-15T10:00:00Z");
export const appraising = new Date("2025-09-16T02:00:00Z");

/** A province whose round takes nominations at the kit's `now` and appraises from the end of them until 20/09. */
export const makeNominating = ({
  round = {},
  category = {},
}: {
  round?: Partial<typeof awardRounds.$inferInsert>;
  category?: Partial<typeof awardCategories.$inferInsert>;
} = {}) =>
  transact(async (tx) => {
    await makeOrganization(tx);
    const province = await makeUnit(tx, { name: "Tỉnh Lam Giang", kind: "province" });
    const owner = await makeUnit(tx, { name: "UBND tỉnh", kind: "committee", parent: province });
    const ward = await makeUnit(tx, { name: "Phường Bến Lam", kind: "ward", parent: province });
    const commune = await makeUnit(tx, { name: "Xã Thạch Khê", kind: "commune", parent: province });
    const made = await makeRound(tx, {
      ...{ ...round, ownerUnitId: owner.id },
      phases: {
        nomination: ["2025-08-15T00:00:00Z", nominationEnds.toISOString()],
        appraisal: [nominationEnds.toISOString(), "2025-09-20T00:00:00Z"],
      },
    });
    return {
      ...{ province, owner, ward, commune, round: made },
      category: (await makeCategory(tx, made, category)).category,
      organizer: await makeActor(tx, "organizer", { unit: owner, name: "Trần Thị Thường Trực" }),
      head: await makeActor(tx, "head", { unit: ward, name: "Lê Văn Chủ Tịch" }),
      clerk: await makeActor(tx, "focal-point", { unit: ward, name: "Nguyễn Thị Đầu Mối" }),
      neighbour: await makeActor(tx, "head", { unit: commune, name: "Phạm Văn Hàng Xóm" }),
    };
  });
export type Nominating = Awaited<ReturnType<typeof makeNominating>>;

type Start = Parameters<typeof startNomination>[1];
/** A dossier of the ward for itself, as its focal point would begin it. */
export const begin = (at: Nominating, given: Partial<Start> = {}) =>
  transact((tx) =>
    startNomination(tx, {
      ...{ categoryId: at.category.id, unitId: at.ward.id, nomineeUnitId: at.ward.id, actor: at.clerk, now },
      ...{ kind: "unit", form: "merit", nomineeName: at.ward.name, nomineePosition: "" },
      ...{ contactName: "", contactPhone: "", contactEmail: "", ...given },
    }),
  );

/** The same, and gives its id. */
export async function makeDraft(at: Nominating, given: Partial<Start> = {}): Promise<string> {
  const done = await begin(at, given);
  if (!done.ok) throw new Error(done.reason);
  return done.nominationId;
}

export const actOf = (nominationId: string, actor: Actor, when = now) => ({ nominationId, actor, now: when });

const paper = (kind: FileKind) => ({
  ...{ sha256: kind.padEnd(64, "0"), name: `${kind}.pdf`, type: "application/pdf", size: 1000 },
});
export const addPaper = (at: Nominating, nominationId: string, kind: FileKind, when = now) =>
  transact((tx) => addNominationFiles(tx, { ...actOf(nominationId, at.clerk, when), kind, files: [paper(kind)] }));

/** The texts and papers that a dossier needs before it is signed. */
export async function fill(at: Nominating, nominationId: string, achievement = "Đưa 98% hồ sơ một cửa lên mạng") {
  const act = actOf(nominationId, at.clerk);
  await transact((tx) => saveText(tx, { ...act, field: "achievement", text: achievement, version: 0 }));
  await transact((tx) => saveText(tx, { ...act, field: "report", text: "Báo cáo thành tích", version: 0 }));
  for (const kind of fileKinds) if (kind !== "other") await addPaper(at, nominationId, kind);
}

export const sign = (at: Nominating, nominationId: string, when = now) =>
  transact((tx) => signNomination(tx, actOf(nominationId, at.head, when)));
export const submit = (at: Nominating, nominationId: string, when = now) =>
  transact((tx) => submitNomination(tx, actOf(nominationId, at.clerk, when)));

/** A whole dossier with its head's signature, not yet handed in. */
export async function makeSigned(at: Nominating, given: Partial<Start> = {}): Promise<string> {
  const id = await makeDraft(at, given);
  await fill(at, id);
  const done = await sign(at, id);
  if (!done.ok) throw new Error(done.reason);
  return id;
}

/** The same, handed in. */
export async function makeHandedIn(at: Nominating, given: Partial<Start> = {}): Promise<string> {
  const id = await makeSigned(at, given);
  const done = await submit(at, id);
  if (!done.ok) throw new Error(done.reason);
  return id;
}

export const stateOf = async (nominationId: string) => (await findNomination(read, { nominationId }))?.state;
