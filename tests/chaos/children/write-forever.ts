import { newId } from "../../../db/dialect/ids";
import { openDatabase, transact } from "../../../db/client.server";
import { ledger } from "../ledger";

// Eight writers that never rest. An id is said aloud only after transact() has answered.
await openDatabase({ url: process.env.DATABASE_URL, synchronous: process.argv[2] === "NORMAL" ? "NORMAL" : "FULL" });
const filler = "x".repeat(700);
console.log("open");
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      const id = newId();
      await transact((tx) => tx.insert(ledger).values({ id, filler }));
      console.log(id);
      await new Promise((next) => setImmediate(next));
    }
  }),
);
