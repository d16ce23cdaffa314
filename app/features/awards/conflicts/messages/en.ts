import type { Words } from "./index";

export const en: Words = {
  title: "Conflicts of interest",
  declareTitle: "Declare conflicts of interest",
  declareLead:
    "Tick the people and units with which you have a conflict that the system cannot know: family, contracts, work done together. Those of your own unit are left out already.",
  reasonOf: "Reason of the conflict",
  declare: "Confirm the declaration",
  none: "There is no dossier yet.",
  kept: "Judged without names: once declared, only the organizers can lift it.",
  councilTitle: "The council's conflicts of interest",
  councilLead:
    "A member neither sees, scores nor votes on a dossier in conflict. Conflicts by unit, office and signature follow from the organization; to change them, mend the member's unit.",
  councilNone: "There is no conflict.",
  member: "Member",
  dossier: "Dossier",
  why: "Why",
  rivals: (category) => `The whole category ${category}`,
  reasons: {
    nominee: "is the nominee",
    "own-unit": "own unit",
    "unit-above": "unit above the own",
    "unit-below": "unit below the own",
    "headed-unit": "headed the unit",
    signatory: "signed the dossier",
    declared: "declared by the member",
    rival: "own unit competes in the category",
  },
  pinned: "set by the organizers",
  pin: "Set a conflict",
  pinLead:
    "The dossier closes to this member, who cannot take it back. A ballot that was sent is kept and not counted.",
  lift: "Lift a conflict",
  liftLead:
    "The member sees, scores and votes on the dossier again, and a ballot that was sent counts again. The member can still declare it anew.",
  liftPair: "Conflict that was declared or set",
  liftNone: "No conflict was declared or set.",
  choose: "Choose",
  reason: "Reason",
  journal: "Journal of conflicts",
  acts: { declared: "declared", pinned: "set a conflict", lifted: "lifted a conflict" },
  said: { declared: "The declaration is noted.", pinned: "The conflict is set.", lifted: "The conflict is lifted." },
  mend: "Not saved yet; look at the fields below.",
  errors: {
    required: "This cannot be empty.",
    "too-long": "This is too long; please shorten it.",
    "no-reason": "Please give a reason.",
    "not-allowed": "You are not allowed to do this.",
    "no-member": "This person sits in the council no more.",
    "no-nomination": "There is no such dossier.",
    "no-conflict": "This conflict was lifted just now; look at the list again.",
  },
};
