import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export interface Child {
  process: ChildProcess;
  pid: number;
  /** Resolves with the first line that starts so; rejects when the child ends before, with what it complained. */
  says(start: string): Promise<string>;
  /** Every line so far. */
  lines: string[];
  /** Resolves when the process has ended and all it said has been read. */
  gone: Promise<void>;
  kill(): Promise<void>;
}

/** Starts a TypeScript file of the tests as a process of its own, to be killed without mercy. */
export function startChild(file: string, args: string[], env: Record<string, string | undefined>): Child {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-4000);
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    for (const tell of listeners) tell(line);
  });
  const gone = new Promise<void>((done) => child.once("close", () => done()));
  return {
    process: child,
    pid: child.pid ?? 0,
    lines,
    gone,
    says(start) {
      const already = lines.find((line) => line.startsWith(start));
      if (already !== undefined) return Promise.resolve(already);
      return new Promise((resolve, reject) => {
        listeners.add((line) => line.startsWith(start) && resolve(line));
        gone.then(() => reject(new Error(`The child ended before it said "${start}": ${complaint}`)));
      });
    },
    async kill() {
      child.kill("SIGKILL");
      await gone;
    },
  };
}
