import { fold } from "~/web/text";

export interface PointName {
  id: string;
  name: string;
  isMain?: boolean;
}

const kinds: Record<string, string> = {
  p: "phuong",
  phuong: "phuong",
  x: "xa",
  xa: "xa",
  dk: "dac khu",
  "dac khu": "dac khu",
  tt: "thi tran",
  "thi tran": "thi tran",
};
const host =
  /^(dc|diem cau|diem|truc tuyen|tai(?! chinh)|ubnd|uy ban nhan dan|hdnd|dang uy|dang bo|tru so|hoi truong|van phong|ubmttq|mttq|cong an|so(?! tai chinh)|stt)( (?=.)|$)/;
const main = new Set(["chinh", "trung tam", "chu", "tinh", "trung uong", "hoi truong tinh"]);

interface Key {
  kind: string;
  core: string;
}

/** "ĐC 01 - UBND P. Bến Lam" → phuong, ben lam. */
function keyOf(text: string): Key {
  let rest = fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replace(host, "").replace(/^\d+ (?=[a-z])/, "");
  }
  const kind = /^(p|phuong|x|xa|dk|dac khu|tt|thi tran) (?=.)/.exec(rest)?.[1] ?? "";
  return { kind: kinds[kind] ?? "", core: kind ? rest.slice(kind.length + 1) : rest };
}

/** The whole text first, then its pieces: names come with a number before and a hall or a province after. */
const pieces = (text: string): string[] => {
  const parts = text.split(/\s[-–—]\s|[:(),;/]|\s(?=tỉnh\s)/i).map((part) => part.trim());
  return [text, ...(parts.length > 1 ? parts : [])].filter((part) => part !== "");
};

/** Makes a finder that tells which point a text from a list means; null when none, or when it could be two. */
export function pointFinder(points: PointName[]): (text: string) => string | null {
  const keys = points
    .flatMap(({ id, name }) => pieces(name).map((piece) => ({ id, ...keyOf(piece) })))
    .filter((key) => key.core !== "");
  const mainId = points.find((point) => point.isMain)?.id ?? null;
  const answers = new Map<string, string | null>();

  const find = (text: string): string | null => {
    for (const piece of pieces(text)) {
      const wanted = keyOf(piece);
      // "Xã Gia Lộc" is not "Phường Gia Lộc"; "Gia Lộc" alone may be either, if there is only one.
      const same = keys.filter(
        (key) => key.core === wanted.core && (key.kind === wanted.kind || !key.kind || !wanted.kind),
      );
      const exact = same.filter((key) => key.kind === wanted.kind);
      const ids = [...new Set((exact.length > 0 ? exact : same).map((key) => key.id))];
      if (ids.length > 1) return null;
      if (ids.length === 1) return ids[0] as string;
      if (mainId && !wanted.kind && main.has(wanted.core)) return mainId;
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
