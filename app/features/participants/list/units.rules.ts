import { fold } from "~/web/text";
import type { Person } from "./draft.rules";

export interface UnitName {
  id: string;
  name: string;
  shortName: string;
  code: string | null;
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .replace(/\bubnd\b|\buy ban nhan dan\b|\bhdnd\b|\bhoi dong nhan dan\b/g, " ")
    .replace(/&/g, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/**
 * Makes a finder that tells which unit the words of a list mean: the first name, short name or code that stands in them,
 * for people write the nearest first ("Phòng Kế hoạch, Sở Tài chính, tỉnh Lam Giang" is the Sở Tài chính). A name that
 * two units share is none.
 */
export function unitFinder(units: UnitName[]): (text: string) => string | null {
  const byKey = new Map<string, string | null>();
  let longest = 1;
  const put = (text: string | null, id: string) => {
    const words = wordsOf(text ?? "");
    const key = words.join(" ");
    if (key.length < 2) return;
    longest = Math.max(longest, words.length);
    byKey.set(key, byKey.has(key) && byKey.get(key) !== id ? null : id);
  };
  for (const { id, name, shortName, code } of units) for (const text of new Set([name, shortName, code])) put(text, id);
  const answers = new Map<string, string | null>();

  const find = (text: string): string | null => {
    const words = wordsOf(text);
    for (let at = 0; at < words.length; at += 1) {
      for (let size = Math.min(words.length - at, longest); size > 0; size -= 1) {
        const id = byKey.get(words.slice(at, at + size).join(" "));
        // A single short word inside a longer text is rather an ordinary word than an abbreviation.
        if (id && (size > 1 || words.length === 1 || (words[at] as string).length > 3)) return id;
      }
    }
    return null;
  };

  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined) {
      answer = find(text);
      answers.set(text, answer);
    }
    return answer;
  };
}

/** The unit of a person on a list: by the words of the list, else the unit of the point they are invited to. */
export function unitOfPerson(
  units: UnitName[],
  points: { id: string; unitId: string | null }[],
): (person: Person) => string | null {
  const find = unitFinder(units);
  const byPoint = new Map(points.map((point) => [point.id, point.unitId]));
  return ({ unit, pointId }) => find(unit) ?? byPoint.get(pointId) ?? null;
}
