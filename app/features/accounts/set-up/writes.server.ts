import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.server";
import { grants, organization, units } from "#db/schema.server";
import { testLetter } from "#emails/test-letter";
import { record } from "~/features/audit/writes.server";
import { topicOf } from "~/features/outbox/rules";
import { enqueue } from "~/features/outbox/writes.server";
import type { Locale } from "~/web/i18n";
import { refuse } from "~/web/refuse";
import { newToken } from "~/web/secrets.server";
import { administratorIds } from "../reads.server";
import { startSession } from "../sign-in/writes.server";
import { makeAccount } from "../writes.server";

interface SetUp {
  name: string;
  zone: string;
  locale: Locale;
  person: { name: string; position: string; email: string };
  device: string;
  demo?: boolean;
  now: Date;
}

/** Founds the organization with its first person, who is administrator and organizer and signed in at once. Only once. */
export async function setUp(tx: Tx, { name, zone, locale, person, device, demo = false, now }: SetUp) {
  const [founded] = await tx
    .insert(organization)
    .values({ id: "organization", name, zone, locale, contactEmail: person.email, demo, setUpAt: now })
    .onConflictDoNothing({ target: organization.id })
    .returning({ id: organization.id });
  const made = founded && (await makeAccount(tx, { ...person, locale, now }));
  if (!made) return refuse("already");
  const { userId } = made;
  await tx.insert(grants).values([
    { userId, role: "administrator", grantedAt: now },
    { userId, role: "organizer", grantedAt: now },
  ]);
  await record(tx, { actor: { userId, name: person.name }, verb: "organization.set-up", subject: "organization", now });
  const token = newToken();
  await startSession(tx, { userId, token, device, oldSessionHash: null, now });
  return { ok: true, userId, token } as const;
}

interface Change {
  actor: { userId: string; name: string };
  name: string;
  unitId: string | null;
  steeringUnitId: string | null;
  contactEmail: string;
  contactPhone: string;
  zone: string;
  locale: Locale;
  now: Date;
}

/**
 * Changes what the organization is called, where it and its steering committee stand in the tree, its clock and its
 * first language. Refused: "not-allowed", "unknown-unit", each with the field it is about.
 */
export async function changeOrganization(tx: Tx, { actor, now, ...facts }: Change) {
  const { name, unitId, steeringUnitId, contactEmail, contactPhone, zone, locale } = facts;
  if (!(await administratorIds(tx)).includes(actor.userId))
    return { ok: false, reason: "not-allowed", field: "form" } as const;
  for (const [field, id] of Object.entries({ unitId, steeringUnitId })) {
    const [unit] = id ? await tx.select({ id: units.id }).from(units).where(eq(units.id, id)) : [];
    if (id && !unit) return { ok: false, reason: "unknown-unit", field } as const;
  }
  await tx.update(organization).set({ name, unitId, steeringUnitId, contactEmail, contactPhone, zone, locale });
  await record(tx, {
    actor,
    verb: "organization.changed",
    subject: "organization",
    detail: { name, zone, locale },
    now,
  });
  return { ok: true } as const;
}

/** Gives the organization its unit in the tree, and its steering committee. */
export async function placeOrganization(
  tx: Tx,
  { unitId, steeringUnitId = null }: { unitId: string; steeringUnitId?: string | null },
): Promise<void> {
  await tx.update(organization).set({ unitId, steeringUnitId }).where(eq(organization.id, "organization"));
}

interface Test {
  to: { name: string; address: string };
  office: string;
  zone: string;
  locale: Locale;
  server: string;
  now: Date;
}

/** A letter that shows whether mail leaves. Returns the letter to watch. */
export async function sendTestLetter(tx: Tx, { to, office, zone, locale, server, now }: Test) {
  const letter = testLetter({ to: { ...to, locale }, office, sentAt: now, zone, server, askedBy: to.name });
  const reason = { kind: "test-letter", topic: topicOf.accounts, recipient: "", locale, now, priority: 1 };
  const queued = await enqueue(tx, letter, { key: `test-letter:${newToken()}`, ...reason });
  return queued.queued ? queued.letterId : null;
}
