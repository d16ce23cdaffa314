import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { openBare, openThroughTransact } from "./bare-database";

// The reference: the same question to the same file, answered with as little between as Node allows. "transact" in place
// of a mode keeps answers through the product's own door instead: FULL, one commit for many.
const [file = "", mode = "NORMAL", port = "0"] = process.argv.slice(2);
const bare = openBare(file, mode === "transact" ? "FULL" : mode);
const { find } = bare;
const confirm =
  mode === "transact" ? await openThroughTransact(file) : async (...asked: [string, string]) => bare.confirm(...asked);

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");
const safe = (value: unknown) => String(value ?? "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// About as long as our page, so that neither side saves bytes.
const filling = "<p>Trân trọng kính mời các đồng chí đến dự đúng thành phần và thời gian.</p>".repeat(40);

const server = createServer((req, res) => {
  if (req.url === "/metrics") {
    const { user, system } = process.cpuUsage();
    res.end(`process_cpu_seconds_total ${(user + system) / 1e6}\n`);
    return;
  }
  const hash = hashOf((req.url ?? "").split("/")[2]?.split("?")[0] ?? "");
  if (req.method === "POST") {
    let body = "";
    req.on("data", (chunk) => {
      body += chunk;
    });
    req.on("end", async () => {
      const done = await confirm(hash, new URLSearchParams(body).get("answer") ?? "");
      res.writeHead(done ? 303 : 404, { Location: req.url ?? "/" }).end();
    });
    return;
  }
  const row = find.get(hash) as Record<string, unknown> | undefined;
  if (!row) {
    res.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end("<!DOCTYPE html><h1>404</h1>");
    return;
  }
  const title = (JSON.parse(String(row.title)) as { vi: string }).vi;
  res.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  res.end(
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${safe(title)}</title></head><body><main><p>${safe(row.organizer)}</p><h1>${safe(title)}</h1><p>Kính gửi: ${safe(row.full_name)}, ${safe(row.position)}</p><p>${new Date(Number(row.starts_at)).toISOString()}</p><p>${safe(row.point)}, ${safe(row.address)}</p>${filling}<form method="post"><button name="answer" value="yes">Tham dự</button><button name="answer" value="no">Vắng mặt</button></form></main></body></html>`,
  );
});
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
process.on("SIGTERM", () => process.exit(0));
