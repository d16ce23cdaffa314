import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const folder = new URL("../../app/ui/styles/", import.meta.url);
const sheets = readdirSync(folder).filter((file) => file.endsWith(".css") && file !== "print.css");
const css = readFileSync(new URL("tokens.css", folder), "utf8");

function coloursIn(block: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g))
    found[name as string] = value as string;
  return found;
}

const block = (start: string) => {
  const from = css.indexOf(start);
  expect(from, start).toBeGreaterThan(-1);
  return css.slice(from, css.indexOf("}", from));
};

const light = coloursIn(block(":root {"));
const asked = coloursIn(block(':root:not([data-theme="light"])'));
const chosen = coloursIn(block(':root[data-theme="dark"]'));

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ["surface", "raised", "sunken"];
const tones = ["accent", "success", "warning", "danger", "info", "neutral"];

const texts = [
  ...grounds.flatMap((ground) =>
    ["ink", "ink-soft", "accent-text", "success-text", "warning-text", "danger-text", "info-text"].map((text) => [
      text,
      ground,
    ]),
  ),
  ...tones.map((tone) => [`${tone}-text`, `${tone}-bg`]),
  ...tones.map((tone) => ["ink", `${tone}-bg`]),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-danger", "danger"],
  ["on-danger", "danger-hover"],
  ["surface", "ink"],
] as [string, string][];

const shapes = grounds.flatMap((ground) =>
  ["line-strong", "accent", "success", "warning", "danger", "info"].map((shape) => [shape, ground]),
) as [string, string][];

describe.each([
  ["by day", light],
  ["by lamplight", chosen],
])("colours %s", (_, colours) => {
  test.each(texts)("%s is read on %s", (text, ground) => {
    expect(contrast(colours[text] as string, colours[ground] as string)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("the edge %s is seen on %s", (shape, ground) => {
    expect(contrast(colours[shape] as string, colours[ground] as string)).toBeGreaterThanOrEqual(3);
  });
});

test("the dark asked for by the system is the dark one may choose", () => {
  expect(asked).toEqual(chosen);
  expect(Object.keys(chosen)).toEqual(Object.keys(light));
});

test("no text is smaller than 13 px, and line heights leave room for Vietnamese marks", () => {
  for (const name of sheets) {
    const sheet = readFileSync(new URL(name, folder), "utf8");
    for (const [, size] of sheet.matchAll(/font-size:\s*([\d.]+)rem/g))
      expect(Number(size), name).toBeGreaterThanOrEqual(0.8125);
    for (const [, height] of sheet.matchAll(/line-height:\s*([\d.]+)/g)) {
      // The numbered marks of a timeline hold figures only.
      if (name !== "timeline.css") expect(Number(height), name).toBeGreaterThanOrEqual(1.45);
    }
    expect(sheet, name).not.toMatch(
      /\b(?:margin|padding|border|inset)-(?:left|right|top|bottom)\b|\b(?:left|right)\s*:|text-align:\s*(?:left|right)/,
    );
  }
});
