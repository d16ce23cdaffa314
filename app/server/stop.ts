import type { Server, ServerResponse } from "node:http";
import type { Clock } from "./clock";
import type { Health } from "./health";
import { describeError, log } from "./log";

interface Parts {
  server: Server;
  health: Health;
  clock: Clock;
  /** Stops carrying letters: what is in the server's hands is finished, the rest goes back to the queue. */
  stopDelivery(): Promise<void>;
  /** The last thing before the process ends: close what is open. */
  finish(): Promise<void>;
}

const patienceMs = 25_000;
/** Visitors who are here already are served until nobody has come for so long; the proxy in front hears of the stop meanwhile. */
const farewellMs = 500;
/** But no longer than this. */
const longestFarewellMs = 5_000;

/**
 * On SIGTERM or Ctrl-C: answer 503 on /healthz, take no new visitors, finish requests and letters under way,
 * close the database, leave with 0. A second signal leaves at once; what was begun is found again at the next start.
 */
export function stopGracefully(parts: Parts): void {
  const visitors = watchVisitors(parts.server);
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), patienceMs + 5_000).unref();
    stop(parts, visitors).then(
      () => process.exit(0),
      (error) => {
        log.error({ error: describeError(error) }, "stopped with an error");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}

/** Knows who is being answered, and can tell everybody to leave with the answer, so that no connection is cut in the middle. */
function watchVisitors(server: Server) {
  const answers = new Set<ServerResponse>();
  let leaving = false;
  let last = 0;
  server.prependListener("request", (_req, res: ServerResponse) => {
    last = performance.now();
    if (leaving) res.setHeader("Connection", "close");
    else answers.add(res.once("close", () => answers.delete(res)));
  });
  return {
    sendAway() {
      leaving = true;
      for (const res of answers) if (!res.headersSent) res.setHeader("Connection", "close");
    },
    async gone() {
      const until = performance.now() + longestFarewellMs;
      do await rest(farewellMs);
      while (performance.now() - last < farewellMs && performance.now() < until);
    },
  };
}

async function stop(
  { server, health, clock, stopDelivery, finish }: Parts,
  visitors: ReturnType<typeof watchVisitors>,
): Promise<void> {
  health.stopping();
  visitors.sendAway();
  const letters = Promise.all([clock.stop(patienceMs), Promise.race([stopDelivery(), rest(patienceMs)])]);
  await visitors.gone();
  const closed = new Promise<void>((done) => server.close(() => done()));
  const idle = setInterval(() => server.closeIdleConnections(), 200);
  await Promise.race([closed, rest(patienceMs)]);
  clearInterval(idle);
  server.closeAllConnections();
  await letters;
  await finish();
  log.info("stopped");
}

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms).unref());
