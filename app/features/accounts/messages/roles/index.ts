import type { Locale } from "~/web/i18n";
import { ar } from "./ar";
import { en } from "./en";
import { hi } from "./hi";
import { vi } from "./vi";

export type RoleWords = typeof vi;
export const roleWords = { vi, en, ar, hi } satisfies Record<Locale, RoleWords>;
