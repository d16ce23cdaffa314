import { ar } from "./ar";
import { en } from "./en";
import { hi } from "./hi";
import { vi } from "./vi";

export type UiWords = typeof vi;
export const uiWords = { vi, en, ar, hi } satisfies Record<string, UiWords>;
