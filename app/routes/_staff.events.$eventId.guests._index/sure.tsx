import { guestWords } from "~/features/participants/guests/messages";
import { Button, ButtonLink } from "~/ui/button";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { useWords } from "~/web/use-words";

/** Before many people are taken off the list: who, and what follows from it. */
export function Sure({ ids, names, told, back }: { ids: string[]; names: string[]; told: number; back: string }) {
  const t = useWords(guestWords).many;
  return (
    <Section title={t.sureTitle(ids.length)}>
      <Notice tone="danger" title={told > 0 ? t.sureTold(told) : t.sureQuiet}>
        {t.sureLinks}
      </Notice>
      <ul className="plain-list gap-1">
        {names.map((name, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: namesakes are not rare
          <li key={n}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {ids.length > names.length && <li className="soft">{t.andMore(ids.length - names.length)}</li>}
      </ul>
      <Form method="post">
        {ids.map((id) => (
          <input key={id} type="hidden" name="guest" value={id} />
        ))}
        <input type="hidden" name="sure" value="1" />
        <FormActions>
          <Button variant="danger" name="do" value="withdraw">
            {t.sure(ids.length)}
          </Button>
          <ButtonLink href={back} variant="quiet">
            {t.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
