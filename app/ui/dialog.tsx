import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button";
import { useUiWords } from "./words";

interface DialogProps {
  /** Opened by its owner; a page without script shows its own confirmation page instead. */
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, usually inside the form of the children. */
  actions?: ReactNode;
}

/** A native modal: focus stays inside, Escape closes, focus returns to what opened it. */
export function Dialog({ open, onClose, title, children, actions }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const words = useUiWords();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={box} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <Button type="button" variant="quiet" icon="close" iconOnly onClick={onClose}>
          {words.close}
        </Button>
      </div>
      <div className="dialog-body">{children}</div>
      {actions && <div className="dialog-actions">{actions}</div>}
    </dialog>
  );
}
