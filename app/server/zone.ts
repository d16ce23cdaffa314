import type { Reader } from "#db/client.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { rememberZone } from "~/web/zone.server";

/** Keeps the organization's zone in memory; asked again by the clock, since another process may have changed it. */
export async function refreshZone(db: Reader): Promise<void> {
  const organization = await findOrganization(db);
  if (organization) rememberZone(organization.zone);
}
