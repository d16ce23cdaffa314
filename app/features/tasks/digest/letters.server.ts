import type { Letter } from "#emails/letter";
import { type DigestTaskFacts, taskDigest } from "#emails/task-digest";
import type { Organization } from "~/features/accounts/reads.server";
import { env } from "~/web/env.server";
import { wordsFor } from "~/web/i18n";
import { paths } from "~/web/paths";
import { showPhone } from "~/web/phone";
import { taskWords } from "../messages";
import { taskAddress } from "../query.rules";
import { dueText, whyText } from "../wording.rules";
import type { Offices } from "./offices.rules";
import type { Recipient } from "./reads.server";
import { type DigestDay, type Item, mostInSection, queryOf, sections } from "./rules";

interface Digest {
  recipient: Recipient;
  /** In the order of the letter. */
  items: readonly Item[];
  day: DigestDay & { organization: Organization };
  offices: Offices;
}

/** One person's digest in their language. */
export function digestLetter({ recipient, items, day, offices }: Digest): Letter {
  const { name, email, position, unit, locale } = recipient;
  const { organization } = day;
  const origin = env().publicOrigin;
  const parts = sections.flatMap((section) => {
    const all = items.filter((item) => item.section === section);
    if (all.length === 0) return [];
    const tasks = all.slice(0, mostInSection).map((item) => facts(item, recipient, offices));
    return [{ name: section, total: all.length, tasks, listUrl: origin + paths.tasks + taskAddress(queryOf[section]) }];
  });
  const { contactPhone: phone, contactEmail } = organization;
  return taskDigest({
    to: { name, address: email, locale, position, unit },
    office: organization.name,
    contact: contactEmail || phone ? { name: organization.name, phone: showPhone(phone), email: contactEmail } : null,
    day: day.today,
    parts,
    wishUrl: `${origin}${paths.digest}`,
  });
}

function facts({ task, section, days, reason }: Item, { locale }: Recipient, offices: Offices): DigestTaskFacts {
  const t = wordsFor(taskWords, locale);
  const why = {
    escalated: () => whyText({ why: "overdue", days }, t, locale),
    overdue: () => whyText({ why: "overdue", days }, t, locale),
    returned: () => t.states.returned,
    waiting: () => (days > 0 ? whyText({ why: "waiting", workingDays: days }, t, locale) : t.states.submitted),
    "due-soon": () => whyText({ why: "due-soon", days }, t, locale),
    assigned: () => t.states[task.state],
  };
  return {
    code: task.code,
    title: task.title,
    href: `${env().publicOrigin}${paths.task(task.id)}`,
    due: dueText(task, t),
    why: why[section](),
    leadUnit: offices.units.get(task.leadUnitId ?? "")?.name ?? "",
    reason,
  };
}
