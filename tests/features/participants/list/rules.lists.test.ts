import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pickList } from "~/features/participants/list/header.rules";
import { type ImportPlan, planImport } from "~/features/participants/list/rules";
import { readSheet } from "~/web/sheet.server";
import { takenOver } from "./kit";

const folder = "../shared/data/lists";

/** Real lists as offices send them, kept outside the repository. */
describe.skipIf(!existsSync(`${folder}/delegates-facts.json`))("the office's lists", { timeout: 60_000 }, async () => {
  const facts = existsSync(folder) ? JSON.parse(readFileSync(`${folder}/delegates-facts.json`, "utf8")) : {};
  const read = async (file: string) => {
    const sheet = await readSheet(readFileSync(`${folder}/${file}`), file);
    if (!sheet.ok) throw new Error(`${file}: ${sheet.reason}`);
    const list = pickList(sheet.sheets);
    if (!list) throw new Error(`${file}: no list`);
    return { ...list, kind: sheet.kind, rows: sheet.sheets[list.sheet]?.rows ?? [] };
  };
  const points = async () => {
    const { list, mapping } = await read("delegates-clean.csv");
    const names = new Set(list.body.map(({ cells }) => cells[mapping.point as number] as string));
    return [...names].map((name, n) => ({ id: `point-${n}`, name, isMain: n === 0 }));
  };
  const planOf = async (file: string): Promise<ImportPlan> => {
    const { rows, mapping } = await read(file);
    return planImport({ rows, mapping, known: [], points: await points() });
  };
  const people = (plan: ImportPlan) =>
    plan.rows
      .filter(({ fate }) => fate !== "same-person-at-point" && fate !== "at-two-points")
      .map(({ person: { name, position, phone, pointId } }) => [name, position, phone, pointId].join(" | "))
      .sort();

  test("the clean list: 486 new people at 22 points", async () => {
    const plan = await planOf("delegates-clean.csv");
    expect(plan.counts).toEqual({ new: facts.people });
    expect(new Set(plan.rows.map(({ person }) => person.pointId)).size).toBe(facts.points);
  });

  test.each(["delegates-office.xlsx", "delegates-office.ods"])(
    "%s: every fault found, counted and named",
    async (file) => {
      const { rows } = await read(file);
      const plan = await planOf(file);
      const { faults } = facts;
      expect(plan.rows.length).toBe(facts.office_rows);
      expect(plan.people).toBe(facts.people);
      expect(plan.unknownPoints).toEqual([]);
      expect(plan.counts).toEqual({
        new: facts.people - faults.blank_email - faults.bad_email,
        "no-address": faults.blank_email,
        "bad-address": faults.bad_email,
        "same-person-at-point": faults.dup_same_point,
        "at-two-points": faults.dup_two_points,
      });
      expect(
        new Set(plan.rows.filter(({ flags }) => flags.includes("two-addresses")).map(({ person }) => person.email))
          .size,
      ).toBe(faults.two_emails);
      expect(plan.rows.filter(({ raw }) => raw.email !== "" && raw.email === raw.email.toUpperCase()).length).toBe(
        faults.upper,
      );
      expect(plan.rows.filter(({ person }) => person.note.includes("bấm vào đây")).length).toBe(faults.formula);
      const cells = rows.flat().join("");
      expect(cells).toBe(cells.normalize("NFC"));
      expect(rows.flat().filter((cell) => cell.includes("@") && cell !== cell.trim()).length).toBe(faults.spaces);
      expect(people(plan)).toEqual(people(await planOf("delegates-clean.csv")));
      expect(plan.skipped.filter(({ why }) => why === "group").length).toBe(facts.points);
    },
  );

  test.each(["delegates-unicode-text.txt", "delegates-windows1258.tsv"])(
    "%s: the same people as far as it goes",
    async (file) => {
      const { kind } = await read(file);
      const plan = await planOf(file);
      const clean = new Set(people(await planOf("delegates-clean.csv")));
      expect(kind).toBe("tsv");
      expect(plan.counts).toEqual({ new: plan.rows.length });
      expect(plan.rows.length).toBeGreaterThan(100);
      expect(people(plan).filter((one) => !clean.has(one))).toEqual([]);
    },
  );

  test("the lists one after the other: only what is new is added, and the second time nothing", async () => {
    const where = await points();
    const office = await read("delegates-office.xlsx");
    const clean = await read("delegates-clean.csv");
    const first = planImport({ ...office, known: [], points: where });
    const known = takenOver([], first);
    expect(planImport({ ...office, known, points: where }).acts).toEqual({ none: 485, mend: 5, ask: 6 });
    const second = planImport({ ...clean, known, points: where });
    // The clean list knows the five addresses the office spoiled, and the three it left out.
    expect(second.counts).toEqual({ new: 5, updated: 3, unchanged: 478 });
    expect(planImport({ ...clean, known: takenOver(known, second), points: where }).counts).toEqual({ unchanged: 486 });
  });
});
