interface Settled {
  /** A save is under way. */
  busy: boolean;
  /** Somebody else has saved meanwhile: from now on only a press decides which of the two stays. */
  clash: boolean;
  /** The last save met no line, and is tried again. */
  cut?: boolean;
}

interface Ways {
  /** Sends what is typed at that moment, upon the version known at that moment. */
  save: () => void;
  /** How long the keys rest before a save by itself, in milliseconds. */
  restMs: number;
  /** How long after a cut line it is tried again, in milliseconds. */
  retryMs?: number;
}

/**
 * Saves one after the other: a second one under way would carry the version that the first is about to raise, and
 * clash with oneself. What is asked for meanwhile waits, and goes out once the answer is there.
 */
export function saveQueue({ save, restMs, retryMs = 5000 }: Ways) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next: (() => void) | null = null;
  let now: Settled = { busy: false, clash: false };
  const stop = () => clearTimeout(timer);
  const press = (act: () => void) => {
    stop();
    if (now.busy) next = act;
    else act();
  };
  const bySelf = () => {
    if (now.clash) return;
    if (now.busy) next ??= save;
    else save();
  };
  const after = (ms: number) => {
    stop();
    timer = setTimeout(bySelf, ms);
  };
  return {
    /** A key was typed: it is saved when the keys rest. */
    later: () => after(restMs),
    /** The field is left: it is saved at once, or right after the save under way. */
    soon: () => {
      stop();
      bySelf();
    },
    /** Somebody pressed: `act` goes out at once, or right after the save under way, in place of what waited. */
    press,
    /** Tells where saving stands. With an answer, what waited goes out; after a clash it is let go. */
    settle: (standing: Settled) => {
      now = standing;
      if (now.busy) return;
      const waited = next;
      next = null;
      if (now.clash) stop();
      else if (now.cut) after(retryMs);
      else waited?.();
    },
    /** The page goes away. */
    stop,
  };
}

export type SaveQueue = ReturnType<typeof saveQueue>;
