import { programmeWords } from "~/features/events/programme/messages";
import { Button } from "~/ui/button";
import { useWords } from "~/web/use-words";

/** Up, down and away for one row; each says which row it means. */
export function RowButtons({ at, last, name }: { at: number; last: boolean; name: string }) {
  const { agenda: a } = useWords(programmeWords);
  return (
    <span className="cluster gap-1">
      <Button variant="quiet" size="small" icon="ascending" iconOnly name="do" value={`up:${at}`} disabled={at === 0}>
        {`${a.up}: ${name}`}
      </Button>
      <Button variant="quiet" size="small" icon="descending" iconOnly name="do" value={`down:${at}`} disabled={last}>
        {`${a.down}: ${name}`}
      </Button>
      <Button variant="quiet" size="small" icon="remove" iconOnly name="do" value={`remove:${at}`}>
        {`${a.remove}: ${name}`}
      </Button>
    </span>
  );
}
