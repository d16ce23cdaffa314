import Database from "better-sqlite3";
import { eq, sql } from "drizzle-orm";
import { given, insertMany, openDatabase, preparedWrite, type Tx, transact } from "../../db/client.server";
import { answerLog, participants } from "../../db/schema.server";

/** One guest looked up, one answer with its line in a log: each its own commit, by prepared statements. */
export function openBare(file: string, synchronous: string) {
  const db = new Database(file);
  db.pragma(`synchronous = ${synchronous}`);
  db.pragma("journal_mode = WAL");
  db.pragma("busy_timeout = 5000");
  db.exec("CREATE TABLE IF NOT EXISTS bare_log (id INTEGER PRIMARY KEY, participant text, answer text, at integer)");
  const find = db.prepare(
    `select p.id, p.full_name, p.position, p.answer, e.title, e.starts_at, e.reply_by, o.name as point, o.address, g.name as organizer
     from participants p join events e on e.id = p.event_id join points o on o.id = p.point_id join organization g on true
     where p.token_hash = ?`,
  );
  const update = db.prepare("update participants set answer = ?, answered_at = ? where token_hash = ? returning id");
  const note = db.prepare("insert into bare_log (participant, answer, at) values (?, ?, ?)");
  const confirm = db.transaction((hash: string, answer: string): boolean => {
    const row = update.get(answer, Date.now(), hash) as { id: string } | undefined;
    if (row) note.run(row.id, answer, Date.now());
    return row !== undefined;
  });
  return { find, confirm: (hash: string, answer: string) => confirm.immediate(hash, answer), close: () => db.close() };
}

/** The same answer and line, through `transact`. */
export async function openThroughTransact(file: string) {
  await openDatabase({ file });
  const update = preparedWrite("bench_answer", (tx: Tx) =>
    tx
      .update(participants)
      .set({ answer: given("answer", participants.answer), answeredAt: given("at", participants.answeredAt) })
      .where(eq(participants.tokenHash, sql.placeholder("hash")))
      .returning({ id: participants.id }),
  );
  return (hash: string, answer: string): Promise<boolean> =>
    transact(async (tx) => {
      const at = new Date();
      const [row] = await update(tx, { hash, answer, at });
      if (row) await insertMany(tx, answerLog, [{ participantId: row.id, answer: answer as "yes", via: "link", at }]);
      return row !== undefined;
    });
}
