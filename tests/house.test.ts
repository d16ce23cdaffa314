import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

const root = process.cwd();

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const sources = ["app", "db", "emails"].flatMap(filesUnder);

const aliases: [RegExp, string][] = [
  [/^~\//, "app/"],
  [/^#db\//, "db/"],
  [/^#emails\//, "emails/"],
];

interface Import {
  from: string;
  /** A path in the repository without its ending, or the name of a package. */
  to: string;
  typeOnly: boolean;
}

/** Every import, export-from and dynamic import of a file, with aliases and relative paths resolved. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) => {
    const bare = specifier.replace(/\?.*$/, "");
    const alias = aliases.find(([start]) => start.test(bare));
    const to = alias
      ? bare.replace(alias[0], alias[1])
      : bare.startsWith(".")
        ? normalize(join(dirname(file), bare))
            .split(sep)
            .join("/")
        : bare;
    found.push({ from: file, to, typeOnly });
  };
  for (const match of text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s*)?["']([^"'\n]+)["']/g))
    add(match[3] as string, Boolean(match[2]));
  for (const match of text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)) add(match[1] as string, false);
  return found;
}

const imports = sources.flatMap(importsOf);
const showing = (list: Import[]) => list.map(({ from, to }) => `${from} → ${to}`);
const isIn = (path: string, folder: string) => path.startsWith(`${folder}/`);
const featureOf = (path: string) => /^app\/features\/([^/]+)\//.exec(path)?.[1] ?? null;

describe("the vocabulary", () => {
  // A new word is a decision: write it into the README before it comes here.
  const words = /^(forms|gate\.server|(?:[a-z]+(?:-[a-z]+)*\.)?(rules|(reads|writes|jobs|letters)\.server))\.ts$/;
  test("a feature holds only the closed set of words", () => {
    const strange = sources
      .filter((file) => isIn(file, "app/features"))
      .map((file) => file.split("/").slice(3))
      .filter((parts) => {
        if (parts.some((part) => part === "messages" || part === "components")) return false;
        const name = parts.at(-1) as string;
        if (parts.length > 2) return true;
        return !words.test(name);
      })
      .map((parts) => parts.join("/"));
    expect(strange).toEqual([]);
  });

  test("there is no junk room", () => {
    const junk = sources.filter((file) => /(^|\/)(utils?|helpers?|services?|misc|common|lib)(\/|\.tsx?$)/.test(file));
    expect(junk).toEqual([]);
  });

  test("a feature has no barrel file but its words", () => {
    const barrels = sources.filter(
      (file) =>
        isIn(file, "app/features") && /\/index\.tsx?$/.test(file) && !/\/messages\/(?:[a-z-]+\/)?index\.ts$/.test(file),
    );
    expect(barrels).toEqual([]);
  });

  test("every feature's words are there in four languages", () => {
    const folders = [...new Set(sources.filter((file) => file.includes("/messages/")).map((file) => dirname(file)))];
    expect(folders.length).toBeGreaterThan(3);
    const missing = folders.flatMap((folder) => {
      const here = new Set(
        sources.filter((file) => dirname(file) === folder).map((file) => file.slice(folder.length + 1)),
      );
      return ["vi", "en", "ar", "hi", "index"]
        .map((name) => `${name}.ts`)
        .filter((name) => !here.has(name))
        .map((name) => `${folder}/${name}`);
    });
    expect(missing).toEqual([]);
  });
});

describe("the order of words", () => {
  test("is Vietnamese whatever the machine speaks: words are compared by compareVi, days by compareDays", () => {
    const machines = sources.filter((file) => readFileSync(join(root, file), "utf8").includes(".localeCompare("));
    expect(machines).toEqual([]);
  });
});

describe("the arrows", () => {
  test("nobody imports a route", () => {
    expect(showing(imports.filter(({ from, to }) => isIn(to, "app/routes") && !isIn(from, "app/routes")))).toEqual([]);
    const acrossPages = imports.filter(
      ({ from, to }) => isIn(from, "app/routes") && isIn(to, "app/routes") && from.split("/")[2] !== to.split("/")[2],
    );
    expect(showing(acrossPages)).toEqual([]);
  });

  test("the web, the ui, the letters and the database know no feature", () => {
    const lower = imports.filter(
      ({ from, to }) =>
        isIn(to, "app/features") &&
        (isIn(from, "app/ui") ||
          isIn(from, "app/web") ||
          isIn(from, "emails") ||
          (isIn(from, "db") && !isIn(from, "db/seed"))),
    );
    expect(showing(lower)).toEqual([]);
  });

  test("letters reach neither the database nor a secret", () => {
    expect(
      showing(
        imports.filter(
          ({ from, to }) =>
            isIn(from, "emails") && (isIn(to, "db") || to.endsWith(".server")) && !from.endsWith("transport.server.ts"),
        ),
      ),
    ).toEqual([]);
  });

  test("the database is reached only through names that never go to a browser", () => {
    const leaks = imports.filter(
      ({ from, to }) =>
        isIn(from, "app") &&
        !isIn(from, "app/server") &&
        isIn(to, "db") &&
        !/\.server$/.test(to) &&
        to !== "db/dialect/ids",
    );
    expect(showing(leaks)).toEqual([]);
    const seen = imports.filter(
      ({ from, to }) =>
        isIn(from, "app/features") && /\/(components|messages)\//.test(from) && /\.server$/.test(to) && isIn(to, "db"),
    );
    expect(showing(seen)).toEqual([]);
  });

  test("a route takes only read and transact from the database", () => {
    const queries = imports.filter(
      ({ from, to, typeOnly }) =>
        isIn(from, "app/routes") &&
        !typeOnly &&
        ((isIn(to, "db") && to !== "db/client.server") || to.startsWith("drizzle-orm")),
    );
    expect(showing(queries)).toEqual([]);
  });

  test("rules know no clock, no database, no request and no screen", () => {
    const rules = sources.filter((file) => isIn(file, "app/features") && /(^|\/|\.)rules\.ts$/.test(file));
    expect(rules.length).toBeGreaterThan(5);
    const reach = imports.filter(
      ({ from, to, typeOnly }) =>
        rules.includes(from) &&
        !typeOnly &&
        (to.endsWith(".server") ||
          isIn(to, "db") ||
          isIn(to, "emails") ||
          isIn(to, "app/ui") ||
          /^(@remix-run|react|express|node:)/.test(to)),
    );
    expect(showing(reach)).toEqual([]);
    const shown = imports.filter(({ from, to }) => rules.includes(from) && to.includes("/components/"));
    expect(showing(shown)).toEqual([]);
    const clocks = rules.filter((file) =>
      /new Date\(\s*\)|Date\.now\(|Math\.random\(/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(clocks).toEqual([]);
  });

  test("the product knows no framework", () => {
    const framework = imports.filter(
      ({ from, to }) =>
        (isIn(from, "app/features") || isIn(from, "emails") || isIn(from, "db")) &&
        /^(@remix-run\/|express$|vite$)/.test(to),
    );
    expect(showing(framework)).toEqual([]);
  });

  test("writes open no transaction and speak to nobody outside", () => {
    const writes = sources.filter((file) => /writes\.server\.ts$/.test(file));
    expect(writes.length).toBeGreaterThan(5);
    const opening = writes.filter((file) => /\btransact(Whole)?\s*[(<]/.test(readFileSync(join(root, file), "utf8")));
    expect(opening).toEqual([]);
    const outside = imports.filter(
      ({ from, to }) =>
        writes.includes(from) &&
        (/^(node:(fs|net|http|https|child_process)|nodemailer|pg)/.test(to) || to === "emails/transport.server"),
    );
    expect(showing(outside)).toEqual([]);
  });

  test("one file speaks SMTP, and only the outbox and the mail test use it", () => {
    expect(
      showing(
        imports.filter(({ from, to }) => to.startsWith("nodemailer") && from !== "emails/transport.server.ts"),
      ).filter((line) => !line.startsWith("emails/")),
    ).toEqual([]);
    const users = imports.filter(
      ({ from, to, typeOnly }) => to === "emails/transport.server" && !typeOnly && isIn(from, "app"),
    );
    expect(new Set(users.map(({ from }) => featureOf(from) ?? from))).toEqual(new Set(["outbox"]));
  });

  test("the outbox and the audit import no feature that acts", () => {
    const acting = imports.filter(
      ({ from, to }) =>
        ["outbox", "audit"].includes(featureOf(from) ?? "") &&
        featureOf(to) &&
        featureOf(to) !== featureOf(from) &&
        !/features\/accounts\/rules$/.test(to),
    );
    expect(showing(acting)).toEqual([]);
  });

  test("a GET writes nothing: no loader opens a transaction", () => {
    const loaders = sources.filter(
      (file) =>
        isIn(file, "app/routes") &&
        /export (async )?(function|const) loader/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(loaders.length).toBeGreaterThan(10);
    const writing = loaders.filter((file) => {
      const text = readFileSync(join(root, file), "utf8");
      const start = text.search(/export (async )?(function|const) loader/);
      const rest = text.slice(start + 10);
      const end = rest.search(/\nexport |\n(async )?function |\nconst [a-z]/i);
      return /\btransact(Whole)?\(/.test(end < 0 ? rest : rest.slice(0, end));
    });
    expect(writing).toEqual([]);
  });

  test("features know only those below them, and so form no circle", () => {
    const fromBelow = [
      ...["outbox", "audit", "accounts", "units", "files", "holidays", "documents", "campaigns", "events"],
      ...["participants", "reminders", "tasks", "difficulties", "awards", "home"],
    ];
    // What a person may do is asked everywhere, and accounts' own writes note their acts: types and rules do not count.
    const upward = imports.filter(({ from, to, typeOnly }) => {
      const [above, below] = [featureOf(from), featureOf(to)];
      if (!above || !below || above === below || typeOnly) return false;
      if (/\/(rules|messages|messages\/index|[a-z-]+\.rules)$/.test(to)) return false;
      return !fromBelow.includes(above) || fromBelow.indexOf(below) > fromBelow.indexOf(above);
    });
    expect(showing(upward)).toEqual([]);
  });
});
