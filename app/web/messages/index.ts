import type { Locale } from "../i18n";
import { ar } from "./ar";
import { en } from "./en";
import { hi } from "./hi";
import { vi } from "./vi";

export type FrameWords = typeof vi;
export const frameWords = { vi, en, ar, hi } satisfies Record<Locale, FrameWords>;
