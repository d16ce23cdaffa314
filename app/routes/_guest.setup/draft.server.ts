import type { Draft } from "~/features/accounts/set-up/rules";
import { hostCookie, readCookie, setCookie } from "~/web/cookies.server";
import { seal, unseal } from "~/web/secrets.server";

const name = () => hostCookie("tenten_setup");

/** What this browser has told on the earlier pages; sealed, since it holds the proof of the set-up code. */
export function draftOf(request: Request): Draft {
  const opened = unseal(readCookie(request, name()) ?? "");
  return opened ? (JSON.parse(opened) as Draft) : {};
}

export const keepDraft = (draft: Draft): string => setCookie(name(), seal(JSON.stringify(draft)), { maxAge: 3600 });
export const forgetDraft = (): string => setCookie(name(), "", { maxAge: 0 });
