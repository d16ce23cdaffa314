import { openPostman } from "../../app/features/outbox/jobs.server";
import { seedCeremony } from "./ceremony";
import type { Stage } from "./occasions";
import { seedOthers } from "./other-events";
import { seedReviewConference } from "./review-conference";

/** All events of the story up to `today`, told in the order in which they happened, with every letter that left. */
export async function seedEvents(stage: Stage, today: Date): Promise<{ conferenceId: string; ceremonyId: string }> {
  const postman = await openPostman({
    atOnce: 50,
    carrier: { send: async () => ({ ok: true, response: "250 kept in the built-in mailbox" }), close: () => undefined },
  });
  try {
    const conferenceId = await seedReviewConference(stage, postman);
    const ceremonyId = await seedCeremony(stage, postman);
    await seedOthers(stage, postman, today);
    return { conferenceId, ceremonyId };
  } finally {
    await postman.stop();
  }
}
