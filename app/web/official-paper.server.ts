import type { IParagraphOptions, IRunOptions, Paragraph as Line } from "docx";
import { xmlText } from "./text";

export interface PaperTable {
  columns: { head: string; share: number; centred?: boolean }[];
  rows: string[][];
}
export type PaperBlock =
  | { kind: "text"; text: string }
  /** A legal base, or another aside. */
  | { kind: "base"; text: string }
  | { kind: "heading"; text: string; centred?: boolean }
  | { kind: "table"; table: PaperTable };

/** A draft of an administrative document in the layout of Decree 30/2020; number, date and signature stay blank. */
export interface OfficialPaper {
  /** Over the issuing body; "" when it has none. */
  superior: string;
  issuer: string;
  /** "BB-HĐTĐKT": what stands behind the blank number. */
  numberOf: string;
  place: string;
  year: number;
  /** "BIÊN BẢN" */
  type: string;
  /** What it is about (trích yếu). */
  about: string;
  /** "Kính gửi: …", or null. */
  to: string | null;
  blocks: PaperBlock[];
  /** Side by side; each its lines in capitals and the name, "" when it is not known. */
  signatures: { lines: string[]; name: string }[];
  /** Under "Nơi nhận:"; none where the document has no such list. */
  recipients: string[];
}

const millimetre = (mm: number) => Math.round((mm * 1440) / 25.4);
const inner = millimetre(210 - 30 - 20);
/** Half points: Times New Roman 13 to 14, as the decree asks. */
const size = { small: 22, table: 24, head: 26, body: 28 };

/** The paper as a docx, A4 upright, pages numbered from the second on. */
export async function writeOfficialPaper(paper: OfficialPaper): Promise<Uint8Array> {
  const word = await import("docx");
  const { AlignmentType, BorderStyle, Paragraph, TextRun, Table, TableRow, TableCell, WidthType } = word;
  const run = (text: string, over: IRunOptions = {}) => new TextRun({ text: xmlText(text), size: size.body, ...over });
  const line = (text: string, over: IRunOptions = {}, of: IParagraphOptions = {}) =>
    new Paragraph({ children: [run(text, over)], ...of });
  const centred = (text: string, over: IRunOptions = {}, of: IParagraphOptions = {}) =>
    line(text, over, { alignment: AlignmentType.CENTER, ...of });
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const open = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const rule = { bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } };
  /** A short line under a text: an empty paragraph with an edge, drawn in from both sides. */
  const underline = (inset: number) =>
    new Paragraph({ border: rule, indent: { left: inset, right: inset }, spacing: { after: 80, line: 80 } });

  const sideBySide = (cells: Line[][], shares: number[]) =>
    new Table({
      width: { size: inner, type: WidthType.DXA },
      columnWidths: shares.map((share) => Math.round((inner * share) / 100)),
      borders: open,
      rows: [
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, n) =>
              new TableCell({
                width: { size: Math.round((inner * (shares[n] as number)) / 100), type: WidthType.DXA },
                children,
              }),
          ),
        }),
      ],
    });

  const head = sideBySide(
    [
      [
        ...(paper.superior ? [centred(paper.superior.toUpperCase(), { size: size.table })] : []),
        ...paper.issuer.split("\n").map((text) => centred(text.toUpperCase(), { bold: true, size: size.table })),
        underline(millimetre(20)),
        centred(`Số:        /${paper.numberOf}`, { size: size.head }),
      ],
      [
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: size.table }),
        centred("Độc lập - Tự do - Hạnh phúc", { bold: true, size: size.head }),
        underline(millimetre(22)),
        centred(`${paper.place}, ngày       tháng       năm ${paper.year}`, { italics: true, size: size.head }),
      ],
    ],
    [40, 60],
  );

  const table = ({ columns, rows }: PaperTable) => {
    const widths = columns.map(({ share }) => Math.round((inner * share) / 100));
    const row = (cells: string[], bold: boolean) =>
      new TableRow({
        tableHeader: bold,
        cantSplit: true,
        children: cells.map(
          (text, at) =>
            new TableCell({
              width: { size: widths[at] as number, type: WidthType.DXA },
              margins: { top: 40, bottom: 40, left: 80, right: 80 },
              children: [
                line(
                  text,
                  { bold, size: size.table },
                  { alignment: bold || columns[at]?.centred ? AlignmentType.CENTER : AlignmentType.LEFT },
                ),
              ],
            }),
        ),
      });
    return new Table({
      width: { size: inner, type: WidthType.DXA },
      columnWidths: widths,
      layout: word.TableLayoutType.FIXED,
      rows: [
        row(
          columns.map((column) => column.head),
          true,
        ),
        ...rows.map((cells) => row(cells, false)),
      ],
    });
  };

  const block = (one: PaperBlock) => {
    if (one.kind === "table") return [table(one.table), new Paragraph({})];
    const indent = { firstLine: millimetre(10) };
    const of = { alignment: AlignmentType.BOTH, indent, spacing: { after: 120 } };
    return one.text.split("\n").map((text) =>
      one.kind === "heading"
        ? line(
            text,
            { bold: true },
            {
              ...(one.centred ? { alignment: AlignmentType.CENTER } : { indent }),
              ...{ spacing: { before: 120, after: 120 }, keepNext: true },
            },
          )
        : line(text, { italics: one.kind === "base" }, of),
    );
  };

  const signature = ({ lines, name }: OfficialPaper["signatures"][number]) => [
    ...lines.map((text) => centred(text.toUpperCase(), { bold: true }, { keepNext: true })),
    ...Array.from({ length: 4 }, () => new Paragraph({ keepNext: true })),
    centred(name, { bold: true }),
  ];
  const recipients = paper.recipients.length
    ? [
        line("Nơi nhận:", { bold: true, italics: true, size: size.table }),
        ...paper.recipients.map((text) => line(`- ${text}`, { size: size.small })),
      ]
    : null;
  const foot = recipients
    ? sideBySide([recipients, ...paper.signatures.map(signature)], [46, 54])
    : sideBySide(
        paper.signatures.map(signature),
        paper.signatures.map(() => 100 / paper.signatures.length),
      );

  const document = new word.Document({
    styles: { default: { document: { run: { font: "Times New Roman", size: size.body } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: millimetre(210), height: millimetre(297) },
            margin: { top: millimetre(20), bottom: millimetre(20), left: millimetre(30), right: millimetre(20) },
          },
        },
        headers: {
          first: new word.Header({ children: [new Paragraph({})] }),
          default: new word.Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [word.PageNumber.CURRENT], size: size.head })],
              }),
            ],
          }),
        },
        children: [
          head,
          new Paragraph({}),
          centred(paper.type.toUpperCase(), { bold: true }),
          centred(paper.about, { bold: true }),
          underline(millimetre(62)),
          ...(paper.to ? [centred(`Kính gửi: ${paper.to}`, {}, { spacing: { before: 120, after: 200 } })] : []),
          ...paper.blocks.flatMap(block),
          new Paragraph({}),
          foot,
        ],
      },
    ],
  });
  return new Uint8Array(await word.Packer.toBuffer(document));
}
