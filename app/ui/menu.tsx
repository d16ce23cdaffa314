import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { classes } from "./class-names";
import { Icon, type IconName } from "./icon";
import { Link } from "./link";

interface MenuProps {
  label: ReactNode;
  icon?: IconName;
  /** Shows the sign only. */
  iconOnly?: boolean;
  variant?: "secondary" | "quiet";
  size?: "small" | "medium";
  /** Which edge of the button the sheet hangs from. */
  align?: "start" | "end";
  children: ReactNode;
}

/** A button that opens a small sheet of links and buttons. Works without script; with it, Escape and a press outside close it. */
export function Menu({
  label,
  icon,
  iconOnly,
  variant = "secondary",
  size = "medium",
  align = "end",
  children,
}: MenuProps) {
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = box.current;
      if (!menu?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        menu.querySelector("summary")?.focus();
      } else if (menu.contains(event.target as Node)) return;
      menu.open = false;
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details ref={box} className={`menu menu-${align}`} name="menu">
      <summary
        className={classes(
          "button",
          `button-${variant}`,
          size === "small" && "button-small",
          iconOnly && "button-icon",
        )}
      >
        {icon && <Icon name={icon} />}
        <span className={iconOnly ? "visually-hidden" : undefined}>{label}</span>
        {!iconOnly && <Icon name="down" size={16} />}
      </summary>
      {/* biome-ignore lint/a11y: the sheet only listens for a link inside it being followed */}
      <div className="menu-sheet" onClick={(event) => closeAfterLink(event, box.current)}>
        {children}
      </div>
    </details>
  );
}

// A link followed inside the app keeps the page, and the sheet would stay open over the next one.
function closeAfterLink({ target }: MouseEvent<HTMLElement>, menu: HTMLDetailsElement | null) {
  if (menu && (target as Element).closest("a")) menu.open = false;
}

/** A link of a menu. */
export function MenuLink({
  href,
  icon,
  plain,
  children,
}: {
  href: string;
  icon?: IconName;
  plain?: boolean;
  children: ReactNode;
}) {
  return (
    <Link href={href} plain={plain} className="menu-item">
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}

interface MenuButtonProps {
  name?: string;
  value?: string;
  icon?: IconName;
  /** The choice in force. */
  chosen?: boolean;
  danger?: boolean;
  lang?: string;
  children: ReactNode;
}

/** A button of a menu; stands in a form. */
export function MenuButton({ icon, chosen, danger, children, ...rest }: MenuButtonProps) {
  return (
    <button
      type="submit"
      className={classes("menu-item", danger && "menu-danger", rest.lang && "language-name")}
      aria-pressed={chosen}
      {...rest}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
      {chosen && <Icon name="check" size={16} />}
    </button>
  );
}

/** A named part of a menu. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="menu-group">
      <legend>{label}</legend>
      {children}
    </fieldset>
  );
}
