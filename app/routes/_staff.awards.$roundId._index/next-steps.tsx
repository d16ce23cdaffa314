import { awardWords } from "~/features/awards/messages";
import type { PhaseKind } from "~/features/awards/rounds/phases.rules";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  roundId: string;
  access: { nominates: boolean; seatId: string | null };
  phase: PhaseKind | null;
  /** The member has declared conflicts. */
  declared: boolean;
}

/** What this person is asked for now: a unit to nominate, a member to declare or to score. */
export function NextSteps({ roundId, access, phase, declared }: Props) {
  const t = useWords(awardWords);
  return (
    <>
      {access.nominates && phase === "nomination" && (
        <Notice
          title={t.nextForUnit}
          action={
            <ButtonLink href={paths.nominationNew(roundId)} variant="primary" icon="add">
              {t.nominate}
            </ButtonLink>
          }
        >
          {t.nominateText}
        </Notice>
      )}
      {access.seatId !== null && !declared && (
        <Notice
          title={t.nextForMember}
          action={
            <ButtonLink href={paths.awardConflicts(roundId)} variant="primary">
              {t.declareFirst}
            </ButtonLink>
          }
        >
          {t.declareText}
        </Notice>
      )}
      {access.seatId !== null && declared && phase === "scoring" && (
        <Notice
          title={t.nextForMember}
          action={
            <ButtonLink href={paths.scoring(roundId)} variant="primary">
              {t.score}
            </ButtonLink>
          }
        />
      )}
    </>
  );
}
