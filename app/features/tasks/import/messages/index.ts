import type { Locale } from "~/web/i18n";
import { ar } from "./ar";
import { en } from "./en";
import { hi } from "./hi";
import { vi } from "./vi";

export type Words = typeof vi;

/** The words of a plan on its way in. What any handed-in sheet needs is said in the words of `participants/list`. */
export const taskImportWords = { vi, en, ar, hi } satisfies Record<Locale, Words>;
