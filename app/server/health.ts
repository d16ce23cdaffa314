import { BlockList, isIP } from "node:net";
import { type Request, type Response, Router } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Seen } from "./log";

export interface QueueFacts {
  queued: number;
  oldestDueAt: Date | null;
}

const near = new BlockList();
near.addSubnet("127.0.0.0", 8, "ipv4");
near.addSubnet("10.0.0.0", 8, "ipv4");
near.addSubnet("172.16.0.0", 12, "ipv4");
near.addSubnet("192.168.0.0", 16, "ipv4");
near.addAddress("::1", "ipv6");
near.addSubnet("fc00::", 7, "ipv6");

/** True for this machine and private networks. */
export const isNear = (address: string): boolean => {
  const plain = address.replace(/^::ffff:/, "");
  const family = isIP(plain);
  return family !== 0 && near.check(plain, family === 6 ? "ipv6" : "ipv4");
};

export interface Health {
  router: Router;
  observe(seen: Seen): void;
  /** From now on /healthz answers 503, so that no new visitors are sent here. */
  stopping(): void;
}

/** `/healthz` for everyone and `/metrics` for those near. `queue` may fail: then the process is alive but not healthy. */
export function watchHealth(queue: () => Promise<QueueFacts>): Health {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const took = new Histogram({
    name: "tenten_http_seconds",
    help: "How long requests took",
    labelNames: ["wing", "method", "status"],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  const queued = new Gauge({
    name: "tenten_outbox_queued",
    help: "Letters that wait to be sent",
    registers: [metrics],
  });
  const oldest = new Gauge({
    name: "tenten_outbox_oldest_due_seconds",
    help: "Age of the oldest letter that is due",
    registers: [metrics],
  });
  let alive = true;

  const ask = async () => {
    const facts = await queue();
    const seconds = facts.oldestDueAt ? Math.max(0, (Date.now() - facts.oldestDueAt.getTime()) / 1000) : 0;
    queued.set(facts.queued);
    oldest.set(seconds);
    return { queueDepth: facts.queued, oldestDueLetterSeconds: Math.round(seconds) };
  };

  const router = Router();
  router.get("/healthz", async (_req: Request, res: Response) => {
    res.setHeader("Cache-Control", "no-store");
    try {
      res.status(alive ? 200 : 503).json({ alive, ...(await ask()) });
    } catch {
      res.status(503).json({ alive: false, queueDepth: null, oldestDueLetterSeconds: null });
    }
  });
  router.get("/metrics", async (req: Request, res: Response, next) => {
    if (!isNear(req.ip ?? "")) return next();
    await ask().catch(() => undefined);
    res.setHeader("Cache-Control", "no-store");
    res.type(metrics.contentType).send(await metrics.metrics());
  });
  return {
    router,
    observe: ({ wing, method, status, seconds }) =>
      took.observe({ wing, method, status: `${Math.floor(status / 100)}xx` }, seconds),
    stopping: () => {
      alive = false;
    },
  };
}
