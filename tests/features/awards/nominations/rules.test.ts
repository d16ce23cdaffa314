import { describe, expect, test } from "vitest";
import { achievementKey, likeEnough, likeness, nomineeKey } from "../../../../app/features/awards/keys.rules";
import {
  blocks,
  type EligibilityRule,
  findingsOf,
} from "../../../../app/features/awards/nominations/eligibility.rules";
import { parseNewNomination } from "../../../../app/features/awards/nominations/forms";
import { handInUntil } from "../../../../app/features/awards/nominations/in-time.rules";
import {
  canStep,
  type Dossier,
  isWhole,
  type Lack,
  lacksOf,
  nominationFields,
  type NominationState,
  nominationStates,
  nominationSteps,
  paperName,
  stepsOffered,
} from "../../../../app/features/awards/nominations/rules";
import type { FileKind } from "../../../../app/features/awards/terms.rules";
import { honours, nominations, nominationTexts } from "../../../../db/schema.server";

const required: FileKind[] = ["proposal", "report", "minutes"];
const dossier = (given: Partial<Dossier> = {}): Dossier => ({
  ...{ state: "draft", texts: new Map(), files: [], ...given },
});

describe("a step", () => {
  test("is open from these states and no other", () => {
    const open = nominationSteps.map((step) => [step, nominationStates.filter((state) => canStep(state, step))]);
    expect(Object.fromEntries(open)).toEqual({
      sign: ["draft", "returned"],
      unsign: ["signed"],
      submit: ["signed"],
      receive: ["submitted"],
      return: ["submitted", "received"],
      withdraw: ["draft", "signed", "submitted", "received", "returned", "qualified"],
      qualify: ["received"],
      refuse: ["submitted", "received", "qualified", "proposed"],
    });
  });

  test("leads nowhere from what is decided", () => {
    const ended: NominationState[] = ["withdrawn", "refused", "awarded", "revoked"];
    expect(ended.flatMap((state) => nominationSteps.filter((step) => canStep(state, step)))).toEqual([]);
  });
});

describe("the steps offered", () => {
  const none = { write: false, sign: false, manage: false };
  const text = { what: "text", field: "report" } as const;
  const signature = { what: "signature" } as const;
  const offered = (state: NominationState, lacks: Lack[], sides: Partial<typeof none>, inTime = true) =>
    stepsOffered({ state, lacks, inTime }, { ...none, ...sides });

  test("are each side's own, and nobody's who has none", () => {
    expect(offered("received", [], { manage: true })).toEqual(["return", "qualify", "refuse"]);
    expect(offered("received", [], { write: true, sign: true })).toEqual(["withdraw"]);
    expect(offered("signed", [], { write: true })).toEqual(["submit", "withdraw"]);
    expect(offered("signed", [], { sign: true })).toEqual(["unsign"]);
    expect(offered("received", [], {})).toEqual([]);
  });
  test("are signing only when nothing but the signature is missing", () => {
    expect(offered("draft", [signature], { sign: true })).toEqual(["sign"]);
    expect(offered("draft", [text, signature], { sign: true })).toEqual([]);
  });
  test("are handing in only of what is whole and in time", () => {
    expect(offered("signed", [text], { write: true })).toEqual(["withdraw"]);
    expect(offered("signed", [], { write: true }, false)).toEqual(["withdraw"]);
  });
});

test("a paper bears its own name, and in a blind category its kind alone with the ending", () => {
  const paper = { kind: "report", name: "Bao cao So KHCN.DOCX" } as const;
  expect([paperName(paper, false), paperName(paper, true), paperName({ ...paper, name: "So KHCN" }, true)]).toEqual([
    ...["Bao cao So KHCN.DOCX", "report.DOCX", "report"],
  ]);
});

describe("a dossier can be handed in", () => {
  const at = (clock: string) => new Date(`2025-09-${clock}:00Z`);
  const phases = [
    { kind: "nomination", startsAt: at("01T00:00"), endsAt: at("10T10:00") },
    { kind: "appraisal", startsAt: at("10T10:00"), endsAt: at("15T10:00") },
    { kind: "scoring", startsAt: at("15T10:00"), endsAt: null },
  ] as const;
  const until = (now: string, again = false, ...exceptions: string[]) =>
    handInUntil(phases, exceptions.map(at), { again, now: at(now) })
      ?.toISOString()
      .slice(8, 13);

  test("to the end of the window, and what was in before to the end of the appraisal", () => {
    expect([until("01T00:00"), until("10T09:59", true), until("10T10:00"), until("10T10:00", true)]).toEqual([
      ...["10T10", "10T10", undefined, "15T10"],
    ]);
    expect([until("15T10:00", true), handInUntil([], [], { again: true, now: at("01T00:00") })]).toEqual([
      ...[undefined, undefined],
    ]);
    const endless = [{ ...phases[0], endsAt: null }];
    expect(handInUntil(endless, [], { again: false, now: at("20T00:00") })).toBeNull();
  });

  test("after the window by the longest exception that is not over", () => {
    expect([
      until("11T00:00", false, "12T00:00", "13T00:00", "10T12:00"),
      until("13T00:00", false, "13T00:00"),
    ]).toEqual([...["13T00", undefined]]);
  });
});

describe("what a dossier lacks", () => {
  test("is told text by text and paper by paper, the signature last", () => {
    const texts = new Map([["report", "  \n"] as const, ["spread", "Rộng"] as const]);
    expect(lacksOf(dossier({ texts, files: ["minutes", "other"] }), required)).toEqual([
      { what: "text", field: "achievement" },
      { what: "text", field: "report" },
      { what: "file", kind: "proposal" },
      { what: "file", kind: "report" },
      { what: "signature" },
    ]);
  });

  test("is nothing but the signature when all is there, and asks only the papers of its category", () => {
    const texts = new Map([["achievement", "Một"] as const, ["report", "Hai"] as const]);
    const lacks = lacksOf(dossier({ texts, files: ["report"] }), ["report"]);
    expect([lacks, isWhole(lacks)]).toEqual([[{ what: "signature" }], true]);
    expect(lacksOf(dossier({ texts, files: ["report"], state: "signed" }), ["report"])).toEqual([]);
    expect(isWhole(lacksOf(dossier({ texts, files: [] }), ["report"]))).toBe(false);
  });
});

describe("a condition", () => {
  const rules: EligibilityRule[] = [
    { fact: "overdue-tasks", limit: 2, effect: "block" },
    { fact: "done-share", limit: 80, effect: "warn" },
    { fact: "silent-tasks", limit: 0, effect: "warn" },
  ];
  test("is met at its limit and not met beyond it, with what was found", () => {
    expect(findingsOf(rules, { done: 4, total: 5, overdue: 2, silent: 0 })).toEqual([]);
    const found = findingsOf(rules, { done: 3, total: 4, overdue: 3, silent: 1 });
    expect(found.map(({ fact, found: value }) => [fact, value])).toEqual([
      ["overdue-tasks", 3],
      ["done-share", 75],
      ["silent-tasks", 1],
    ]);
    expect([blocks(found), blocks(found.slice(1))]).toEqual([true, false]);
  });

  test("on the share of tasks says nothing of a unit that has none", () => {
    expect(findingsOf(rules, { done: 0, total: 0, overdue: 0, silent: 0 })).toEqual([]);
  });
});

describe("a form", () => {
  const asked = {
    ...{ categoryId: "c", unitId: "u", kind: "individual", form: "merit", nomineeName: "Đỗ Thị Ước" },
    ...{ nomineePosition: "Công chức", nomineeUnitId: "", contactName: "Mai" },
    ...{ contactPhone: "0912345678", contactEmail: "Mai@lamgiang.example" },
  };
  const parse = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return parseNewNomination(form);
  };

  test("takes nothing of a person that an award may not ask: ethnicity, religion, Party, identity number, birthday", () => {
    const unasked = {
      ...{ ethnicity: "Kinh", danToc: "Kinh", religion: "Không", partyMember: "on", ngayVaoDang: "03/02/2010" },
      ...{ identityNumber: "001085012345", cccd: "001085012345", birthday: "01/01/1985", state: "awarded" },
    };
    const plain = parse(asked);
    expect(parse({ ...asked, ...unasked })).toEqual(plain);
    expect(plain.ok && Object.keys(plain.value).sort()).toEqual(Object.keys(asked).sort());
    const kept = [nominations, nominationTexts, honours].flatMap((table) => Object.keys(table));
    expect(kept.filter((name) => /ethni|relig|party|identi|cccd|birth|gender/i.test(name))).toEqual([]);
    expect(nominationFields).toEqual(["achievement", "report", "measure", "spread", "innovation"]);
  });

  test("without a name, and with addresses that are none, says so field by field", () => {
    const wrong = parse({ ...asked, nomineeName: " ", contactEmail: "mai@", contactPhone: "không có" });
    expect(wrong.ok ? {} : wrong.errors).toEqual({
      ...{ nomineeName: "required", contactEmail: "bad-email", contactPhone: "bad-phone" },
    });
  });
});

describe("twins are looked for", () => {
  test("without diacritics, courtesies, signs and spaces of a name", () => {
    const written = ["Ông Nguyễn Văn Đức", "ĐC. NGUYỄN VĂN  ĐỨC", "đồng chí Nguyễn Văn Đức"];
    expect(written.map(nomineeKey)).toEqual(Array(3).fill("nguyen van duc"));
    expect(nomineeKey("Cô")).toBe("co");
  });

  test("by the words of an achievement, unless it is too short to tell anything", () => {
    expect([achievementKey("Thành tích xuất sắc"), achievementKey("Số hóa!")]).toEqual(["thanh tich xuat sac", ""]);
    const key = achievementKey("Đưa 98% hồ sơ một cửa của phường lên mạng");
    const near = achievementKey("Đưa 98% hồ sơ một cửa phường lên mạng.");
    expect(likeness(key, near)).toBeGreaterThanOrEqual(likeEnough);
    expect(likeness(key, achievementKey("Dạy chữ ký số cho 300 người cao tuổi"))).toBeLessThan(likeEnough);
    expect(likeness("", "")).toBe(0);
  });
});
