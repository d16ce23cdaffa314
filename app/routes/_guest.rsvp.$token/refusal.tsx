import { answerWords } from "~/features/participants/answer/messages";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useWords } from "~/web/use-words";
import { Contact } from "./facts";
import type { Refused, Reply } from "./route";
import { AnswerForm, PointField, useStepHref } from "./steps";

/** Why the answer was not taken, said at once, with what there is instead. */
export function Refusal({ page, refused }: { page: Reply; refused: Refused }) {
  const t = useWords(answerWords);
  const { reason } = refused;
  // Where the event itself has changed meanwhile, the notice below tells how it stands.
  const known = reason === "point-not-offered" || reason === "already-at-point" || reason === "already-a-substitute";
  if (reason === "full") return <Full page={page} refused={refused} />;
  return (
    <div role="alert">
      <Notice tone="danger" title={t.notTaken}>
        {known && t.refused[reason]}
      </Notice>
    </div>
  );
}

function Full({ page, refused: { offers, point } }: { page: Reply; refused: Refused }) {
  const t = useWords(answerWords);
  const stepHref = useStepHref();
  return (
    <div role="alert" className="stack">
      <Notice tone="danger" title={t.notTaken}>
        {`${t.refused.full(point)} ${offers.length > 0 ? t.refused.fullOffers : t.refused.fullCall}`}
        {offers.length === 0 && (
          <>
            <br />
            <Contact {...page.contact} />
          </>
        )}
      </Notice>
      {offers.length > 0 && (
        <AnswerForm>
          <PointField choices={offers} chosen={page.point.id} />
          <Button size="large" wide variant="primary" icon="confirmed" name="answer" value="yes">
            {t.yes.pressPoint}
          </Button>
        </AnswerForm>
      )}
      <a className="rsvp-back" href={stepHref()}>
        {t.another}
      </a>
    </div>
  );
}
