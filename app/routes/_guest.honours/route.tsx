import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { honourWords } from "~/features/awards/honours/messages";
import { honourRoll, honourYears } from "~/features/awards/honours/reads.server";
import { Button } from "~/ui/button";
import { GuestPage } from "~/ui/guest-page";
import { Ltr } from "~/ui/text";
import { TextField } from "~/ui/text-field";
import { languageLinks } from "~/web/language-links";
import { paths } from "~/web/paths";
import { dayOf, formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useAddress } from "~/web/use-address";
import { useLocale, useWords } from "~/web/use-words";
import { zoneOf } from "~/web/zone.server";

export const meta = titleOf(honourWords, (t) => t.roll);
export const headers = () => ({ "X-Robots-Tag": "all" });

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const years = await honourYears(read);
  const wished = Number(asked.get("year"));
  const year = years.includes(wished) ? wished : (years[0] ?? Number(dayOf(new Date(), zoneOf()).slice(0, 4)));
  const term = asked.get("q")?.trim().slice(0, 100) ?? "";
  const office = (await findOrganization(read))?.name ?? "TenTen";
  return { years, year, term, office, rows: await honourRoll(read, { year, term }) };
}

/** The public honour roll of a year: name, position, unit and achievement, nothing else. */
export default function HonourRoll() {
  const { years, year, term, office, rows } = useLoaderData<typeof loader>();
  const t = useWords(honourWords);
  const { path, query } = useAddress();
  const locale = useLocale();
  const categories = [...new Set(rows.map(({ category }) => category))];
  return (
    <GuestPage
      organizer={office}
      kicker={t.roll}
      title={t.rollLead(String(year))}
      languagesLabel={t.languages}
      languages={languageLinks(path + query, locale)}
    >
      {years.length > 1 && (
        <nav aria-label={t.years} className="cluster">
          {years.map((one) => (
            <a key={one} href={paths.honourRoll(one)} aria-current={one === year ? "page" : undefined}>
              <Ltr>{one}</Ltr>
            </a>
          ))}
        </nav>
      )}
      <search>
        <form method="get" className="cluster" style={{ alignItems: "end" }}>
          <input type="hidden" name="year" value={year} />
          <TextField name="q" type="search" label={t.search} defaultValue={term} width="m" autoComplete="off" />
          <Button>{t.find}</Button>
        </form>
      </search>
      {rows.length === 0 && <p className="soft">{t.rollNone}</p>}
      {categories.map((category) => (
        <section key={category} className="stack gap-3">
          <h2>{category}</h2>
          <ul className="plain-list">
            {rows
              .filter((row) => row.category === category)
              .map((row) => (
                <li key={row.id}>
                  <strong>
                    <bdi>{row.name}</bdi>
                  </strong>
                  <span className="block">
                    <bdi>{[row.position, row.unitName].filter(Boolean).join(", ")}</bdi>
                  </span>
                  <span className="block">
                    <bdi>{row.achievement}</bdi>
                  </span>
                  <span className="soft small block">
                    {t.forms[row.form]}
                    {row.decidedOn && ` · ${t.by(row.decisionNumber, formatDay(row.decidedOn))}`}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p>
        <a href={paths.verifying}>{t.verify}</a>
      </p>
    </GuestPage>
  );
}
