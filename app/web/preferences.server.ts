import { readCookie } from "./cookies.server";

export const themes = ["auto", "light", "dark"] as const;
export const densities = ["comfortable", "compact"] as const;
export interface Preferences {
  theme: (typeof themes)[number];
  density: (typeof densities)[number];
}

export const themeCookie = "tenten_theme";
export const densityCookie = "tenten_density";

/** How this browser likes to see the pages; kept in two plain cookies. */
export function preferencesOf(request: Request): Preferences {
  const theme = readCookie(request, themeCookie);
  const density = readCookie(request, densityCookie);
  return {
    theme: themes.find((known) => known === theme) ?? "auto",
    density: densities.find((known) => known === density) ?? "comfortable",
  };
}
