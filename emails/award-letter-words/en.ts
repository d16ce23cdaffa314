import type { AwardWords } from "../award-letter-words";

export const en = (): AwardWords => ({
  kicker: "Awards",
  because: "You receive this because you take part in awards in this system.",
  labels: {
    round: "Award round",
    category: "Category",
    nominee: "Nominee",
    unit: "Unit",
    receipt: "Receipt number",
    until: "Until",
    form: "Form",
    decision: "Decision",
    when: "When",
    place: "Place",
  },
  reason: "Reason",
  matters: {
    call: {
      subject: (about) => `Call for nominations: ${about}`,
      title: "Call for nominations",
      say: (about) =>
        `The organizers invite your unit to nominate outstanding groups and people in ${about}. A dossier holds the proposal, the achievement report and the minutes of the unit's meeting.`,
      button: "See the categories and nominate",
    },
    silent: {
      subject: (about) => `Reminder to nominate: ${about}`,
      title: "No nomination yet",
      say: (about) =>
        `Your unit has not begun a nomination in ${about}. If it does not wish to nominate, please ignore this letter.`,
      button: "Begin a nomination",
    },
    drafts: {
      subject: (about) => `Nominations not submitted: ${about}`,
      title: "Nominations not submitted",
      say: (about, n) =>
        `Dossiers of your unit in ${about} that are not submitted: ${n}. What is not submitted is not considered.`,
      button: "Finish and submit",
    },
    received: {
      subject: (about) => `Nomination received: ${about}`,
      title: "The nomination is received",
      say: (about) => `The nomination of ${about} has been received.`,
      button: "See the dossier",
    },
    returned: {
      subject: (about) => `Nomination to be completed: ${about}`,
      title: "The nomination is returned",
      say: (about) =>
        `The nomination of ${about} is not complete and is returned; please complete it and submit it again in time.`,
      button: "Complete the dossier",
    },
    refused: {
      subject: (about) => `Result of the nomination: ${about}`,
      title: "Not awarded",
      say: (about) => `The nomination of ${about} was not awarded in this round. Thank you for proposing it.`,
      button: "See the dossier",
    },
    won: {
      subject: (about) => `Awarded: ${about}`,
      title: "Awarded",
      say: (about) => `Congratulations: ${about} has been awarded. Thank you for proposing it.`,
      button: "See the result",
    },
    score: {
      subject: (about) => `Reminder to score: ${about}`,
      title: "Dossiers wait for your scores",
      say: (about, n) => `Dossiers that wait for your scores in ${about}: ${n}.`,
      button: "Score",
    },
    meeting: {
      subject: (about) => `Council meeting: ${about}`,
      title: "Council meeting",
      say: (about) =>
        `You are invited to the meeting of the council: ${about}. If you cannot come, you may vote in writing.`,
      button: "See the meeting",
    },
    written: {
      subject: (about) => `Vote in writing: ${about}`,
      title: "You are asked to vote in writing",
      say: (about) =>
        `The council is voting: ${about}. As you are not at the meeting, please vote on this ballot paper. It is taken until the vote is closed and cannot be changed once sent.`,
      button: "Open the ballot paper",
    },
    thanks: {
      subject: (about) => `Thank you for your work in the council: ${about}`,
      title: "Thank you for your work in the council",
      say: (about) => `The organizers thank you for your work in the council of ${about}.`,
      button: "See the result",
    },
  },
});
