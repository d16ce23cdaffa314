const minute = 60_000;
const day = 24 * 60 * minute;

export const letterMinutes = 15;
const maxWrongCodes = 5;
export const maxLettersAnHour = 5;

/** A second press of the same button in the same browser is answered like the first for so long. */
export const doublePressMs = minute;
export const sessionLife = { idleMs: 7 * day, absoluteMs: 30 * day, seenEveryMs: 5 * minute };

export interface Session {
  seenAt: Date;
  expiresAt: Date;
}

/** A session ends 30 days after sign-in, or 7 days after the person last did something. */
export const isAlive = (session: Session, now: Date): boolean =>
  now < session.expiresAt && now.getTime() - session.seenAt.getTime() < sessionLife.idleMs;

/** Whether an act should be noted; not each of them, so that a busy hour writes the row a dozen times. */
export const isSeenStale = (session: Session, now: Date): boolean =>
  now.getTime() - session.seenAt.getTime() >= sessionLife.seenEveryMs;

export interface Asked {
  attempts: number;
  expiresAt: Date;
  usedAt: Date | null;
}

/** A letter may still let somebody in: unused, fresh, and not guessed at too often. */
export const isOpenRequest = (asked: Asked, now: Date): boolean =>
  asked.usedAt === null && now < asked.expiresAt && asked.attempts < maxWrongCodes;

/** "Chrome · Windows": the device as its owner would call it, from the User-Agent header. */
export function deviceOf(userAgent: string | null): string {
  const text = userAgent ?? "";
  const browser = browsers.find(([sign]) => sign.test(text))?.[1];
  const system = systems.find(([sign]) => sign.test(text))?.[1];
  return [browser, system].filter(Boolean).join(" · ") || "?";
}

// Order matters: Edge and Cốc Cốc also call themselves Chrome, Chrome calls itself Safari, Android calls itself Linux.
const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/coc_coc/i, "Cốc Cốc"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Zalo/i, "Zalo"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS|Chromium/, "Chrome"],
  [/Safari/, "Safari"],
];
const systems: [RegExp, string][] = [
  [/Windows/, "Windows"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux|X11/, "Linux"],
];
