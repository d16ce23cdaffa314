import type { FrameWords } from ".";

export const en: FrameWords = {
  product: "TenTen",
  home: "Go to the first page",
  badRequest: [
    "The request could not be read",
    "The address or what was sent cannot be understood. Go back to the page before and try again.",
  ],
  signInFirst: ["Please sign in", "This page is for people who have signed in. Sign in and open it again."],
  forbidden: [
    "You may not see this page",
    "Your account does not open this page. If you need it, ask an administrator for the right.",
  ],
  foreign: [
    "The request was refused",
    "The form was sent from another site, or the browser hid where it came from. Open this page again and send it once more.",
  ],
  notFound: ["Page not found", "The address may be mistyped, or the page is no longer here. Check the link."],
  wrongMethod: [
    "This cannot be done here",
    "The page does not take what was sent. Go back to the page before and try again.",
  ],
  conflict: ["Something else changed meanwhile", "Someone else has just changed this. Load the page again and retry."],
  gone: [
    "This link no longer works",
    "The link has expired or was replaced by a newer one. Look for the latest letter, or contact the organizer.",
  ],
  tooLarge: ["What was sent is too large", "Choose a smaller file, or send it in several parts."],
  tooLong: ["The address is too long", "Open the page again from the original link."],
  tooMany: ["Too many requests", "Wait a minute and try again. Nothing is lost."],
  broken: [
    "Something went wrong on our side",
    "The error has been noted. Try again in a few minutes; what was saved before is still there.",
  ],
  stopping: ["The system is restarting", "Try again in a few seconds. Nothing is lost."],
};
