import { awardWords } from "~/features/awards/messages";
import type { PhaseKind } from "~/features/awards/rounds/phases.rules";
import type { RoundAccess } from "~/features/awards/rounds/reads.server";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  roundId: string;
  access: RoundAccess;
  phase: PhaseKind | null;
  /** The member has declared conflicts. */
  declared: boolean;
}

/** What this person is asked for now: a unit to nominate, a member to declare or to score. Who only oversees is told what they see. */
export function NextSteps({ roundId, access, phase, declared }: Props) {
  const t = useWords(awardWords);
  const onlyOversees = access.oversees && !access.manages && !access.nominates && access.seatId === null;
  return (
    <>
      {onlyOversees && (
        <Notice
          title={t.overseen}
          action={
            <ButtonLink href={paths.honourRoll()} plain>
              {t.roll}
            </ButtonLink>
          }
        >
          {t.overseenText}
        </Notice>
      )}
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
