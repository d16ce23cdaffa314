import type { Words } from "./index";

export const en: Words = {
  title: "Assignment",
  lead: "Gives dossiers evenly to members without a conflict; ballots must hang together to be compared.",
  share: "Assign the dossiers",
  everyone: "The whole council scores every dossier",
  load: "Dossiers",
  recused: "Recused",
  said: { assigned: (n) => `Dossiers assigned: ${n}.` },
  disconnected: "Ballots fall into groups that nothing compares: scores are not adjusted.",
  errors: {
    ended: "The round has ended or was called off.",
    "no-dossiers": "No dossier is before the council yet.",
    "none-seen": "Nothing to assign: no dossier is before the council yet, or a conflict closes them to you.",
    "no-council": "The council has no members yet.",
    scored: "Scores are in; the assignment stays.",
    whole: "The whole council scores every dossier; there is nothing to assign.",
    "not-allowed": "You are not allowed to do this.",
    "no-category": "There is no such category.",
  },
};
