import { guestWords } from "~/features/participants/guests/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  eventId: string;
  guest: {
    id: string;
    fullName: string;
    invitedAt: Date | null;
    hasAddress: boolean;
    bouncedAt: Date | null;
    answer: string;
  };
}

/** Before somebody is taken off the list: what follows from it. */
export function SureOff({ eventId, guest }: Props) {
  const t = useWords(guestWords);
  const told = guest.invitedAt && guest.hasAddress && !guest.bouncedAt && guest.answer !== "no";
  return (
    <Section title={t.page.withdrawSure(guest.fullName)}>
      <Notice tone="danger" title={told ? t.many.sureTold(1) : t.many.sureQuiet}>
        {t.many.sureLinks}
      </Notice>
      <Form method="post">
        <input type="hidden" name="sure" value="1" />
        <FormActions>
          <Button variant="danger" name="do" value="withdraw">
            {t.page.withdraw}
          </Button>
          <ButtonLink href={paths.guest(eventId, guest.id)} variant="quiet">
            {t.many.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
