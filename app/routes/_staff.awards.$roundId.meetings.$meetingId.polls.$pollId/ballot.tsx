import { Form } from "@remix-run/react";
import { choiceField } from "~/features/awards/voting/forms";
import { votingWords } from "~/features/awards/voting/messages";
import { choices as all, type Choice } from "~/features/awards/voting/rules";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { DescriptionList } from "~/ui/description-list";
import { Panel } from "~/ui/page";
import { useWords } from "~/web/use-words";

interface Nominee {
  id: string;
  nomineeName: string;
  nomineePosition: string;
  unitName: string;
}
interface Props {
  paper: Nominee[];
  choices: Record<string, string>;
}

const underName = ({ nomineeName, nomineePosition, unitName }: Nominee) =>
  [nomineePosition, unitName === nomineeName ? "" : unitName].filter(Boolean).join(" · ") || undefined;

/** The paper: one question for each nomination, large enough for a thumb. */
export function Ballot({
  paper,
  choices,
  kind,
  incomplete,
}: Props & { kind: "approval" | "run-off"; incomplete: boolean }) {
  const t = useWords(votingWords);
  return (
    <Form method="post" className="stack gap-4 ballot">
      {kind === "run-off" && <p>{t.runOffLead}</p>}
      {paper.map((nominee) => (
        <Panel key={nominee.id}>
          <RadioGroup
            name={choiceField(nominee.id)}
            label={nominee.nomineeName}
            hint={underName(nominee)}
            required
            error={incomplete && !choices[nominee.id] ? t.errors.incomplete : undefined}
            defaultValue={choices[nominee.id]}
            choices={all.map((value) => ({ value, label: t[value] }))}
          />
        </Panel>
      ))}
      <Button variant="primary" size="large" wide name="do" value="review">
        {t.review}
      </Button>
    </Form>
  );
}

/** The paper as it will be sent, once more to be read. */
export function Review({ paper, choices }: Props) {
  const t = useWords(votingWords);
  return (
    <Form method="post" className="stack gap-4">
      <Panel title={t.reviewTitle} description={t.reviewLead}>
        <DescriptionList
          items={paper.map(({ id, nomineeName }) => ({ term: nomineeName, detail: t[choices[id] as Choice] }))}
        />
      </Panel>
      {paper.map(({ id }) => (
        <input key={id} type="hidden" name={choiceField(id)} value={choices[id]} />
      ))}
      <Button variant="primary" size="large" wide name="do" value="send">
        {t.send}
      </Button>
      <Button size="large" wide name="do" value="again">
        {t.again}
      </Button>
    </Form>
  );
}
