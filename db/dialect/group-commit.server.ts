import { AsyncResource } from "node:async_hooks";
import type Database from "better-sqlite3";
import { errorCode, runWork, sleep, type Tx } from "./store";

interface Waiting {
  run: (tx: Tx, mark: { open: boolean }) => Promise<unknown>;
  since: number;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}
interface Done {
  work: Waiting;
  answer: unknown;
}
interface Options {
  writer: Database.Database;
  makeTx: (mark: { open: boolean }) => Tx;
  /** How long a work waits while another process holds the file, in ms. */
  patience: number;
  /** A work that takes longer is given up, in ms; or one forgotten promise would stop every writer. */
  limit: number;
}

const GROUP_MAX = 500;
const GROUP_MS = 25;
/** How long works that are about to come are waited for at most, in ms. */
const GATHER_MS = 1;

const turn = () => new Promise<void>((next) => setImmediate(next));

/**
 * One writer, many works: all that wait at one moment share one BEGIN IMMEDIATE ... COMMIT, each in a savepoint of its
 * own, and all are answered after the COMMIT (one fsync) returned. A work that fails takes back only its savepoint.
 */
export function groupCommit({ writer, makeTx, patience, limit }: Options) {
  const begin = writer.prepare("BEGIN IMMEDIATE");
  const commit = writer.prepare("COMMIT");
  const rollback = writer.prepare("ROLLBACK");
  const savepoint = writer.prepare("SAVEPOINT work");
  const release = writer.prepare("RELEASE work");
  const takeBack = writer.prepare("ROLLBACK TO work");
  let queue: Waiting[] = [];
  let pumping = false;
  let works = 0;
  let commits = 0;
  /** How long the last commit took, in ms, and how many works it kept or found waiting after it. */
  const last = { ms: 0, works: 0 };
  let idle: (() => void)[] = [];

  /** Waits with timers while another process writes: SQLite's own busy_timeout would stop the event loop. */
  async function beginWhenFree(): Promise<boolean> {
    for (;;) {
      try {
        begin.run();
        return true;
      } catch (error) {
        const busy = errorCode(error, /^SQLITE_BUSY/) !== undefined;
        const giveUp = busy ? performance.now() - patience : Number.POSITIVE_INFINITY;
        for (const work of queue.filter((w) => w.since <= giveUp)) work.reject(error);
        queue = queue.filter((w) => w.since > giveUp);
        if (queue.length === 0) return false;
        await sleep(1 + Math.random() * 9);
      }
    }
  }

  async function runOne(work: Waiting, done: Done[]): Promise<void> {
    const mark = { open: true };
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        mark.open = false;
        reject(new Error(`A transaction took longer than ${limit} ms and was taken back.`));
      }, limit);
    });
    let saved = false;
    try {
      savepoint.run();
      saved = true;
      const answer = await Promise.race([work.run(makeTx(mark), mark), late]);
      release.run();
      done.push({ work, answer });
    } catch (error) {
      // A full disk may roll back the whole transaction by itself; then the savepoint is gone too.
      if (saved && writer.inTransaction) {
        takeBack.run();
        release.run();
      }
      work.reject(error);
    } finally {
      clearTimeout(timer);
      mark.open = false;
    }
  }

  /**
   * Whoever has just been answered often asks again at once. As many as last time are waited for, as long as that costs
   * a part of the commit that it saves.
   */
  async function gather(): Promise<void> {
    const until = performance.now() + Math.min(last.ms / 4, GATHER_MS);
    while (queue.length < last.works && performance.now() < until) await turn();
  }

  /** Returns how many works it ran. */
  async function runGroup(): Promise<number> {
    const group: Waiting[] = [];
    const done: Done[] = [];
    const since = performance.now();
    try {
      // Works that arrive while the group runs join it; the limits keep the first one's answer near.
      for (let next = queue.shift(); next; next = queue.shift()) {
        group.push(next);
        await runOne(next, done);
        if (!writer.inTransaction) {
          // A full disk took back the whole group: the one that met it has its error, the others run again.
          queue.unshift(...done.map(({ work }) => work));
          return group.length;
        }
        if (group.length >= GROUP_MAX || performance.now() - since > GROUP_MS) break;
      }
      if (done.length > 0) {
        const began = performance.now();
        commit.run();
        last.ms = performance.now() - began;
        commits += 1;
        works += done.length;
      } else rollback.run();
      for (const { work, answer } of done) work.resolve(answer);
    } catch (error) {
      // Whoever has already been refused keeps that answer: a promise settles once.
      for (const work of group) work.reject(error);
      if (writer.inTransaction) rollback.run();
    }
    return group.length;
  }

  async function pump(): Promise<void> {
    while (queue.length > 0) {
      await gather();
      // A group that failed has told its works; whatever is wrong with the disk, the next one tries again.
      const size = (await beginWhenFree()) ? await runGroup().catch(() => 0) : 0;
      // Let sockets be read between groups: what they bring makes the next group.
      await turn();
      last.works = size + queue.length;
    }
    pumping = false;
    for (const tell of idle) tell();
    idle = [];
  }

  return {
    load: () => ({ waiting: queue.length, works, commits }),
    transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        // The work runs in the asynchronous context of its caller, not of the group. (`bind` would take longer than the work.)
        const scope = new AsyncResource("tenten.transact");
        const run: Waiting["run"] = (tx, mark) => scope.runInAsyncScope(runWork, undefined, mark, work, tx);
        const since = performance.now();
        queue.push({ run, since, resolve: resolve as (value: unknown) => void, reject });
        if (pumping) return;
        pumping = true;
        // Not at once: after this turn of the event loop, everybody who came in it shares the commit.
        setImmediate(pump);
      });
    },
    /** Resolves when no work waits or runs. */
    settled: () => (pumping ? new Promise<void>((tell) => idle.push(tell)) : Promise.resolve()),
  };
}
