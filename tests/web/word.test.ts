import { expect, test } from "vitest";
import { writeWord } from "~/web/word.server";
import { partOf } from "../kit/zip-part";

test("a Word document stays whole whatever its cells, titles and signature hold", async () => {
  const bad = "Sổ\uFFFE sức\u0001 khỏe";
  const file = await writeWord({
    titles: [{ text: bad }],
    columns: [{ head: bad, share: 100 }],
    rows: [{ cells: [bad], bold: false }],
    signature: [bad],
  });
  const xml = partOf(file, "word/document.xml");
  expect(xml.match(/Sổ\uFFFD sức khỏe/g)?.length).toBe(4);
  expect(xml).not.toMatch(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/);
});
