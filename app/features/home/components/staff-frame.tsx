import type { ReactNode } from "react";
import { roleWords } from "~/features/accounts/messages/roles";
import type { IconName } from "~/ui/icon";
import { Flash } from "~/ui/notice";
import { type NavGroup, type Preference, Shell } from "~/ui/shell";
import { UiLanguage } from "~/ui/words";
import { localeNames, locales } from "~/web/i18n";
import { paths } from "~/web/paths";
import type { Preferences } from "~/web/preferences.server";
import { useAddress } from "~/web/use-address";
import { useLocale, useWords } from "~/web/use-words";
import { staffFrameWords } from "../messages/frame";
import type { Summary } from "../rules";

interface FrameProps extends Summary {
  demo: boolean;
  mailbox: boolean;
  flash: { tone: "success" | "info" | "warning" | "danger"; text: string } | null;
  preferences: Preferences;
  children: ReactNode;
}

/** The frame of every staff page: where one may go, who one is, how it looks, what has just happened. */
export function StaffFrame({ name, position, roles, demo, mailbox, flash, preferences, sees, children }: FrameProps) {
  const t = useWords(staffFrameWords);
  const roleNames = useWords(roleWords);
  const { path, query } = useAddress();
  return (
    <UiLanguage locale={useLocale()}>
      <Shell
        words={{ skip: t.skip, navigation: t.navigation, search: t.searchFor, display: t.display, signOut: t.signOut }}
        home={paths.home}
        nav={useNavigation(sees, mailbox)}
        search={{
          action: paths.search,
          value: path === paths.search ? (new URLSearchParams(query).get("q") ?? "") : "",
        }}
        person={{ name, role: roles[0] ? roleNames[roles[0]] : position, href: paths.account }}
        preferences={{ action: paths.preferences, returnTo: path + query, groups: usePreferences(preferences) }}
        signOut={paths.signOut}
        banner={demo ? t.demo : undefined}
        flash={flash && <Flash tone={flash.tone}>{flash.text}</Flash>}
      >
        {children}
      </Shell>
    </UiLanguage>
  );
}

function useNavigation(sees: Summary["sees"], mailbox: boolean): NavGroup[] {
  const { nav, planning, register, office, scoring } = useWords(staffFrameWords);
  const { path } = useAddress();
  // A dossier stands under an address of its own, in the part of awards.
  const part = /^\/(nominations|honours)\//.test(path) ? paths.awards : path;
  const within = (href: string) => part === href || part.startsWith(`${href}/`);
  const item = (key: keyof typeof nav, icon: IconName, shown = true) => {
    const href = paths[key];
    const current = href === paths.home ? path === href : within(href);
    return shown ? [{ href, label: nav[key], icon, current }] : [];
  };
  const sheets = sees.scoring === null ? null : paths.scoring(sees.scoring);
  const scores = sheets !== null && within(sheets);
  const awards = item("awards", "award", sees.awards).map((one) => ({ ...one, current: one.current && !scores }));
  return [
    { items: item("home", "overview") },
    {
      label: planning,
      items: [
        ...item("campaigns", "campaign"),
        ...item("tasks", "tasks", sees.tasks),
        ...item("difficulties", "warning", sees.tasks),
        ...item("events", "event"),
        ...awards,
        ...(sheets === null ? [] : [{ href: sheets, label: scoring, icon: "check" as const, current: scores }]),
        ...item("letters", "letter", sees.letters),
      ],
    },
    { label: register, items: [...item("units", "unit"), ...item("documents", "document")] },
    {
      label: office,
      items: [...item("accounts", "people", sees.accounts), ...item("organization", "settings", sees.organization)],
    },
    { items: [...item("account", "person"), ...item("mailbox", "mailbox", mailbox)] },
  ].filter((group) => group.items.length > 0);
}

const themes = ["auto", "light", "dark"] as const;
const densities = ["comfortable", "compact"] as const;

function usePreferences({ theme, density }: Preferences): Preference[] {
  const t = useWords(staffFrameWords);
  const locale = useLocale();
  return [
    {
      name: "locale",
      label: t.language,
      choices: locales.map((value) => ({ value, label: localeNames[value], lang: value })),
      chosen: locale,
    },
    {
      name: "theme",
      label: t.theme,
      choices: themes.map((value) => ({ value, label: t.themes[value], icon: value })),
      chosen: theme,
    },
    {
      name: "density",
      label: t.density,
      choices: densities.map((value) => ({ value, label: t.densities[value] })),
      chosen: density,
    },
  ];
}
