import { seedCeremony } from "./ceremony";
import type { Stage } from "./occasions";
import { seedOthers } from "./other-events";
import { openPost } from "./post";
import { seedReviewConference } from "./review-conference";

/** All events of the story up to `today`, told in the order in which they happened, with every letter that left. */
export async function seedEvents(stage: Stage, today: Date): Promise<{ conferenceId: string; ceremonyId: string }> {
  const postman = await openPost();
  try {
    const conferenceId = await seedReviewConference(stage, postman);
    const ceremonyId = await seedCeremony(stage, postman);
    await seedOthers(stage, postman, today);
    return { conferenceId, ceremonyId };
  } finally {
    await postman.stop();
  }
}
