import { encode } from "uqr";
import type { Reader } from "#db/client.server";
import { awardDecisions } from "#db/schema.server";
import { eq } from "drizzle-orm";
import { env } from "~/web/env.server";
import { dirOf } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDay } from "~/web/time";
import { shownCode } from "../codes.rules";
import { authorityIn } from "./authority.rules";
import { type CertificatePaper, certificateWords } from "./certificate.rules";
import { type Honour, roundOf } from "./reads.server";

/** The papers of some awards, in the order given; each in the language of its certificate. */
export async function certificatesFor(
  db: Reader,
  { honours }: { honours: readonly Honour[] },
): Promise<CertificatePaper[]> {
  const around = new Map<string, { place: string; authority: string; signatoryTitle: string }>();
  const papers: CertificatePaper[] = [];
  for (const honour of honours) {
    const key = `${honour.roundId} ${honour.decisionId}`;
    if (!around.has(key)) {
      const round = honour.roundId ? await roundOf(db, honour.roundId) : null;
      const [decision] = honour.decisionId
        ? await db.select().from(awardDecisions).where(eq(awardDecisions.id, honour.decisionId))
        : [];
      around.set(key, {
        place: round?.place ?? "",
        authority: decision?.authority || round?.authority || "",
        signatoryTitle: decision?.signatoryTitle ?? "",
      });
    }
    papers.push(paperOf(honour, around.get(key) as { place: string; authority: string; signatoryTitle: string }));
  }
  return papers;
}

function paperOf(
  honour: Honour,
  { place, authority, signatoryTitle }: { place: string; authority: string; signatoryTitle: string },
): CertificatePaper {
  const { locale, decidedOn, decisionNumber, verifyCode } = honour;
  // What was written in another script keeps its own direction, its full stops and brackets too.
  const own = (text: string) => (text !== "" && dirOf(locale) === "rtl" ? `\u2068${text}\u2069` : text);
  // Capitals are the Latin scripts' way: a Vietnamese name among other letters keeps its own.
  const capitals = (text: string) => (locale === "vi" || locale === "en" ? text.toLocaleUpperCase(locale) : text);
  const t = certificateWords[locale];
  const [year = "", month = "", day = ""] = (decidedOn ?? "").split("-");
  // Office style: days below ten and the first two months take a nought.
  const shortMonth = Number(month) > 2 ? String(Number(month)) : month;
  return {
    ...{ locale, dir: dirOf(locale) },
    head: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    motto: "Độc lập - Tự do - Hạnh phúc",
    ...{
      authority: capitals(authorityIn(locale, authority)),
      awards: t.awards,
      form: t.forms[honour.form],
      to: t.to,
    },
    ...{ name: own(honour.name), position: own(honour.position), unitName: own(honour.unitName) },
    achievement: own(honour.achievement),
    decision: decidedOn ? t.decision(decisionNumber, formatDay(decidedOn)) : "",
    placeAndDate: decidedOn ? t.place(place && own(place), day, locale === "vi" ? shortMonth : month, year) : "",
    ...{
      signatoryTitle: capitals(authorityIn(locale, signatoryTitle)),
      register: honour.register ? t.register(honour.register) : "",
      verify: t.verify,
    },
    address: `${new URL(env().publicOrigin).host}/verify`,
    code: shownCode(verifyCode),
    qr: encode(`${env().publicOrigin}${paths.verify(verifyCode)}`, { border: 0 }).data.map((row) =>
      row.map((dark) => (dark ? 1 : 0)),
    ),
  };
}
