import { xmlText } from "./text";

/** A paper that is a title and one table: an annex on A4 across. */
export interface WordTable {
  titles: { text: string; bold?: boolean; italic?: boolean }[];
  /** `share` of the width, in percent; together 100. */
  columns: { head: string; share: number; centred?: boolean }[];
  rows: { cells: string[]; bold: boolean }[];
  /** Lines at the right below the table, with room for a signature under them. */
  signature: string[];
}

export const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const millimetre = (mm: number) => Math.round((mm * 1440) / 25.4);
const halfPoints = { table: 26, title: 28, head: 26 };

/** The paper as a docx: Times New Roman 13 to 14, the table's head on every page, pages numbered from the second on. */
export async function writeWord({ titles, columns, rows, signature }: WordTable): Promise<Uint8Array> {
  const word = await import("docx");
  const { AlignmentType, Paragraph, TextRun, TableRow, TableCell, WidthType, VerticalAlignTable } = word;
  const inner = millimetre(297 - 25 - 20);
  const widths = columns.map(({ share }) => Math.round((inner * share) / 100));
  const line = (text: string, bold: boolean, centred: boolean) =>
    new Paragraph({
      alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
      children: [new TextRun({ text: xmlText(text), bold, size: halfPoints.table })],
    });
  const row = (cells: string[], bold: boolean, head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: cells.map(
        (text, at) =>
          new TableCell({
            width: { size: widths[at] as number, type: WidthType.DXA },
            verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: text.split("\n").map((one) => line(one, bold, head || Boolean(columns[at]?.centred))),
          }),
      ),
    });
  const document = new word.Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: halfPoints.table } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            // Given upright: the library turns it.
            size: {
              width: millimetre(210),
              height: millimetre(297),
              orientation: word.PageOrientation.LANDSCAPE,
            },
            margin: { top: millimetre(20), bottom: millimetre(20), left: millimetre(25), right: millimetre(20) },
          },
        },
        headers: {
          first: new word.Header({ children: [new Paragraph({})] }),
          default: new word.Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [word.PageNumber.CURRENT], size: halfPoints.table })],
              }),
            ],
          }),
        },
        children: [
          ...titles.map(
            ({ text, bold, italic }) =>
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ text: xmlText(text), bold, italics: italic, size: halfPoints.title })],
              }),
          ),
          new Paragraph({}),
          new word.Table({
            width: { size: inner, type: WidthType.DXA },
            columnWidths: widths,
            layout: word.TableLayoutType.FIXED,
            rows: [
              row(
                columns.map(({ head }) => head),
                true,
                true,
              ),
              ...rows.map(({ cells, bold }) => row(cells, bold, false)),
            ],
          }),
          new Paragraph({}),
          ...signature.map(
            (text) =>
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                keepNext: true,
                children: [new TextRun({ text: xmlText(text), bold: true, size: halfPoints.title })],
              }),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await word.Packer.toBuffer(document));
}
