import { useEffect, useState } from "react";
import { Button } from "~/ui/button";
import { CheckboxField } from "~/ui/choice-field";
import { Dialog } from "~/ui/dialog";
import { Table } from "~/ui/table";
import { Ltr } from "~/ui/text";
import { useWords } from "~/web/use-words";
import { actOf, rowAfter } from "../keys.rules";
import { taskListWords } from "../messages";

const remembered = "tenten-list-letters";
const typing = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/** The list by keyboard, and the button that says how; stays away where no script runs. */
export function ListKeys() {
  const { keys: t, keysHelp } = useWords(taskListWords);
  const [ready, setReady] = useState(false);
  const [letters, setLetters] = useState(true);
  const [help, setHelp] = useState(false);
  useEffect(() => {
    setReady(true);
    setLetters(localStorage.getItem(remembered) !== "off");
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (at.closest(typing) || document.querySelector("dialog[open]")) return;
      const act = actOf(event.key, { letters, inList: at.closest(".task-list") !== null });
      // Enter on a link opens it by itself.
      if (!act || (act === "open" && at.closest("a"))) return;
      event.preventDefault();
      if (act === "help") setHelp(true);
      else if (act === "search") document.querySelector<HTMLElement>(".task-filter [type=search]")?.focus();
      else act === "next" || act === "previous" ? step(act) : onRow(at, act);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [letters]);
  if (!ready) return null;
  const rows = [
    { key: "j  ↓", does: t.next },
    { key: "k  ↑", does: t.previous },
    { key: "x", does: t.select },
    { key: "Enter", does: t.open },
    { key: "/", does: t.search },
    { key: "?", does: t.help },
  ];
  return (
    <>
      <span className="with-keys">
        <Button type="button" variant="quiet" icon="key" onClick={() => setHelp(true)}>
          {keysHelp}
        </Button>
      </span>
      <Dialog open={help} onClose={() => setHelp(false)} title={t.title}>
        <Table
          caption={t.title}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: "key", head: t.key, primary: true, nowrap: true, cell: ({ key }) => <Ltr>{key}</Ltr> },
            { key: "does", head: t.does, cell: ({ does }) => does },
          ]}
        />
        <CheckboxField
          name="letters"
          label={t.on}
          hint={t.onHint}
          checked={letters}
          onChange={({ currentTarget: { checked } }) => {
            localStorage.setItem(remembered, checked ? "on" : "off");
            setLetters(checked);
          }}
        />
      </Dialog>
    </>
  );
}

const rowOf = (at: Element | null) => at?.closest("tr")?.querySelector<HTMLElement>("a[data-task]") ?? null;

function step(way: "next" | "previous") {
  const links = [...document.querySelectorAll<HTMLElement>("a[data-task]")];
  const here = rowOf(document.activeElement);
  const link = links[rowAfter(here ? links.indexOf(here) : -1, links.length, way)];
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}

function onRow(at: HTMLElement, act: "select" | "open") {
  if (act === "open") rowOf(at)?.click();
  else at.closest("tr")?.querySelector<HTMLElement>('input[name="task"]')?.click();
}
