import { awardWords } from "~/features/awards/messages";
import type { Finding } from "~/features/awards/nominations/eligibility.rules";
import { nominationWords } from "~/features/awards/nominations/messages";
import type { Twin } from "~/features/awards/nominations/twins.reads.server";
import type { Lack, NominationState } from "~/features/awards/nominations/rules";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { formatExactly } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";

interface Props {
  nomination: { id: string; state: NominationState; reason: string };
  mayWrite: boolean;
  /** The last moment to hand it in; null: none is set, or it is `over`. */
  until: Date | null;
  over: boolean;
  lacks: Lack[];
  findings: Finding[];
  twins: Twin[];
}

/** What stands between a dossier and the next step: what is missing, which conditions are not met, whom it may double. */
export function Checks({ nomination, mayWrite, until, over, lacks, findings, twins }: Props) {
  const t = useWords(nominationWords);
  const w = useWords(awardWords);
  const { id } = nomination;
  const locale = useLocale();
  const number = (value: number) => formatExactly(Math.round(value * 100) / 100, locale);
  const zone = useZone();
  const last = until && <p>{t.until(formatMoment(until, zone))}</p>;
  // A text and a paper may bear one name: the paper says that it is one, and each leads to where it is added.
  const wayTo = (lack: Lack) => {
    if (lack.what === "text") return { key: lack.field, word: t.texts[lack.field], href: paths.nominationEdit(id) };
    if (lack.what === "signature") return { key: lack.what, word: t.signature };
    return { key: `file ${lack.kind}`, word: `${t.papers}: ${w.files[lack.kind]}`, href: paths.nominationFiles(id) };
  };
  return (
    <>
      {nomination.reason !== "" && ["returned", "refused", "withdrawn"].includes(nomination.state) && (
        <Notice tone={nomination.state === "returned" ? "warning" : "info"} title={t.states[nomination.state]}>
          <bdi>{nomination.reason}</bdi>
        </Notice>
      )}
      {mayWrite && over && (
        <Notice tone="warning" title={t.over}>
          {t.errors["round-closed"]}
        </Notice>
      )}
      {mayWrite &&
        (lacks.length > 0 ? (
          <Notice tone="warning" title={t.lacks}>
            <ul>
              {lacks.map(wayTo).map(({ key, word, href }) => (
                <li key={key}>{href ? <Link href={href}>{word}</Link> : word}</li>
              ))}
            </ul>
            {last}
          </Notice>
        ) : (
          <Notice tone="success" title={t.whole}>
            {last}
          </Notice>
        ))}
      {findings.length > 0 && (
        <Notice tone={findings.some(({ effect }) => effect === "block") ? "danger" : "warning"} title={t.findings}>
          <ul>
            {findings.map(({ fact, found, limit, effect }) => (
              <li key={fact}>
                {t.effects[effect]}: {t.finding[fact](number(found), number(limit))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {twins.length > 0 && (
        <Notice tone="warning" title={t.twins}>
          <p>{t.twinsText}</p>
          <ul>
            {twins.map((twin) => (
              <li key={`${twin.of} ${twin.id}`}>
                <Link href={twin.of === "round" ? paths.nomination(twin.id) : paths.honour(twin.id)}>{twin.name}</Link>
                {` – ${[twin.unitName, twin.category, String(twin.year)].filter(Boolean).join(", ")} (${t.twinSame[twin.same]})`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
