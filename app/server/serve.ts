import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import { closeDatabase, migrate, openDatabase, pingDatabase, read } from "#db/client.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { announceSetUp } from "~/features/accounts/set-up/jobs.server";
import { stopDelivery } from "~/features/outbox/jobs.server";
import { queueFacts } from "~/features/outbox/reads.server";
import { env } from "~/web/env.server";
import { createApp } from "./app";
import { loadBuilds, watchSources } from "./builds";
import { startClock } from "./clock";
import { watchHealth } from "./health";
import { jobs } from "./jobs";
import { requestsPerMinute } from "./limits";
import { log, takeOverConsole } from "./log";
import { pages } from "./pages";
import { stopGracefully } from "./stop";

export interface Serving {
  /** Where it answers, as written in letters. */
  origin: string;
  server: Server;
}

/** Opens the database, brings it to the newest schema, answers requests, and runs the clock until the process is told to stop. */
export async function serve({ development = false, open = true } = {}): Promise<Serving> {
  const { demo, host, port, publicOrigin, trustedProxy } = env();
  takeOverConsole();
  if (open) {
    await openDatabase();
    await migrate();
  }
  if (development && demo && !(await findOrganization(read))) {
    await (await import("#db/seed/index.server")).seedDemo({ now: new Date() });
  }
  await announceSetUp((line) => process.stdout.write(`${line}\n`));
  const built = development ? await watchSources(port) : await loadBuilds(resolve("build"));
  const health = watchHealth(async () => {
    await pingDatabase();
    return await queueFacts(read);
  });
  const app = createApp({
    publicOrigin,
    otherOrigins: demo || development ? [`http://localhost:${port}`, `http://127.0.0.1:${port}`] : [],
    trustedProxy,
    wingOf: built.wingOf,
    health,
    files: built.files,
    limits: process.env.TENTEN_LIMITS === "off" ? null : requestsPerMinute,
    pages: pages({ publicOrigin, builds: built.builds, wingOf: built.wingOf, development }),
  });
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 600_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
    app,
  );
  server.maxRequestsPerSocket = 10_000;
  await listen(server, port, host);
  const clock = startClock(jobs);
  const finish = async () => {
    await built.close();
    await closeDatabase();
  };
  stopGracefully({ server, health, clock, stopDelivery, finish });
  log.info({ origin: publicOrigin, host, port }, "ready");
  return { origin: publicOrigin, server };
}

/** Listens, or says in a sentence why it cannot. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      fail(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is taken by another program. Choose another with PORT=…`)
          : error,
      );
    });
    server.listen(port, host, done);
  });
}
