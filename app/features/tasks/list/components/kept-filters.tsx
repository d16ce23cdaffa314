import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { paths } from "~/web/paths";
import { useWords } from "~/web/use-words";
import { taskListWords } from "../messages";

interface Props {
  /** The query that would be kept; null where nothing narrows the list. */
  query: string | null;
  kept: { id: string; name: string }[];
  /** What the form said when it was refused, and why. */
  refused: { name: string; code: string } | null;
}

/** Keeps the present filter under a name, and takes kept ones away. */
export function KeptFilters({ query, kept, refused }: Props) {
  const t = useWords(taskListWords).keep;
  // The list stays filtered where the form has to be mended.
  const here = `${paths.tasks}?index${query ? `&${query.slice(1)}` : ""}`;
  if (query === null && kept.length === 0) return null;
  return (
    <details className="filter-more no-print" open={refused !== null}>
      <summary>{t.title}</summary>
      <div className="stack gap-2">
        {query !== null && (
          <Form method="post" action={here} noValidate className="cluster">
            <input type="hidden" name="query" value={query} />
            <TextField
              name="name"
              label={t.name}
              width="m"
              required
              autoComplete="off"
              defaultValue={refused?.name ?? ""}
              error={refused && t.errors[refused.code as keyof typeof t.errors]}
            />
            {refused?.code === "taken" && <CheckboxField name="replace" label={t.replace} />}
            <Button name="do" value="keep">
              {t.save}
            </Button>
          </Form>
        )}
        {kept.map(({ id, name }) => (
          <Form key={id} method="post" action={here}>
            <input type="hidden" name="filterId" value={id} />
            <Button variant="quiet" size="small" icon="remove" name="do" value="forget">
              {t.remove(name)}
            </Button>
          </Form>
        ))}
      </div>
    </details>
  );
}
