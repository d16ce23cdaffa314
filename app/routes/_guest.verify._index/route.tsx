import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { VerifyForm } from "~/features/awards/honours/components/verify-form";
import { honourWords } from "~/features/awards/honours/messages";
import { GuestPage } from "~/ui/guest-page";
import { seeOther } from "~/web/http.server";
import { languageLinks } from "~/web/language-links";
import { paths } from "~/web/paths";
import { titleOf } from "~/web/title";
import { useAddress } from "~/web/use-address";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(honourWords, (t) => t.verify);

export async function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get("code") ?? "";
  // A sign of two places that the cut halves cannot stand in an address.
  const code = typed
    .trim()
    .slice(0, 40)
    .replace(/\p{Cs}/gu, "");
  if (code) throw seeOther(paths.verify(encodeURIComponent(code)));
  return { office: (await findOrganization(read))?.name ?? "TenTen" };
}

/** The address that is printed on a certificate: its code is typed here. */
export default function Verifying() {
  const { office } = useLoaderData<typeof loader>();
  const t = useWords(honourWords);
  const { path, query } = useAddress();
  const locale = useLocale();
  return (
    <GuestPage
      organizer={office}
      kicker={t.roll}
      title={t.verify}
      languagesLabel={t.languages}
      languages={languageLinks(path + query, locale)}
    >
      <p>{t.verifyLead}</p>
      <VerifyForm />
      <p>
        <a href={paths.honourRoll()}>{t.roll}</a>
      </p>
    </GuestPage>
  );
}
