/** What came of one attempt to hand a letter to the mail server. */
export type Delivery =
  | { ok: true; response: string }
  | { ok: false; kind: DeliveryFailure; code: number | null; response: string };

/**
 * permanent: this letter will never be taken; temporary: this letter, later; throttled: later and slower;
 * auth: the server refuses this office (all letters wait); connection: the server was not reached or went away.
 */
export type DeliveryFailure = "permanent" | "temporary" | "throttled" | "auth" | "connection";

/** The parts of a sending error that say whose trouble it is. */
export interface SendingError {
  code?: string | undefined;
  responseCode?: number | undefined;
  command?: string | undefined;
  response?: string | undefined;
  message: string;
}

const refusesOffice = new Set([530, 534, 535, 538]);
const tooFast = /too (many|fast)|rate.?limit|thrott|slow down|concurrent|4\.7\.28/i;
const ourOwn = new Set(["EENVELOPE", "EMESSAGE", "ESTREAM", "EFILEACCESS", "EURLACCESS"]);
const opening = /^(CONN|EHLO|HELO|STARTTLS|API)\b/i;

/** Sorts an error by who has to act: the recipient's entry, time, the pace, the settings, or the line. */
export function classify(error: SendingError): DeliveryFailure {
  const { responseCode: code, command = "" } = error;
  if (!code) {
    if (/AUTH/.test(error.code ?? "")) return "auth";
    return ourOwn.has(error.code ?? "") ? "permanent" : "connection";
  }
  if (refusesOffice.has(code)) return "auth";
  if (code === 421 || code === 432 || (code < 500 && tooFast.test(error.response ?? ""))) return "throttled";
  if (code < 500) return "temporary";
  // 503 says that the conversation went wrong, not that the letter is refused.
  if (code === 503 || opening.test(command)) return "connection";
  if (/^AUTH/.test(command) || error.code === "EAUTH") return "auth";
  // A sender that is refused is the office's trouble and would fail every letter; only size is the letter's own.
  if (/^MAIL/i.test(command) && code !== 552) return "auth";
  return "permanent";
}

/** The refusal as the outbox keeps it, with the server's own words. */
export const failed = (error: SendingError): Delivery => ({
  ok: false,
  kind: classify(error),
  code: error.responseCode ?? null,
  response: error.response || error.message,
});
