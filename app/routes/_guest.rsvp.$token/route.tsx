import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { read, transact } from "#db/client.server";
import { parseAnswer } from "~/features/participants/answer/forms";
import { answerWords } from "~/features/participants/answer/messages";
import { findFarewell, findOffice, findReply, pointsWithSeats } from "~/features/participants/answer/reads.server";
import { type AnswerRefused, stageOf, stepOf } from "~/features/participants/answer/rules";
import { answerByLink } from "~/features/participants/answer/writes.server";
import { ErrorSummary } from "~/ui/error-summary";
import { GuestPage } from "~/ui/guest-page";
import { fieldError } from "~/web/form";
import { seeOther } from "~/web/http.server";
import { defaultLocale, isLocale } from "~/web/i18n";
import { languageLinks } from "~/web/language-links";
import { localeOf } from "~/web/locale.server";
import { inLanguage, languageOf } from "~/web/localized";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import { Answered } from "./answered";
import { DeadLink, Farewell } from "./endings";
import { Contact, Facts, Greeting, MoreFacts, StageNotice } from "./facts";
import { Refusal } from "./refusal";
import rsvpStyles from "./rsvp.css?url";
import { Ask, Step } from "./steps";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: rsvpStyles }];

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  if (page?.shows !== "reply") {
    const locale = isLocale(root?.locale) ? root.locale : defaultLocale;
    return [{ title: `${answerWords[locale].dead.title} · TenTen` }];
  }
  const { readerLocale: locale, event } = page;
  return [{ title: `${answerWords[locale].invitation}: ${inLanguage(event.title, locale)} · TenTen` }];
};

/** Shows, and changes nothing: mail scanners open every link before its reader does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = new Date();
  const reply = await findReply(read, { token: params.token ?? "", now });
  if (!reply) return data({ shows: "dead" as const, office: await findOffice(read) }, 404);
  const { guest, event } = reply;
  const stage = stageOf(event, now);
  const isStandIn = guest.standsInForId !== null;
  return data({
    shows: "reply" as const,
    ...reply,
    now,
    stage,
    isStandIn,
    asked: new URL(request.url).searchParams.get("answer"),
    choices: event.guestsChoosePoint && stage === "open" ? await pointsWithSeats(read, { eventId: event.id }) : [],
    readerLocale: localeOf(request, guest.locale),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const now = new Date();
  const token = params.token ?? "";
  // A body that is no form is a form without an answer.
  const form = await request.formData().catch(() => new FormData());
  const wish = parseAnswer(form);
  if (!wish.ok) return data({ says: "mend" as const, ...wish }, (await findReply(read, { token, now })) ? 422 : 404);

  const done = await transact((tx) => answerByLink(tx, { token, wish: wish.value, now }));
  if (done.ok && done.linkEnded) {
    const farewell = await findFarewell(read, { participantId: done.participantId });
    return data({ says: "farewell" as const, answer: done.answer, farewell }, 200);
  }
  if (done.ok) {
    const lang = new URL(request.url).searchParams.get("lang");
    return seeOther(paths.rsvp(token) + (isLocale(lang) ? `?lang=${lang}` : ""));
  }
  if (done.reason === "not-found") return data({ says: "nothing" as const }, 404);
  if (done.reason === "already-invited")
    return data({ says: "mend" as const, ...fieldError(form, "email", done.reason) }, 409);
  return data(
    { says: "refused" as const, reason: done.reason, point: done.point ?? "", offers: done.offers ?? [] },
    409,
  );
}

export type Reply = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { shows: "reply" }>;

export default function Rsvp() {
  const page = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  if (said?.says === "farewell" && said.farewell) return <Farewell answer={said.answer} {...said.farewell} />;
  if (page.shows === "dead") return <DeadLink office={page.office} />;
  const mend = said?.says === "mend" ? said : null;
  const refused = said?.says === "refused" ? said : null;
  return <Invitation page={page} mend={mend} refused={refused} />;
}

/** What is to be mended in the form that was sent. */
export interface Mend {
  errors: Record<string, string>;
  values: Record<string, string>;
}

/** An answer that was not taken. */
export interface Refused {
  reason: AnswerRefused["reason"];
  point: string;
  offers: NonNullable<AnswerRefused["offers"]>;
}

function Invitation({ page, mend, refused }: { page: Reply; mend: Mend | null; refused: Refused | null }) {
  const { event, guest, office, host, isStandIn, stage } = page;
  const t = useWords(answerWords);
  const locale = useLocale();
  const { search } = useLocation();
  const wish = mend ? mend.values.answer : refused ? null : page.asked;
  const step = stepOf(wish, stage, { answer: guest.answer, isStandIn, choosesPoint: event.guestsChoosePoint });
  const kicker = isStandIn
    ? t.standInInvitation
    : event.invitationNumber
      ? t.invitationNumber(event.invitationNumber)
      : t.invitation;
  return (
    <GuestPage
      organizer={office?.name ?? host}
      kicker={kicker}
      title={<span lang={languageOf(event.title, locale)}>{inLanguage(event.title, locale)}</span>}
      lead={<Greeting guest={guest} />}
      languagesLabel={t.languages}
      languages={languageLinks(search, locale)}
      privacy={
        <>
          {`${t.privacy} `}
          <Contact {...page.contact} />.
        </>
      }
    >
      {mend && !step && <ErrorSummary title={t.mend} errors={[{ text: t.errors["no-answer"] ?? "" }]} />}
      {refused && <Refusal page={page} refused={refused} />}
      <StageNotice page={page} />
      {step ? (
        <Step page={page} step={step} mend={mend} />
      ) : guest.answer === "none" ? (
        <>
          <Facts page={page} />
          {stage === "open" && !refused && <Ask page={page} />}
        </>
      ) : (
        <Answered page={page} />
      )}
      {!step && <MoreFacts page={page} />}
    </GuestPage>
  );
}
