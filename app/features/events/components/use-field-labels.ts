import { useWords } from "~/web/use-words";
import { eventWords } from "../messages";
import { eventFormWords } from "../messages/form";
import { programmeWords } from "../programme/messages";

/** What each field of an event or of a point is called, for lists of changes. */
export function useFieldLabels(): Record<string, string> {
  const t = useWords(eventWords);
  const f = useWords(eventFormWords).form;
  const { one: p, add } = useWords(programmeWords);
  const { en, ar, hi } = f.languages;
  return {
    ...f,
    titleEn: f.titleIn(en),
    titleAr: f.titleIn(ar),
    titleHi: f.titleIn(hi),
    descriptionEn: f.descriptionIn(en),
    descriptionAr: f.descriptionIn(ar),
    descriptionHi: f.descriptionIn(hi),
    reason: t.reason,
    how: t.move.how,
    lines: add.lines,
    unit: add.pickUnits,
    result: p.result,
    kind: t.kind,
    hostUnitId: t.host,
    campaignId: t.campaign,
    parentId: f.parent,
    startsAt: f.from,
    endsAt: f.to,
    replyBy: t.replyBy,
    name: p.name,
    unitId: p.unit,
    address: p.address,
    way: p.way,
    meetingUrl: p.meetingUrl,
    capacity: p.seats,
    chairName: p.chairTitle,
    chairPosition: p.position,
  } as unknown as Record<string, string>;
}
