import { join } from "node:path";
import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { criteriaOf } from "../../app/features/awards/scoring/reads.server";
import { rankCategory } from "../../app/features/awards/scoring/rules";
import { saveScores } from "../../app/features/awards/scoring/writes.server";
import { transact } from "../../db/client.server";
import { makeScoring, scoresFor, sheetAct } from "../kit/scoring";
import { makeProvince } from "./province";
import { atMost, cpuOf, type Figure, inTurn, micro, shown, size } from "./kit";

const nominationCount = size(2000, 500);
const memberCount = 15;
const saves = size(400, 100);

/** P17: 2,000 nominations of 15 members ranked, beside a plain mean and sort; one save of the scoring screen, beside a bare insert. */
export async function scoring(): Promise<Figure[]> {
  const province = await makeProvince();
  try {
    return [await ranking(), await saving(province.file)];
  } finally {
    await province.remove();
  }
}

const criteria = [40, 30, 20, 10].map((weight, n) => ({
  ...{ id: `c${n}`, weight, maximum: 10, step: 0.5, required: true },
}));

/** Whole and halves in a fixed, uneven order: what is measured is the same in every run. */
const scoreOf = (n: number, m: number, k: number) => ((n * 7 + m * 13 + k * 29 + ((n * m) % 11)) % 21) / 2;

async function ranking(): Promise<Figure> {
  const members = Array.from({ length: memberCount }, (_, m) => `m${m}`);
  const entries = Array.from({ length: nominationCount }, (_, n) => ({
    nominationId: `n${n}`,
    // A member in conflict here and there, so that severity has something to adjust.
    eligible: members.filter((_, m) => (n + m) % 40 !== 0),
  }));
  const sheets = entries.flatMap(({ nominationId, eligible }, n) =>
    eligible.map((memberId, m) => ({
      ...{ memberId, nominationId, submitted: true, abstained: false, recused: false },
      scores: new Map(criteria.map(({ id }, k) => [id, scoreOf(n, m, k)])),
    })),
  );
  const terms = { criteria, aggregate: "mean" as const, adjustment: "severity" as const, minimumScore: null };
  const ours = () =>
    cpuOf(() => {
      const { rows } = rankCategory(terms, entries, sheets);
      if (rows.length !== nominationCount || rows[0]?.rank !== 1) throw new Error("Nothing was ranked");
    });
  const theirs = () =>
    cpuOf(() => {
      const sums = new Map<string, number>();
      for (const { nominationId, scores } of sheets) {
        let sum = sums.get(nominationId) ?? 0;
        for (const { id, weight } of criteria) sum += weight * (scores.get(id) as number);
        sums.set(nominationId, sum);
      }
      const sorted = [...sums].sort(([, a], [, b]) => b - a);
      if (sorted.length !== nominationCount) throw new Error("Nothing was sorted");
    });
  const got = await inTurn(size(5, 3), ours, theirs);
  return {
    ...{ name: "P17", what: `CPU to rank ${nominationCount} nominations of ${memberCount} members, beside 1 s` },
    ...{ ours: shown(got.ours), reference: `1.00 s; a plain sum and sort ${shown(got.theirs)}` },
    ...{ ratio: got.ours, target: atMost(1) },
  };
}

async function saving(file: string): Promise<Figure> {
  const at = await makeScoring({ size: memberCount });
  if (criteriaOf(at.scored).length !== 4) throw new Error("The category has no criteria");
  let version = 0;
  const ours = () =>
    cpuOf(async () => {
      for (let n = 0; n < saves; n += 1) {
        const asked = { ...sheetAct(at, 0, 0), values: scoresFor(at, (n % 21) / 2), version };
        const done = await transact((tx) => saveScores(tx, asked));
        if (!done.ok) throw new Error(done.reason);
        version = done.version;
      }
    });
  const copy = join(`${file}.bare`);
  rmSync(copy, { force: true });
  const db = new Database(copy);
  db.pragma("synchronous = FULL");
  db.pragma("journal_mode = WAL");
  db.exec("create table scores (sheet text, criterion text, value real, primary key (sheet, criterion))");
  const insert = db.prepare("insert into scores values (?, ?, ?) on conflict do update set value = excluded.value");
  const theirs = () =>
    cpuOf(() => {
      for (let n = 0; n < saves; n += 1) insert.run("sheet", "criterion", (n % 21) / 2);
    });
  try {
    const got = await inTurn(size(5, 3), ours, theirs);
    const what = "CPU of one score saved with every right asked again, beside a bare insert committed alone";
    const [own, bare] = [micro(got.ours / saves), micro(got.theirs / saves)];
    return { name: "P17", what, ours: own, reference: bare, ratio: got.ratio, target: null };
  } finally {
    db.close();
  }
}
