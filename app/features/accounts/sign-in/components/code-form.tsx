import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";
import { signInWords } from "../messages";

/** Asks for the six digits of the letter. `error` is a code of the form or of the write. */
export function CodeForm({ error }: { error?: string }) {
  const t = useWords(signInWords);
  const text = error && t.errors[error];
  return (
    <form method="post" noValidate className="stack">
      <ErrorSummary title={t.mend} errors={text ? [{ field: "code", text }] : []} />
      <TextField
        name="code"
        label={t.code}
        hint={t.codeHint}
        error={text}
        required
        width="s"
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
      />
      <Button variant="primary" size="large" wide>
        {t.signIn}
      </Button>
    </form>
  );
}
