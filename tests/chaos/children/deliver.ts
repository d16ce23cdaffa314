import { openDatabase } from "../../../db/client.server";
import { openTransport } from "../../../emails/transport.server";
import { openPostman } from "../../../app/features/outbox/jobs.server";

// A worker as the app runs it: it takes over what a dead one left and carries until it is killed.
await openDatabase({ url: process.env.DATABASE_URL });
const atOnce = Number(process.argv[3]);
const postman = await openPostman({
  carrier: openTransport({
    smtpUrl: process.argv[2] as string,
    from: "TenTen <tenten@lamgiang.example>",
    connections: atOnce,
  }),
  atOnce,
});
console.log("open");
for (;;) {
  await postman.takeOverFromDead();
  await postman.deliverDue(new Date());
  await new Promise((next) => setTimeout(next, 20));
}
