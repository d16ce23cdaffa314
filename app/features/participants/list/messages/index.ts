import type { Locale } from "~/web/i18n";
import { ar } from "./ar";
import { en } from "./en";
import { hi } from "./hi";
import { vi } from "./vi";

export type Words = typeof vi;

/** The words of a list on its way in. */
export const listWords = { vi, en, ar, hi } satisfies Record<Locale, Words>;
