import { describe, expect, test } from "vitest";
import { read, transact } from "#db/client.server";
import { documentOptions, findDocument, listDocuments, searchDocuments } from "~/features/documents/reads.server";
import {
  changeDocument,
  type DocumentFacts,
  registerDocument,
  removeDocument,
} from "~/features/documents/writes.server";
import { useDatabase } from "../../kit/database";
import { makeActor, makeUnit, now } from "../../kit/makers";

useDatabase();

const blank: DocumentFacts = {
  ...{
    number: "",
    issuer: "",
    issuedOn: "",
    abstract: "",
    signatory: "",
    parentId: "",
    validFrom: "",
    validTo: "",
    url: "",
  },
};
const by = { actor: null, now };
const register = async (given: Partial<DocumentFacts>) =>
  await transact((tx) => registerDocument(tx, { ...blank, ...given, ...by }));
const idOf = async (given: Partial<DocumentFacts>): Promise<string> => {
  const done = await register(given);
  if (!done.ok) throw new Error(done.reason);
  return done.documentId;
};

describe("the register", () => {
  test("takes the issuer from the number: a body everybody knows, or the unit of that code", async () => {
    await transact((tx) => makeUnit(tx, { name: "Sở Khoa học và Công nghệ", code: "SKHCN" }));
    const issuer = async (number: string) => (await findDocument(read, { documentId: await idOf({ number }) }))?.issuer;
    expect([await issuer("505/QĐ-TTg"), await issuer("192/QD-SKHCN"), await issuer("1/KH-ABC")]).toEqual([
      ...["Thủ tướng Chính phủ", "Sở Khoa học và Công nghệ", "ABC"],
    ]);
  });

  test("finds QĐ by QD, and words of the abstract without diacritics", async () => {
    await idOf({ number: "1982/QĐ-UBND", issuedOn: "2022-07-29", abstract: "Đề án chuyển đổi số tỉnh" });
    await idOf({ number: "634/KH-UBND", issuedOn: "2023-08-29", abstract: "Kế hoạch tổ chức" });
    const numbers = async (term: string) => (await searchDocuments(read, { term, limit: 9 })).map((row) => row.number);
    expect(await numbers("1982/QD-UBND")).toEqual(["1982/QĐ-UBND"]);
    expect(await numbers("de an chuyen doi")).toEqual(["1982/QĐ-UBND"]);
    expect(await numbers("qd ubnd")).toEqual(["1982/QĐ-UBND"]);
    expect(await numbers("UBND")).toEqual(["634/KH-UBND", "1982/QĐ-UBND"]);
    expect(await numbers("")).toEqual([]);
    expect((await listDocuments(read, { year: 2022 })).rows.map((row) => row.number)).toEqual(["1982/QĐ-UBND"]);
    expect((await listDocuments(read, { style: "party" })).total).toBe(0);
    expect((await documentOptions(read)).map((option) => option.label)).toEqual([
      ...["634/KH-UBND · Kế hoạch tổ chức", "1982/QĐ-UBND · Đề án chuyển đổi số tỉnh"],
    ]);
  });

  test("refuses the same document twice, and takes the same number of another year or body", async () => {
    await idOf({ number: "634/KH-UBND", issuedOn: "2023-08-29" });
    expect(await register({ number: "634/kh-ubnd", issuedOn: "2023-01-01" })).toEqual({ ok: false, reason: "taken" });
    expect((await register({ number: "634/KH-UBND", issuedOn: "2024-08-29" })).ok).toBe(true);
    expect((await register({ number: "634/KH-UBND", issuedOn: "2023-08-29", issuer: "UBND tỉnh khác" })).ok).toBe(true);
    expect((await register({ number: "634/KH-UBND" })).ok).toBe(true);
    expect(await register({ number: "634/KH-UBND" })).toEqual({ ok: false, reason: "taken" });
  });

  test("ties a plan to its resolution, never in a circle", async () => {
    const resolution = await idOf({ number: "09-NQ/TU" });
    const plan = await idOf({ number: "586/KH-UBND", parentId: resolution });
    expect((await findDocument(read, { documentId: resolution }))?.children.map((child) => child.number)).toEqual([
      "586/KH-UBND",
    ]);
    const change = { ...blank, number: "09-NQ/TU", documentId: resolution, parentId: plan, ...by };
    expect(await transact((tx) => changeDocument(tx, change))).toEqual({ ok: false, reason: "circle" });
    expect(await register({ number: "1/KH-UBND", parentId: "nowhere" })).toEqual({ ok: false, reason: "no-parent" });
    expect(await transact((tx) => removeDocument(tx, { documentId: resolution, ...by }))).toEqual({
      ok: false,
      reason: "in-use",
    });
    expect(await transact((tx) => removeDocument(tx, { documentId: plan, ...by }))).toEqual({ ok: true });
  });

  test("a changed number is read anew", async () => {
    const documentId = await idOf({ number: "634/KH-UBND", issuedOn: "2023-08-29" });
    await transact((tx) =>
      changeDocument(tx, { ...blank, documentId, number: "5025/VPUBND", issuedOn: "2023-08-29", ...by }),
    );
    expect(await findDocument(read, { documentId })).toMatchObject({
      style: "letter",
      type: "",
      number: "5025/VPUBND",
      year: 2023,
    });
  });
});

test("only who keeps the register writes in it", async () => {
  const documentId = await idOf({ number: "12/KH-UBND", issuedOn: "2025-08-01" });
  const actor = await transact((tx) => makeActor(tx, "supervisor"));
  const refused = await transact(async (tx) => [
    await registerDocument(tx, { ...blank, number: "13/KH-UBND", actor, now }),
    await changeDocument(tx, { ...blank, documentId, number: "14/KH-UBND", actor, now }),
    await removeDocument(tx, { documentId, actor, now }),
  ]);
  expect(refused).toEqual(refused.map(() => ({ ok: false, reason: "not-allowed" })));
  expect((await listDocuments(read, {})).rows.map(({ number }) => number)).toEqual(["12/KH-UBND"]);
});

test("a new document's form sent twice enters one, and another form with the same number is refused", async () => {
  const press = "0199a0b0-0000-7000-8000-000000000002";
  const asked = { number: "12/KH-UBND", issuedOn: "2025-08-01" };
  const send = (name: string) => transact((tx) => registerDocument(tx, { ...blank, ...asked, ...by, press: name }));
  expect([await send(press), await send(press)]).toEqual([
    { ok: true, documentId: press },
    { ok: true, documentId: press },
  ]);
  expect(await send("0199a0b0-0000-7000-8000-000000000003")).toEqual({ ok: false, reason: "taken" });
});
