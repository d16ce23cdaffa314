import { defineConfig } from "drizzle-kit";
import { dialect } from "./db/dialect/index";

const engine = dialect === "postgres" ? "postgresql" : "sqlite";

export default defineConfig({
  dialect: engine,
  schema: "./db/schema.server.ts",
  out: `./db/migrations/${engine}`,
  casing: "snake_case",
});
