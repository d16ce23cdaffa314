import { TakeOverForm } from "~/features/participants/list/components/take-over-form";
import { listWords } from "~/features/participants/list/messages";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";

interface Props {
  eventId: string;
  importId: string;
  applied: boolean;
  outcome: { add: number; update: number; ask: number; mend: number; writes: number };
}

/** What the press would write, what waits, and what has to be mended first. */
export function TakeOver({ eventId, importId, applied, outcome }: Props) {
  const t = useWords(listWords);
  const here = paths.guestImportOf(eventId, importId);
  return (
    <TakeOverForm
      {...{ here, applied, outcome, words: t }}
      otherFile={paths.guestImport(eventId)}
      seen={{ href: paths.guests(eventId), label: t.toGuests }}
    >
      {outcome.ask > 0 && (
        <Notice
          tone="warning"
          action={
            <ButtonLink href={`${here}?fate=at-two-points`} size="small">
              {t.choose}
            </ButtonLink>
          }
        >
          {t.waiting(outcome.ask)}
        </Notice>
      )}
    </TakeOverForm>
  );
}
