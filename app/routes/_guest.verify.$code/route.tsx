import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { read } from "#db/client.server";
import { findOrganization } from "~/features/accounts/reads.server";
import { VerifyForm } from "~/features/awards/honours/components/verify-form";
import { honourWords } from "~/features/awards/honours/messages";
import { findByCode } from "~/features/awards/honours/reads.server";
import { readCode, shownCode } from "~/features/awards/codes.rules";
import { verifySigns } from "~/features/awards/honours/rules";
import { DescriptionList } from "~/ui/description-list";
import { GuestPage } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Ltr } from "~/ui/text";
import { languageLinks } from "~/web/language-links";
import { formatDay } from "~/web/time";
import { titleOf } from "~/web/title";
import { useAddress } from "~/web/use-address";
import { useLocale, useWords } from "~/web/use-words";

export const meta = titleOf(honourWords, (t) => t.verify);

export async function loader({ params }: LoaderFunctionArgs) {
  const code = (params.code ?? "").slice(0, 40);
  const honour = await findByCode(read, { code });
  const office = (await findOrganization(read))?.name ?? "TenTen";
  return data({ honour, office, code: honour ? shownCode(readCode(code, verifySigns)) : "" }, honour ? 200 : 404);
}

/** What a certificate's code stands for: whom it honours and by which decision, or that it was revoked. */
export default function Verify() {
  const { honour, office, code } = useLoaderData<typeof loader>();
  const t = useWords(honourWords);
  const { path, query } = useAddress();
  const locale = useLocale();
  if (!honour)
    return (
      <GuestPage
        organizer={office}
        kicker={t.verify}
        title={t.noSuch}
        languagesLabel={t.languages}
        languages={languageLinks(path + query, locale)}
      >
        <p>{t.noSuchText}</p>
        <VerifyForm />
      </GuestPage>
    );
  const revoked = honour.revokedOn !== null;
  return (
    <GuestPage
      organizer={office}
      kicker={t.verify}
      title={<bdi>{honour.name}</bdi>}
      languagesLabel={t.languages}
      languages={languageLinks(path + query, locale)}
    >
      <Notice
        tone={revoked ? "danger" : "success"}
        title={revoked ? t.revokedBy(honour.revocationNumber, formatDay(honour.revokedOn ?? "")) : t.genuine}
      />
      <DescriptionList
        layout="invitation"
        items={[
          { term: t.forms[honour.form], detail: <bdi>{honour.category}</bdi> },
          honour.position !== "" && { term: t.position, detail: <bdi>{honour.position}</bdi> },
          honour.unitName !== "" && { term: t.unitName, detail: <bdi>{honour.unitName}</bdi> },
          honour.achievement !== "" && { term: t.achievement, detail: <bdi>{honour.achievement}</bdi> },
          honour.decidedOn !== null && {
            term: t.number,
            detail: <bdi>{t.by(honour.decisionNumber, formatDay(honour.decidedOn))}</bdi>,
          },
          { term: t.code, detail: <Ltr>{code}</Ltr> },
        ]}
      />
    </GuestPage>
  );
}
