import { closeDatabase, migrate, openDatabase } from "#db/client.server";
import { runCommand } from "./command";

/** `npm run migrate`: brings the database to the newest schema without starting the server. */
runCommand(async () => {
  await openDatabase();
  try {
    await migrate();
  } finally {
    await closeDatabase();
  }
  return "The database has the newest schema.";
});
