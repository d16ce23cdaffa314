import { conclusionWords } from "~/features/tasks/conclusions/messages";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Disclosure } from "~/ui/guest-page";
import { TextArea } from "~/ui/text-field";
import { markOf } from "~/features/events/rules";
import { useWords } from "~/web/use-words";

interface Props {
  press: string;
  values: Record<string, string>;
  /** An error code. */
  error?: string;
}

/** Many lines at once, from the secretary's notes. */
export function PasteLines({ press, values, error }: Props) {
  const t = useWords(conclusionWords);
  return (
    <Disclosure summary={t.paste} open={error !== undefined}>
      <Form method="post" noValidate className="stack gap-3" key={markOf([press, error])}>
        <input type="hidden" name="press" value={press} />
        <TextArea
          name="lines"
          label={t.pasteLines}
          hint={t.pasteHint}
          rows={8}
          defaultValue={error ? values.lines : undefined}
          error={error && t.errors[error as keyof typeof t.errors]}
        />
        <div>
          <Button name="do" value="paste">
            {t.pasteAdd}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
