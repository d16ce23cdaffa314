import { Button } from "~/ui/button";
import { TextField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { honourWords } from "../messages";

/** Where the code of a certificate is typed in. */
export function VerifyForm() {
  const t = useWords(honourWords);
  return (
    <form method="get" action={paths.verifying} className="cluster" style={{ alignItems: "end" }}>
      <TextField
        name="code"
        label={t.code}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
        width="m"
      />
      <Button>{t.check}</Button>
    </form>
  );
}
