import { describeError, log } from "./log";

/** Something the process does by itself, again and again. */
export interface Job {
  name: string;
  /** The rest between two runs; a run never overlaps the next one. */
  everyMs: number;
  /** `signal` fires when the process is about to stop: finish what is begun, begin nothing new. */
  run(now: Date, signal: AbortSignal): Promise<unknown>;
}

export interface Clock {
  /** Starts nothing new and waits for what runs, at most `patienceMs`. */
  stop(patienceMs?: number): Promise<void>;
}

/** Runs each job in a loop of its own. A job that fails is logged and tried again at its next turn. */
export function startClock(jobs: readonly Job[], now: () => Date = () => new Date()): Clock {
  const stopping = new AbortController();
  const { signal } = stopping;

  const loop = async (job: Job) => {
    while (!signal.aborted) {
      try {
        await job.run(now(), signal);
      } catch (error) {
        log.error({ job: job.name, error: describeError(error) }, "job failed");
      }
      await rest(job.everyMs, signal);
    }
  };
  const loops = jobs.map(loop);

  return {
    async stop(patienceMs = 25_000) {
      stopping.abort();
      const patience = new AbortController();
      await Promise.race([Promise.all(loops), rest(patienceMs, patience.signal)]);
      patience.abort();
    },
  };
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
