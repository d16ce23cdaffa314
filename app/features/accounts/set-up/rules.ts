import type { Locale } from "~/web/i18n";

export const steps = ["start", "organization", "person", "mail", "finish"] as const;
export type Step = (typeof steps)[number];

/** What the installer has told so far; carried from page to page in a sealed cookie. */
export interface Draft {
  /** True once the code from the server's log was given. */
  proved?: boolean;
  organization?: { name: string; kind: OrganizationKind; zone: string; locale: Locale };
  person?: { name: string; position: string; email: string };
  /** The test letter sent last. */
  letterId?: string;
  mailSeen?: boolean;
}

/** The first step that is still open: nobody gets past a page by typing an address. */
export function stepOf(draft: Draft, wished: string | null): Step {
  const open: Step = !draft.proved
    ? "start"
    : !draft.organization
      ? "organization"
      : !draft.person
        ? "person"
        : !draft.mailSeen
          ? "mail"
          : "finish";
  const asked = steps.find((step) => step === wished);
  return asked && steps.indexOf(asked) < steps.indexOf(open) && (asked !== "start" || !draft.proved) ? asked : open;
}

/** Kinds an organization may be of, for its place in the tree of units. */
export const organizationKinds = [
  "province",
  "department",
  "commune",
  "ward",
  "committee",
  "union",
  "school",
  "enterprise",
  "other",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** What people type of a code: letters and digits, whatever stands between them. */
export const plainCode = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** Zones offered first; any IANA name may be typed. */
export const commonZones = [
  "Asia/Ho_Chi_Minh",
  "Asia/Bangkok",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Asia/Kolkata",
  "Asia/Dubai",
  "Europe/London",
  "Europe/Paris",
  "America/New_York",
  "UTC",
] as const;
