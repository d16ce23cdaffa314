import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { findPostgres } from "./tests/kit/find-postgres";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const resolve = {
  alias: [
    { find: /^~\//, replacement: at("./app/") },
    { find: /^#db\//, replacement: at("./db/") },
    { find: /^#emails\//, replacement: at("./emails/") },
  ],
};
// What touches the database runs on both engines; what walks whole stories runs on SQLite.
const withDatabase = ["tests/db/**/*.test.ts", "tests/features/**/{writes,reads,jobs}*.test.ts"];
const journeys = ["tests/journeys/*.test.{ts,tsx}"];
const browser = ["tests/journeys/browser/*.test.ts"];
const chaos = ["tests/chaos/*.test.ts"];
const aside = { env: { DATABASE_URL: "", TZ: "UTC" }, testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  resolve,
  esbuild: { jsx: "automatic" },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...withDatabase, ...journeys, ...browser, ...chaos],
          env: { DATABASE_URL: "", TZ: "UTC" },
          // Bounds against hanging, not measures of speed: machines that test are often busy.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "sqlite",
          include: withDatabase,
          globalSetup: "tests/kit/sqlite.ts",
          env: { DATABASE_URL: "", TZ: "UTC" },
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "postgres",
          include: withDatabase,
          globalSetup: "tests/kit/postgres.ts",
          // Without a server its tests are counted as skipped, never as passed; the set-up says so aloud.
          ...(findPostgres() ? {} : { testNamePattern: /^(?!)/ }),
          // The engine follows this when modules load; the real address comes from the set-up.
          env: { DATABASE_URL: "postgres://tests", TZ: "UTC" },
          testTimeout: 90_000,
        },
      },
      { extends: true, test: { name: "journeys", include: journeys, globalSetup: "tests/kit/sqlite.ts", ...aside } },
      // One file at a time, after everything else: a browser and a killed process want the machine for themselves.
      {
        extends: true,
        test: {
          name: "browser",
          include: browser,
          globalSetup: "tests/kit/sqlite.ts",
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          ...aside,
        },
      },
      {
        extends: true,
        test: {
          name: "chaos",
          include: chaos,
          globalSetup: "tests/kit/sqlite.ts",
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
          ...aside,
        },
      },
    ],
  },
});
