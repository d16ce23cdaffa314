import { holdWorkerLock } from "../../../db/worker-lock.server";

// Holds the lock of the worker named by the first argument until it is killed.
await holdWorkerLock(process.argv[2] ?? "");
console.log("held");
setInterval(() => undefined, 1000);
