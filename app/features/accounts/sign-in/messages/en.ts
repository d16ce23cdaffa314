import type { Words } from "./index";

export const en: Words = {
  title: "Sign in",
  lead: "Enter the e-mail address of your account. A letter with a link and a six-digit code will be sent there.",
  email: "E-mail address",
  send: "Send the sign-in letter",
  signedOut: "You have signed out.",
  tooMany: "Too many letters were asked for this address. Use the latest one, or wait an hour and ask again.",
  demoTitle: "Look around as",
  demoText: "This is the demo, with invented data. Choose a person to enter at once, without a letter.",
  enterAs: (role, name) => `Enter as ${role}: ${name}`,
  codeTitle: "Look into your mailbox",
  codeLead: (email) =>
    `If ${email} has an account here, a letter has just been sent to it. Open its link in this browser, or type the six-digit code.`,
  code: "Six-digit code",
  codeHint: "The letter is good for 15 minutes and works once.",
  signIn: "Sign in",
  noLetter: "No letter? Look into the spam folder as well, and check the address.",
  askAgain: "Ask for another letter",
  openMailbox: "Open the demo's mailbox",
  noMail:
    "This server is not connected to a mail system. Whoever keeps the server finds the link in the file sign-in-link of the data folder.",
  linkTitle: "Sign in to TenTen",
  linkLead: "Press the button to enter. This link works once.",
  otherTitle: "Type the code of the letter",
  otherLead:
    "This letter was asked for in another browser. To be sure it is you, type the six-digit code written in the letter.",
  goneTitle: "This link no longer works",
  goneLead: "The link has expired, was used or was replaced. Ask for a new letter; it arrives within minutes.",
  askNew: "Ask for a new letter",
  mend: "Please check",
  languages: "Language",
  errors: {
    required: "This needs to be filled in.",
    "too-long": "This is too long.",
    "bad-email": "The address is not right. Example: name@office.gov.vn",
    "bad-code": "The code has exactly six digits, as in the letter.",
    "wrong-code": "The code is not right. Compare it with the latest letter.",
    gone: "The code has expired or was mistyped five times. Ask for a new letter.",
  },
};
