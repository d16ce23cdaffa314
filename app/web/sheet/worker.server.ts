import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Done } from "./inside-book";

interface Limits {
  milliseconds: number;
  heapMegabytes: number;
}

interface Line {
  free: number;
  waiting: (() => void)[];
}

/** Two at a time in the whole process: each may take a quarter of a gigabyte, and the rest can wait in line. */
function sharedLine(): Line {
  const key = Symbol.for("tenten.sheet-line");
  const shared = globalThis as { [key]?: Line };
  shared[key] ??= { free: 2, waiting: [] };
  return shared[key];
}

async function inLine<T>(work: () => Promise<T>): Promise<T> {
  const line = sharedLine();
  if (line.free > 0) line.free -= 1;
  else await new Promise<void>((go) => line.waiting.push(go));
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.free += 1;
  }
}

/**
 * Runs functions in a worker of their own, the first of them on `job`. Only their source text travels.
 * Never throws for what the job's data did: a worker that dies or takes too long answers `too-large`.
 */
export function inWorker(functions: { toString(): string }[], job: object, limits: Limits): Promise<Done> {
  const [entry, ...others] = functions.map(String);
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    ${others.join("\n")}
    const tools = { zlib: require("node:zlib"), hucre: () => import(workerData.hucre) };
    Promise.resolve((${entry})(workerData.job, tools)).then((done) => parentPort.postMessage(done));`;
  return inLine(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(code, {
          eval: true,
          workerData: { job, hucre: hucreUrl() },
          // Nothing of this process is the file's business: no secrets, no loaders.
          env: {},
          execArgv: [],
          resourceLimits: {
            maxOldGenerationSizeMb: limits.heapMegabytes,
            maxYoungGenerationSizeMb: 32,
            stackSizeMb: 4,
          },
        });
        const settle = (done: Done) => {
          clearTimeout(timer);
          resolve(done);
          void worker.terminate();
        };
        const timer = setTimeout(() => settle({ ok: false, reason: "too-large" }), limits.milliseconds);
        worker.once("message", settle);
        worker.once("error", (error: NodeJS.ErrnoException) => {
          if (error.code === "ERR_WORKER_OUT_OF_MEMORY" || error instanceof RangeError)
            return settle({ ok: false, reason: "too-large" });
          clearTimeout(timer);
          reject(error);
        });
      }),
  );
}

// Resolved here: inside the worker a bare name would be looked up from the working directory of the process.
const hucreUrl = () => pathToFileURL(createRequire(import.meta.url).resolve("hucre")).href;
