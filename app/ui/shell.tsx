import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button";
import { Icon, type IconName } from "./icon";
import { Link } from "./link";
import { Menu, MenuButton, MenuGroup } from "./menu";
import { Wordmark } from "./wordmark";
import { useUiWords } from "./words";

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  current?: boolean;
  /** A figure that asks for a look, such as letters that failed. */
  count?: ReactNode;
}

export interface NavGroup {
  label?: string;
  items: NavItem[];
}

export interface Preference {
  /** The form field, such as "theme". */
  name: string;
  label: string;
  choices: { value: string; label: string; icon?: IconName; lang?: string }[];
  chosen: string;
}

export interface ShellProps {
  words: { skip: string; navigation: string; search: string; display: string; signOut: string };
  /** Where the wordmark leads. */
  home: string;
  nav: NavGroup[];
  search?: { action: string; value?: string };
  person?: { name: string; role: string; href: string };
  /** Language, theme, density: one POST form, the name and value of the pressed button are sent; `returnTo` goes along. */
  preferences: { action: string; returnTo: string; groups: Preference[] };
  /** Address of the form post that signs out. */
  signOut?: string;
  /** A line above everything, such as "This is the demo". */
  banner?: ReactNode;
  flash?: ReactNode;
  children: ReactNode;
}

const navId = "shell-nav";
// React 18 knows no popover yet and hands unknown lower-case attributes through as they are.
const asPopover = { popover: "auto" } as object;
const opensNav = { popovertarget: navId } as object;
const closesNav = { popovertarget: navId, popovertargetaction: "hide" } as object;

// A link followed inside the app keeps the page, and the sheet would stay open over the next one.
function closeAfterLink({ target, currentTarget }: MouseEvent<HTMLElement>) {
  if (!("popover" in currentTarget) || !(target as Element).closest("a")) return;
  if (currentTarget.matches(":popover-open")) currentTarget.hidePopover();
}

/** The frame around every staff page. On a phone the navigation waits behind a button that needs no script. */
export function Shell({ words, home, nav, search, person, preferences, signOut, banner, flash, children }: ShellProps) {
  const field = useRef<HTMLInputElement>(null);
  const ownWords = useUiWords();
  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener("keydown", find);
    return () => document.removeEventListener("keydown", find);
  }, []);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {words.skip}
      </a>
      {banner && (
        <aside className="shell-banner" aria-label={ownWords.notices}>
          {banner}
        </aside>
      )}
      <header className="shell-top">
        <button type="button" className="button button-quiet button-icon shell-nav-button" {...opensNav}>
          <Icon name="menu" label={words.navigation} />
        </button>
        <Link href={home} className="shell-home">
          <Wordmark />
        </Link>
        {search && (
          // biome-ignore lint/a11y/useSemanticElements: React 18 does not know <search>
          <form method="get" action={search.action} role="search" aria-label={words.search} className="shell-search">
            <Icon name="search" size={16} />
            <input
              ref={field}
              type="search"
              name="q"
              dir="auto"
              aria-label={words.search}
              placeholder={words.search}
              defaultValue={search.value}
              aria-keyshortcuts="Control+K"
            />
          </form>
        )}
        <div className="shell-tools">
          <Menu label={words.display} icon="settings" iconOnly variant="quiet">
            <form method="post" action={preferences.action}>
              <input type="hidden" name="returnTo" value={preferences.returnTo} />
              {preferences.groups.map((group) => (
                <MenuGroup key={group.name} label={group.label}>
                  {group.choices.map(({ value, label, icon, lang }) => (
                    <MenuButton
                      key={value}
                      name={group.name}
                      value={value}
                      icon={icon}
                      lang={lang}
                      chosen={value === group.chosen}
                    >
                      {label}
                    </MenuButton>
                  ))}
                </MenuGroup>
              ))}
            </form>
          </Menu>
          {person && (
            <Link href={person.href} className="shell-person">
              <b>{person.name}</b>
              <span>{person.role}</span>
            </Link>
          )}
          {signOut && (
            <form method="post" action={signOut}>
              <Button variant="quiet" icon="sign-out" iconOnly>
                {words.signOut}
              </Button>
            </form>
          )}
        </div>
      </header>
      {/* biome-ignore lint/a11y: it only listens for a link inside it being followed */}
      <nav id={navId} className="shell-nav" aria-label={words.navigation} onClick={closeAfterLink} {...asPopover}>
        <button type="button" className="button button-quiet button-icon shell-nav-button" {...closesNav}>
          <Icon name="close" label={ownWords.close} />
        </button>
        {nav.map((group, index) => (
          <NavSection key={group.label ?? index} group={group} />
        ))}
      </nav>
      <main id="main" className="shell-main" tabIndex={-1}>
        {flash}
        {children}
      </main>
    </div>
  );
}

function NavSection({ group }: { group: NavGroup }) {
  return (
    <div className="shell-nav-group">
      {group.label && <p className="shell-nav-label">{group.label}</p>}
      <ul>
        {group.items.map(({ href, label, icon, current, count }) => (
          <li key={href}>
            <Link href={href} aria-current={current ? "page" : undefined}>
              <Icon name={icon} />
              <span>{label}</span>
              {count !== undefined && <span className="nav-count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
