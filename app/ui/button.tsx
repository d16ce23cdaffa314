import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classes } from "./class-names";
import { Icon, type IconName } from "./icon";
import { Link, type LinkProps } from "./link";

interface Look {
  /** One primary on a page: its obvious next action. */
  variant?: "primary" | "secondary" | "quiet" | "danger";
  size?: "small" | "medium" | "large";
  /** As wide as the column it stands in. */
  wide?: boolean;
  icon?: IconName;
  /** Shows the sign only; the words stay as its name for readers and as a tooltip. */
  iconOnly?: boolean;
}

export interface ButtonProps extends Look, ButtonHTMLAttributes<HTMLButtonElement> {
  /** Being sent: keeps its place and width, is announced as busy, and does not send twice. */
  busy?: boolean;
}

const look = ({ variant = "secondary", size = "medium", wide, iconOnly }: Look, className?: string) =>
  classes(
    "button",
    `button-${variant}`,
    size !== "medium" && `button-${size}`,
    wide && "button-wide",
    iconOnly && "button-icon",
    className,
  );

function Face({ icon, iconOnly, size, children }: Look & { children: ReactNode }) {
  return (
    <>
      {icon && <Icon name={icon} size={size === "small" ? 16 : 18} />}
      <span className={iconOnly ? "visually-hidden" : undefined}>{children}</span>
    </>
  );
}

/** A button that does something. `type` is "submit" unless told otherwise. */
export function Button({ variant, size, wide, icon, iconOnly, busy, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="submit"
      className={look({ variant, size, wide, iconOnly }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      title={iconOnly && typeof children === "string" ? children : undefined}
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      <Face icon={icon} iconOnly={iconOnly} size={size}>
        {children}
      </Face>
    </button>
  );
}

/** A link in a button's clothes: it shows another page, it never changes anything. */
export function ButtonLink({ variant, size, wide, icon, iconOnly, className, children, ...rest }: Look & LinkProps) {
  return (
    <Link
      className={look({ variant, size, wide, iconOnly }, className)}
      title={iconOnly && typeof children === "string" ? children : undefined}
      {...rest}
    >
      <Face icon={icon} iconOnly={iconOnly} size={size}>
        {children}
      </Face>
    </Link>
  );
}
