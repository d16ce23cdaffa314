import { Form } from "@remix-run/react";
import { LineBadge } from "~/features/events/components/line-badge";
import { useFieldErrors } from "~/features/events/components/use-field-errors";
import { programmeWords } from "~/features/events/programme/messages";
import { type LineTest, lineTests } from "~/features/events/programme/rules";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { Panel } from "~/ui/page";
import { TextField } from "~/ui/text-field";
import { useWords } from "~/web/use-words";

interface Props {
  point: { lineTest: LineTest; lineTestedAt: Date | null; lineNote: string };
  zone: string;
  mayTest: boolean;
  refused?: { errors: Record<string, string>; values: Record<string, string> };
}

/** How the line of a point is, and for its operator the place to note a test. */
export function TestLine({ point, zone, mayTest, refused }: Props) {
  const { one: t, lineTests: tests } = useWords(programmeWords);
  const { error, summary } = useFieldErrors(refused?.errors);
  return (
    <Panel title={t.test}>
      <div>
        <LineBadge point={point} zone={zone} />
      </div>
      {mayTest && (
        <Form method="post" noValidate className="stack">
          <ErrorSummary title={t.mend} errors={summary} />
          <RadioGroup
            name="result"
            label={t.result}
            error={error("result")}
            choices={lineTests.map((value) => ({ value, label: tests[value] }))}
            defaultValue={refused?.values.result ?? (point.lineTest === "untested" ? "passed" : point.lineTest)}
          />
          <TextField
            name="note"
            label={t.testNote}
            hint={t.testNoteHint}
            error={error("note")}
            defaultValue={refused?.values.note ?? point.lineNote}
          />
          <div>
            <Button name="do" value="test">
              {t.noteTest}
            </Button>
          </div>
        </Form>
      )}
    </Panel>
  );
}
