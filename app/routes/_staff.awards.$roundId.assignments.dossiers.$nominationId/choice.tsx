import { assignmentWords } from "~/features/awards/assignment/messages";
import { awardWords } from "~/features/awards/messages";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxGroup } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { FormActions } from "~/ui/form-actions";
import { Panel } from "~/ui/page";
import { formatNumber } from "~/web/i18n";
import { useLocale, useWords } from "~/web/use-words";

interface Member {
  memberId: string;
  name: string;
  declared: boolean;
  load: number;
  total: number;
  recused: boolean;
  abstained: boolean;
  judges: boolean;
}

interface Props {
  version: string;
  /** Members that the category wishes; null: all. */
  each: number | null;
  hand: { may: "choose" | "add" | "nothing" };
  members: Member[];
  back: string;
  /** Who was ticked when it was refused. */
  typed: string[] | undefined;
}

/** Every member with a box and the load; who cannot be chosen, and who cannot be dropped any more, stands fixed. */
export function Choice({ version, each, hand, members, back, typed }: Props) {
  const t = useWords(assignmentWords);
  const w = useWords(awardWords);
  const locale = useLocale();
  const number = (n: number) => formatNumber(n, locale);
  const kept = hand.may === "choose" ? [] : members.filter(({ judges }) => judges).map(({ memberId }) => memberId);
  const chosen = members.filter(({ judges }) => judges).map(({ memberId }) => memberId);
  return (
    <Panel>
      <Form method="post" noValidate className="stack">
        <input type="hidden" name="version" value={version} />
        {kept.map((memberId) => (
          <input key={memberId} type="hidden" name="memberIds" value={memberId} />
        ))}
        <CheckboxGroup
          name="memberIds"
          label={t.judges}
          hint={each === null ? t.everyone : t.eachOf(number(each))}
          defaultValues={typed ?? chosen}
          choices={members.map(({ memberId, name, load, total, recused, abstained, declared }) => ({
            value: memberId,
            label: <bdi>{name}</bdi>,
            hint: recused
              ? t.inConflict
              : [t.has(number(load), number(total)), abstained && t.abstained, !declared && w.notDeclared]
                  .filter(Boolean)
                  .join(" · "),
            disabled: recused || hand.may === "nothing" || kept.includes(memberId),
          }))}
        />
        {hand.may !== "nothing" && (
          <FormActions>
            <Button variant="primary">{t.choose}</Button>
            <ButtonLink href={back} variant="quiet">
              {w.cancel}
            </ButtonLink>
          </FormActions>
        )}
      </Form>
    </Panel>
  );
}
