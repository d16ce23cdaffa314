import type { Locale } from "~/web/i18n";
import { ar } from "./ar";
import { en } from "./en";
import { hi } from "./hi";
import { vi } from "./vi";

export type Words = typeof vi;
export const assignmentWords = { vi, en, ar, hi } satisfies Record<Locale, Words>;
