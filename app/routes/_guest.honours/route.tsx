import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { honourWords } from "~/features/awards/honours/messages";
import { honourRoll, honourYears } from "~/features/awards/honours/reads.server";
import { honoursPerPage } from "~/features/awards/honours/rules";
import { Button } from "~/ui/button";
import { GuestPage } from "~/ui/guest-page";
import { Pagination } from "~/ui/pagination";
import { Ltr } from "~/ui/text";
import { TextField } from "~/ui/text-field";
import { languageLinks } from "~/web/language-links";
import { pageOf } from "~/web/paging";
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
  const page = pageOf(asked);
  const office = (await findOrganization(read))?.name ?? "TenTen";
  return { years, year, term, page, office, ...(await honourRoll(read, { year, term, page })) };
}

/** The public honour roll of a year: name, position, unit and achievement, nothing else. */
export default function HonourRoll() {
  const { years, year, term, page, office, total, rows } = useLoaderData<typeof loader>();
  const t = useWords(honourWords);
  const { path, query } = useAddress();
  const locale = useLocale();
  const categories = [...new Set(rows.map(({ category }) => category))];
  const first = (page - 1) * honoursPerPage + 1;
  const pageHref = (n: number) =>
    `${paths.honourRoll(year)}&${new URLSearchParams({ ...(term && { q: term }), page: String(n) })}`;
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
      {total === 0 ? (
        <p className="soft">{term ? t.rollNoneFound : t.rollNone}</p>
      ) : (
        <p className="soft">{t.rollCount(total)}</p>
      )}
      {categories.map((category) => (
        <section key={category} className="stack gap-3">
          <h2>{category}</h2>
          <ul className="guest-list">
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
      {total > honoursPerPage && (
        <Pagination
          summary={rows.length > 0 && t.rollShown(first, first + rows.length - 1, total)}
          previous={page > 1 ? pageHref(Math.min(page - 1, Math.ceil(total / honoursPerPage))) : null}
          next={first + rows.length <= total && rows.length > 0 ? pageHref(page + 1) : null}
        />
      )}
      <p>
        <a href={paths.verifying}>{t.verify}</a>
      </p>
    </GuestPage>
  );
}
