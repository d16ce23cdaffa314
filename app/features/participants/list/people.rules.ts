import { fold } from "~/web/text";
import type { Draft, Person } from "./draft.rules";

export type Change = { field: Exclude<keyof Person, "pointId"> | "point"; from: string; to: string };

/** A person as the list will know them: from the event's list, from the file, or both. */
export interface Entry {
  id: string | null;
  /** The row of the file that stands for this person; null as long as none does. */
  row: number | null;
  person: Person;
}

/** `fold` that remembers: a plan asks for the same names again and again, and 20,000 of them must take no second. */
export function folder(): (text: string) => string {
  const folded = new Map<string, string>();
  return (text) => {
    const key = folded.get(text) ?? fold(text);
    folded.set(text, key);
    return key;
  };
}

// Most keys lead to one person: a list for each of them took as much memory as the people.
type Index = Map<string, Entry | Entry[]>;

/** Everybody met so far, found again by address and name or by name and place. */
export function peopleBook(known: (Person & { id: string })[], keyOf: (text: string) => string) {
  const byMailbox: Index = new Map();
  const byMailAndName: Index = new Map();
  const byPlace: Index = new Map();
  const byPhone: Index = new Map();

  const put = (map: Index, key: string, entry: Entry) => {
    const there = map.get(key);
    if (!there) map.set(key, entry);
    else if (!Array.isArray(there)) {
      if (there !== entry) map.set(key, [there, entry]);
    } else if (!there.includes(entry)) there.push(entry);
  };
  const at = (map: Index, key: string): readonly Entry[] => {
    const there = map.get(key);
    return there === undefined ? [] : Array.isArray(there) ? there : [there];
  };
  const mailAndName = ({ email, name }: Person) => `${email} ${keyOf(name)}`;
  const place = ({ pointId, name, position }: Person) => `${pointId} ${keyOf(name)} · ${keyOf(position)}`;
  const phoneAt = ({ pointId, name, phone }: Person) => `${pointId} ${keyOf(name)} ${phone}`;
  const index = (entry: Entry) => {
    const { person } = entry;
    put(byPlace, place(person), entry);
    if (person.phone !== "") put(byPhone, phoneAt(person), entry);
    if (person.email === null) return;
    put(byMailbox, person.email, entry);
    put(byMailAndName, mailAndName(person), entry);
  };
  for (const { id, ...person } of known) index({ id, row: null, person });

  /** Empty cells of a file never wipe what the list knows; notes are joined, because both sides write them. */
  function differences(before: Person, file: Person): Change[] {
    const changes: Change[] = [];
    for (const field of ["name", "position", "unit", "email", "phone", "language"] as const) {
      const [from, to] = [before[field] ?? "", file[field] ?? ""];
      if (to !== "" && to !== from) changes.push({ field, from, to });
    }
    if (file.note !== "" && !before.note.includes(file.note)) {
      changes.push({
        field: "note",
        from: before.note,
        to: before.note === "" ? file.note : `${before.note}; ${file.note}`,
      });
    }
    return changes;
  }

  function apply(entry: Entry, changes: Change[]) {
    const person: Record<string, unknown> = { ...entry.person };
    for (const { field, to } of changes) person[field === "point" ? "pointId" : field] = to;
    entry.person = person as unknown as Person;
    index(entry);
  }

  return {
    add({ row, person }: Draft) {
      index({ id: null, row, person });
    },

    /** The row now stands for this person; answers what it changes. */
    claim(entry: Entry, { row, person }: Draft): Change[] {
      entry.row = row;
      const changes = differences(entry.person, person);
      apply(entry, changes);
      return changes;
    },

    move(entry: Entry, { row, person }: Draft): Change[] {
      entry.row ??= row;
      const changes: Change[] = [
        { field: "point", from: entry.person.pointId, to: person.pointId },
        ...differences(entry.person, person),
      ];
      apply(entry, changes);
      return changes;
    },

    findByAddress(person: Person): { here: Entry | undefined; elsewhere: Entry | undefined } {
      const entries = at(byMailAndName, mailAndName(person)).filter((entry) => entry.person.email === person.email);
      const here = entries.find((entry) => entry.person.pointId === person.pointId);
      return { here, elsewhere: entries[0] };
    },

    /**
     * The same name at the same point with the same position or phone. `sure` is false where only the phone speaks for a
     * row without an address: reason enough not to add somebody twice, not enough to change anything.
     * With an address on both sides only the phone proves that it is one person, and only if the file has given up the
     * old address (`used`); otherwise two people would become one.
     */
    findByName(person: Person, used: (entry: Entry) => boolean): { entry: Entry; sure: boolean } | null {
      // By what they are now: what a row above has corrected will not be known when the same file comes again.
      const samePlace = at(byPlace, place(person)).filter((entry) => place(entry.person) === place(person));
      const samePhone = (person.phone === "" ? [] : at(byPhone, phoneAt(person))).filter(
        (entry) => phoneAt(entry.person) === phoneAt(person),
      );
      if (person.email === null) {
        const entry =
          samePlace.find((one) => one.person.email === null) ?? (samePlace.length === 1 ? samePlace[0] : undefined);
        if (entry) return { entry, sure: true };
        return samePhone[0] ? { entry: samePhone[0], sure: false } : null;
      }
      const free = [...samePhone, ...samePlace].filter((entry) => entry.id !== null && entry.row === null);
      const entry =
        free.find((one) => one.person.email === null) ??
        free.find((one) => samePhone.includes(one) && one.person.email !== null && !used(one));
      return entry ? { entry, sure: true } : null;
    },

    /** How well a row without an address fits: 0 stands on the list exactly so, 1 same name and position, 2 less. */
    placeOfSilent(person: Person): 0 | 1 | 2 {
      const there = at(byPlace, place(person)).filter((entry) => place(entry.person) === place(person));
      const exact = there.some(
        ({ person: one }) => one.email === null && (person.phone === "" || person.phone === one.phone),
      );
      return exact ? 0 : there.length > 0 ? 1 : 2;
    },

    /** Others on the same mailbox, under other names. */
    neighbours: (person: Person): Entry[] =>
      at(byMailbox, person.email ?? "").filter(
        (entry) => entry.person.email === person.email && keyOf(entry.person.name) !== keyOf(person.name),
      ),

    hasNamesake: (person: Person): boolean => byPlace.has(place(person)),
  };
}
