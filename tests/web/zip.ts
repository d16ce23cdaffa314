import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
  name: string;
  data: string | Uint8Array;
  /** What the headers claim instead of the truth. */
  claims?: { size?: number; crc?: number; flags?: number };
}

/** A zip by hand, able to lie: what no honest tool would write is what the reader must survive. */
export function zip(files: ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const listing: Buffer[] = [];
  let at = 0;
  for (const { name, data, claims = {} } of files) {
    const plain = Buffer.from(data);
    const packed = deflateRawSync(plain);
    const label = Buffer.from(name);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(claims.flags ?? 0, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(claims.crc ?? crc32(plain), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims.size ?? plain.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(at, 42);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    entry.copy(local, 6, 8, 30);
    bodies.push(local, label, packed);
    listing.push(entry, label);
    at += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(listing);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(files.length, 65_535), 8);
  end.writeUInt16LE(Math.min(files.length, 65_535), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pkg = "http://schemas.openxmlformats.org/package/2006";

/** The files of a smallest workbook whose only sheet holds `sheetData`; `more` adds files or replaces them by name. */
export function workbook(sheetData: string, more: ZipFile[] = []): ZipFile[] {
  const files: ZipFile[] = [
    {
      name: "[Content_Types].xml",
      data: `${xml}<Types xmlns="${pkg}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      data: `${xml}<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      data: `${xml}<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      data: `${xml}<Relationships xmlns="${pkg}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      data: `${xml}<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ];
  return [...files.filter((file) => !more.some(({ name }) => name === file.name)), ...more];
}

export const textCell = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** An OpenDocument spreadsheet with these rows as XML. */
export const openDocument = (rows: string, more: ZipFile[] = []): ZipFile[] => [
  { name: "mimetype", data: "application/vnd.oasis.opendocument.spreadsheet" },
  {
    name: "content.xml",
    data: `${xml}<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Trang">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
  },
  ...more,
];
