import { fork } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { type Figure, secret } from "./kit";

const benches: Record<string, () => Promise<Figure[]>> = {
  P1: async () => (await import("./looking")).looking(),
  P2: async () => (await import("./answering")).answering(),
  P3: async () => (await import("./routes")).routes(),
  P4: async () => (await import("./dearest")).dearest(),
  P5: async () => (await import("./weight")).weight(),
  P6: async () => (await import("./letters")).letters(),
  P10: async () => (await import("./imports")).imports(),
  P14: async () => (await import("./lists")).lists(),
  P15: async () => (await import("./task-lists")).taskLists(),
  P16: async () => (await import("./counting")).counting(),
  P17: async () => (await import("./scoring")).scoring(),
  P18: async () => (await import("./certificates")).certificates(),
  P19: async () => (await import("./scrolling")).scrolling(),
};

const [only] = process.argv.slice(2).filter((word) => word.startsWith("--only="));
if (only) {
  process.env.APP_SECRETS = secret;
  process.env.PUBLIC_ORIGIN = "http://localhost:3000";
  const figures = await benches[only.slice(7)]?.();
  process.send?.(figures, () => process.exit(0));
} else await all();

/** Each bench has a process of its own: what one leaves in memory is no load on the next. */
async function all() {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith("--"));
  const unknown = asked.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    process.stderr.write(`Unknown: ${unknown.join(", ")}. There are ${Object.keys(benches).join(", ")}.\n`);
    process.exit(2);
  }
  const began = performance.now();
  const figures: Figure[] = [];
  const broken: string[] = [];
  for (const name of Object.keys(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    const got = await apart(name);
    if (got) figures.push(...got);
    else broken.push(name);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${seconds} s\n\n`);
  process.stdout.write(table(figures));
  for (const name of broken) process.stdout.write(`${name} could not be measured; the reason is above.\n`);
  process.exit(broken.length === 0 && figures.every(met) ? 0 : 1);
}

function apart(name: string): Promise<Figure[] | null> {
  return new Promise((done) => {
    const child = fork(fileURLToPath(import.meta.url), [`--only=${name}`], {
      env: process.env,
      serialization: "advanced", // JSON would make a NaN a null
      execArgv: [...process.execArgv, "--expose-gc"],
    });
    let figures: Figure[] | null = null;
    child.on("message", (got) => {
      figures = got as Figure[];
    });
    child.on("exit", () => done(figures));
  });
}

function met({ ratio, target }: Figure): boolean {
  if (!target) return true;
  return target.at === "most" ? ratio <= target.ratio : ratio >= target.ratio;
}

function table(figures: Figure[]): string {
  const wish = ({ target }: Figure) => (target ? `${target.at === "most" ? "≤" : "≥"} ${target.ratio}` : "");
  const end = (figure: Figure) => (figure.target ? (met(figure) ? "ok" : "SHORT") : "");
  const lines = figures.map(
    (one) =>
      `| ${[one.name, one.what, one.ours, one.reference, Number.isFinite(one.ratio) ? one.ratio.toFixed(2) : "not measured", wish(one), end(one)].join(" | ")} |`,
  );
  return `| # | What | Ours | Reference | Ratio | Target | |\n|---|---|---|---|---|---|---|\n${lines.join("\n")}\n`;
}
