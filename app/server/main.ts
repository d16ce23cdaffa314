import { env } from "~/web/env.server";
import { serve } from "./serve";

/** The product itself: `npm start`, configured by the environment (.env.example names every variable). */
try {
  env();
} catch (error) {
  console.error(`TenTen cannot start. ${(error as Error).message}`);
  process.exit(1);
}

serve({ development: process.argv.includes("--development") }).catch((error: Error) => {
  process.stderr.write(`TenTen cannot start. ${error.message}\n`);
  process.exit(1);
});
