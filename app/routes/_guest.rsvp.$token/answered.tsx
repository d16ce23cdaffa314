import { useParams } from "@remix-run/react";
import { encode } from "uqr";
import { answerWords } from "~/features/participants/answer/messages";
import { changesWelcomeUntil, opensDoor } from "~/features/participants/answer/rules";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Qr } from "~/ui/qr";
import { paths } from "~/web/paths";
import { useLocale, useWords } from "~/web/use-words";
import { Facts, momentText } from "./facts";
import type { Reply } from "./route";
import { useStepHref } from "./steps";

/** What stands: the answer, what it opens, and the way to change it. */
export function Answered({ page }: { page: Reply }) {
  const { guest, stage, isStandIn } = page;
  const t = useWords(answerWords);
  const yes = guest.answer === "yes";
  const off = stage === "cancelled" || stage === "finished" || stage === "postponed";
  return (
    <>
      {yes ? (
        <Notice tone={off ? "info" : "success"} title={t.confirmed}>
          {off ? null : isStandIn ? t.seatKeptInPlace : t.seatKept}
        </Notice>
      ) : (
        <Notice tone="info" title={t.declined}>
          {t.declinedThanks}
          {guest.declineReason && (
            <>
              <br />
              {`${t.reasonGiven}: `}
              <bdi className="rsvp-reason">{guest.declineReason}</bdi>
            </>
          )}
        </Notice>
      )}
      <Facts page={page} />
      {opensDoor(guest, stage) && <Door code={guest.doorCode} />}
      {stage === "open" && <Change page={page} />}
    </>
  );
}

/** The code for the door: for a camera, and in letters for a door without one. */
function Door({ code }: { code: string }) {
  const t = useWords(answerWords);
  return (
    <section id="door" className="rsvp-door" aria-labelledby="door-title">
      <h2 id="door-title">{t.door}</h2>
      <Qr matrix={encode(code, { border: 0 }).data} label={t.door} size={184} />
      <p className="rsvp-code" dir="ltr">
        {`${code.slice(0, 4)} ${code.slice(4)}`}
      </p>
      <p className="soft small">{t.doorHint}</p>
      <Files />
    </section>
  );
}

function Files() {
  const t = useWords(answerWords);
  const { token = "" } = useParams();
  return (
    <div className="rsvp-files">
      <ButtonLink plain href={paths.rsvpCalendar(token)} download>
        {t.addToCalendar}
      </ButtonLink>
      <ButtonLink plain href={paths.rsvpCode(token)} download>
        {t.saveCode}
      </ButtonLink>
    </div>
  );
}

function Change({ page }: { page: Reply }) {
  const { guest, event, isStandIn, now } = page;
  const t = useWords(answerWords);
  const locale = useLocale();
  const stepHref = useStepHref();
  const until = changesWelcomeUntil(event, now);
  const yes = guest.answer === "yes";
  return (
    <section className="stack gap-2" aria-labelledby="change">
      <h2 id="change">{t.change}</h2>
      {until && <p className="soft">{t.changeUntil(momentText(until, event.zone, locale))}</p>}
      <div className="stack gap-2">
        {!yes && (
          <ButtonLink plain wide href={stepHref("yes")}>
            {t.answers.yes}
          </ButtonLink>
        )}
        {yes && event.guestsChoosePoint && (
          <ButtonLink plain wide href={stepHref("yes")}>
            {t.changePoint}
          </ButtonLink>
        )}
        {!isStandIn && (
          <ButtonLink plain wide href={stepHref("substitute")}>
            {t.answers.substitute}
          </ButtonLink>
        )}
        <ButtonLink plain wide href={stepHref("no")}>
          {isStandIn ? t.cannotCome : yes ? t.answers.no : t.changeReason}
        </ButtonLink>
      </div>
    </section>
  );
}
