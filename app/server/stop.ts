import type { Server } from "node:http";
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
/** Visitors who are here already are served for so long; the proxy in front hears of the stop meanwhile. */
const farewellMs = 500;

/**
 * On SIGTERM or Ctrl-C: answer 503 on /healthz, take no new visitors, finish requests and letters under way,
 * close the database, leave with 0. A second signal leaves at once; what was begun is found again at the next start.
 */
export function stopGracefully(parts: Parts): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), patienceMs + 5_000).unref();
    stop(parts).then(
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

async function stop({ server, health, clock, stopDelivery, finish }: Parts): Promise<void> {
  health.stopping();
  // Whoever keeps a connection open is told to leave with the next answer, so that none is cut in the middle.
  server.prependListener("request", (_req, res) => res.setHeader("Connection", "close"));
  const letters = Promise.all([clock.stop(patienceMs), Promise.race([stopDelivery(), rest(patienceMs)])]);
  await rest(farewellMs);
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
