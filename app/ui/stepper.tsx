import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";
import { useUiWords } from "./words";

export interface Step {
  key: string;
  label: ReactNode;
  href?: string;
}

/** Where one is in a task of several pages. `current` is the key of the step on screen; those before it are done. */
export function Stepper({ steps, current }: { steps: Step[]; current: string }) {
  const words = useUiWords();
  const at = steps.findIndex((step) => step.key === current);
  return (
    <nav className="stepper" aria-label={words.steps}>
      <ol>
        {steps.map((step, index) => {
          const done = index < at;
          return (
            <li key={step.key} aria-current={index === at ? "step" : undefined} data-done={done || undefined}>
              <span className="step-sign" aria-hidden="true">
                {done ? <Icon name="check" size={14} /> : index + 1}
              </span>
              {step.href && done ? <Link href={step.href}>{step.label}</Link> : <span>{step.label}</span>}
              {done && <span className="visually-hidden">, {words.stepDone}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
