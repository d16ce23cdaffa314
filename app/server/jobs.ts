import { read } from "#db/client.server";
import { forgetExpired } from "~/features/accounts/jobs.server";
import { remindRounds } from "~/features/awards/rounds/jobs.server";
import { sweepOrphanFiles } from "~/features/files/jobs.server";
import { deliverDue, sweepDeadWorkers } from "~/features/outbox/jobs.server";
import { noteBounces, writeOpenMailings } from "~/features/participants/invitation/jobs.server";
import { enqueueDueReminders } from "~/features/reminders/jobs.server";
import { enqueueDueDigests } from "~/features/tasks/digest/jobs.server";
import type { Job } from "./clock";
import { refreshZone } from "./zone";

const second = 1000;
const minute = 60 * second;

/** What the process does by itself. Each job is safe to run again, and beside the same job of another process. */
export const jobs: Job[] = [
  { name: "deliver-due", everyMs: second, run: deliverDue },
  { name: "sweep-dead-workers", everyMs: 4 * second, run: sweepDeadWorkers },
  { name: "write-open-mailings", everyMs: 2 * second, run: writeOpenMailings },
  { name: "note-bounces", everyMs: 15 * second, run: noteBounces },
  { name: "enqueue-due-reminders", everyMs: 30 * second, run: enqueueDueReminders },
  { name: "enqueue-due-digests", everyMs: 2 * minute, run: enqueueDueDigests },
  { name: "remind-award-rounds", everyMs: 5 * minute, run: remindRounds },
  { name: "forget-expired", everyMs: 10 * minute, run: forgetExpired },
  { name: "sweep-orphan-files", everyMs: 60 * minute, run: sweepOrphanFiles },
  { name: "refresh-zone", everyMs: minute, run: () => refreshZone(read) },
];
