import { eventWords } from "~/features/events/messages";
import { Counter, Stat, Stats } from "~/ui/counter";
import { Link } from "~/ui/link";
import { Section } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Counts {
  invited: number;
  confirmed: number;
  substitute: number;
  declined: number;
  silent: number;
  notInvited: number;
}

/** Who has answered, in five figures; the list itself is one press away. */
export function Answers({ eventId, counts }: { eventId: string; counts: Counts }) {
  const t = useWords(eventWords).answers;
  const { invited, confirmed, substitute, declined, silent, notInvited } = counts;
  return (
    <Section title={t.title} actions={<Link href={paths.guests(eventId)}>{t.list}</Link>}>
      <p>
        {t.answered} <Counter done={invited - silent} total={invited} />
      </p>
      <Stats label={t.title}>
        <Stat label={t.confirmed} value={confirmed} />
        <Stat label={t.substitute} value={substitute} />
        <Stat label={t.declined} value={declined} />
        <Stat label={t.silent} value={silent} />
        {notInvited > 0 && <Stat label={t.notInvited} value={notInvited} />}
      </Stats>
    </Section>
  );
}
