import type { ActionFunctionArgs } from "@remix-run/node";
import { transact } from "#db/client.server";
import { keepLocale, optionalActor } from "~/features/accounts/gate.server";
import { changeLocale } from "~/features/accounts/writes.server";
import { setCookie } from "~/web/cookies.server";
import { localPath, seeOther } from "~/web/http.server";
import { isLocale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { densities, densityCookie, themeCookie, themes } from "~/web/preferences.server";

export const loader = () => seeOther(paths.home);

const aYear = { maxAge: 365 * 86_400 };

/** Keeps how this browser likes its pages. The language is also kept for the letters of whoever is signed in. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const cookies: string[] = [];
  const theme = themes.find((known) => known === form.get("theme"));
  const density = densities.find((known) => known === form.get("density"));
  const locale = form.get("locale");
  if (theme) cookies.push(setCookie(themeCookie, theme, aYear));
  if (density) cookies.push(setCookie(densityCookie, density, aYear));
  if (isLocale(locale)) {
    cookies.push(keepLocale(locale));
    const actor = await optionalActor(request);
    if (actor) await transact((tx) => changeLocale(tx, { userId: actor.userId, locale }));
  }
  const back = new URL(localPath(String(form.get("returnTo")), paths.home), "http://local.invalid");
  // A language asked for in the address would win over the one just chosen.
  back.searchParams.delete("lang");
  return seeOther(back.pathname + back.search, cookies);
}
