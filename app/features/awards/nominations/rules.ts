import type { FileKind, RoundState } from "../terms.rules";

export const nominationStates = [
  "draft",
  "signed",
  "submitted",
  "received",
  "returned",
  "withdrawn",
  "qualified",
  "refused",
  "proposed",
  "awarded",
  "revoked",
] as const;
export type NominationState = (typeof nominationStates)[number];

/** "achievement" is the one line that goes on the certificate and the honour roll. */
export const nominationFields = ["achievement", "report", "measure", "spread", "innovation"] as const;
export type NominationField = (typeof nominationFields)[number];
/** The most signs of each text. */
export const fieldLimits: Record<NominationField, number> = {
  ...{ achievement: 300, report: 20_000, measure: 5000, spread: 5000, innovation: 5000 },
};
export const requiredTexts: readonly NominationField[] = ["achievement", "report"];

export const nominationSteps = [
  "sign",
  "unsign",
  "submit",
  "receive",
  "return",
  "withdraw",
  "qualify",
  "refuse",
] as const;
export type NominationStep = (typeof nominationSteps)[number];

const from: Record<NominationStep, readonly NominationState[]> = {
  sign: ["draft", "returned"],
  unsign: ["signed"],
  submit: ["signed"],
  receive: ["submitted"],
  return: ["submitted", "received"],
  withdraw: ["draft", "signed", "submitted", "received", "returned", "qualified"],
  qualify: ["received"],
  // Also one that passed and found no place among the awards.
  refuse: ["submitted", "received", "qualified", "proposed"],
};

/** Whose step it is: of the unit that writes, of its head, or of who runs the round. */
export const sideOf: Record<NominationStep, "write" | "sign" | "manage"> = {
  ...{ sign: "sign", unsign: "sign", submit: "write", withdraw: "write" },
  ...{ receive: "manage", return: "manage", qualify: "manage", refuse: "manage" },
};

/** May this step be taken from this state, by whomever? */
export const canStep = (state: NominationState, step: NominationStep): boolean => from[step].includes(state);

/** The unit still writes: texts, files and the nominee can change. */
export const withUnit: readonly NominationState[] = ["draft", "signed", "returned"];
export const isWithUnit = (state: NominationState): boolean => withUnit.includes(state);

/** Why the unit writes in it no more, though it sees the dossier; null: it does. */
export const closedBy = (state: NominationState, round: RoundState): "handed-in" | "ended" | null => {
  if (!isWithUnit(state)) return "handed-in";
  return round === "published" ? null : "ended";
};

/** Handed in and not taken back: it has its place in the round. */
export const isIn = (state: NominationState): boolean => !isWithUnit(state) && state !== "withdrawn";

/** What the council judges, or has judged. */
export const isBeforeCouncil = (state: NominationState): boolean =>
  ["qualified", "proposed", "awarded", "revoked"].includes(state);

/** What the council reads as a paper's name: in a blind category its own might tell whose it is. */
export const paperName = ({ kind, name }: { kind: FileKind; name: string }, blind: boolean): string =>
  blind ? `${kind}${/\.[a-z0-9]+$/i.exec(name)?.[0] ?? ""}` : name;

export interface Dossier {
  state: NominationState;
  texts: ReadonlyMap<NominationField, string>;
  files: readonly FileKind[];
}

export type Lack = { what: "text"; field: NominationField } | { what: "file"; kind: FileKind } | { what: "signature" };

/** What a dossier lacks before it can be handed in, in the order of its page. */
export function lacksOf(dossier: Dossier, requiredFiles: readonly FileKind[]): Lack[] {
  return [
    ...requiredTexts.flatMap((field): Lack[] => (dossier.texts.get(field)?.trim() ? [] : [{ what: "text", field }])),
    ...requiredFiles.flatMap((kind): Lack[] => (dossier.files.includes(kind) ? [] : [{ what: "file", kind }])),
    ...(dossier.state === "draft" || dossier.state === "returned" ? [{ what: "signature" } as const] : []),
  ];
}

/** May be signed: nothing is missing but the signature itself. */
export const isWhole = (lacks: readonly Lack[]): boolean => lacks.every(({ what }) => what === "signature");

/** The steps that are offered to somebody with a dossier of a running round: those of their sides, as soon as nothing is missing. */
export const stepsOffered = (
  { state, lacks, inTime }: { state: NominationState; lacks: readonly Lack[]; inTime: boolean },
  sides: Record<(typeof sideOf)[NominationStep], boolean>,
): NominationStep[] =>
  nominationSteps.filter((step) => {
    if (!canStep(state, step) || !sides[sideOf[step]]) return false;
    if (step === "sign") return isWhole(lacks);
    return step !== "submit" || (lacks.length === 0 && inTime);
  });
