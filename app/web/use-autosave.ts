import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { type SaveQueue, saveQueue } from "./save-queue";

interface Answer {
  /** The version that stands now, where the answer names it. */
  version: number | null;
}

interface Kept<A> {
  /** What the page itself was answered, to a press without a script or past the fetcher. */
  answered: A | null;
  /** The version that the page was loaded with. */
  version: number;
  restMs: number;
  /** True where somebody else has saved meanwhile. */
  clashes: (said: A) => boolean;
  /** True where the save met no line. */
  isCut?: (said: A) => boolean;
  /** What is sent, upon `version`. */
  body: (version: number) => Record<string, string> | HTMLFormElement | null;
}

/**
 * A form that keeps itself: see `saveQueue` for the order of its saves. `said` is what was answered last, to a press or
 * to a save by itself, and `version` what the next save is put upon.
 */
export function useAutosave<A extends Answer>({ answered, version, restMs, clashes, isCut, body }: Kept<A>) {
  const fetcher = useFetcher();
  const data = fetcher.data as A | undefined;
  const [last, setLast] = useState({ answered, data, said: answered });
  let { said } = last;
  if (last.answered !== answered || last.data !== data) {
    said = last.data === data ? answered : (data ?? said);
    setLast({ answered, data, said });
  }
  // Only answers raise it. What a colleague saved may be loaded anew; the text typed here was not written upon it.
  const base = useRef(answered?.version || version);
  base.current = Math.max(base.current, said?.version ?? 0);
  const saving = fetcher.state !== "idle";
  const clash = said !== null && clashes(said);
  const cut = said !== null && (isCut?.(said) ?? false);

  const save = useRef(() => {});
  save.current = () => {
    const sent = body(base.current);
    if (sent) fetcher.submit(sent, { method: "post" });
  };
  const [queue] = useState<SaveQueue>(() => saveQueue({ save: () => save.current(), restMs }));
  // `said` too: the second of two equal answers in a row tells as much as the first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => queue.settle({ busy: saving, clash, cut }), [queue, saving, clash, cut, said]);
  useEffect(() => queue.stop, [queue]);
  return { queue, said, saving, clash, cut, version: base.current, save: () => save.current() };
}
