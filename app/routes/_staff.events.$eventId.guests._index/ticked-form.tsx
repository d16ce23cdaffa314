import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";
import { ManyBar } from "~/features/participants/guests/components/many-bar";
import { Form } from "~/ui/form";

type Props = Omit<ComponentProps<typeof ManyBar>, "ticked" | "tickAll"> & { children: ReactNode };

const boxes = 'input[type="checkbox"][name="guest"]';

/** The form around the rows and what can be done with the ticked ones; a script counts them. */
export function TickedForm({ children, ...bar }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [ticked, setTicked] = useState(0);
  const [scripted, setScripted] = useState(false);
  const count = () => setTicked(form.current?.querySelectorAll(`${boxes}:checked`).length ?? 0);
  useEffect(() => {
    setScripted(true);
    // The browser may bring ticks back when one returns to the page.
    setTicked(form.current?.querySelectorAll(`${boxes}:checked`).length ?? 0);
  }, []);
  const tickAll = (on: boolean) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>(boxes) ?? []) box.checked = on;
    count();
  };
  return (
    <Form method="post" ref={form} onChange={count}>
      {children}
      <ManyBar {...bar} ticked={ticked} tickAll={scripted ? tickAll : null} />
    </Form>
  );
}
