import { Link as RouterLink, useInRouterContext } from "@remix-run/react";
import type { AnchorHTMLAttributes } from "react";

export interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** A full page load: for files, other wings of the product, and pages without script. */
  plain?: boolean;
}

const leavesTheApp = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** A link inside the product. Addresses elsewhere, anchors and downloads become a plain `<a>` by themselves. */
export function Link({ href, plain, children, ...rest }: LinkProps) {
  const routed = useInRouterContext() && !plain && rest.download === undefined && !leavesTheApp.test(href);
  if (!routed) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  // Nothing is fetched ahead: pages are not to be stored (no-store), so the fetch would only be made twice.
  return (
    <RouterLink to={href} prefetch="none" {...rest}>
      {children}
    </RouterLink>
  );
}
