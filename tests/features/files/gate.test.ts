import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { receiveFiles, serveFile } from "~/features/files/gate.server";
import { openDocument, zip } from "../../web/zip";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tenten-files-"));
  process.env.DATA_DIR = folder;
});
afterEach(() => {
  delete process.env.DATA_DIR;
  rmSync(folder, { recursive: true, force: true });
});

/** Every file under DATA_DIR, by name. */
const onDisk = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

type Given = [name: string, data: string | Uint8Array];

function form(files: Given[], fields: Record<string, string> = {}, field = "files"): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, data] of files) body.append(field, new Blob([data as BlobPart], { type: "application/pdf" }), name);
  return new Request("http://localhost/tasks/1/files", { method: "POST", body });
}

const hashOf = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const office = (type: string, part: string) =>
  zip([
    {
      name: "[Content_Types].xml",
      data: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/${type}.main+xml"/></Types>`,
    },
    { name: part, data: "<x/>" },
  ]);
const openXml = "vnd.openxmlformats-officedocument";
const docx = office(`${openXml}.wordprocessingml.document`, "word/document.xml");
const pptx = office(`${openXml}.presentationml.presentation`, "ppt/presentation.xml");
const xlsx = office(`${openXml}.spreadsheetml.sheet`, "xl/workbook.xml");

describe("what is taken", () => {
  test("the kinds of files offices work with, told by their bytes, each under its true type", async () => {
    const webp = Buffer.concat([Buffer.from("RIFF\x1a\0\0\0WEBPVP8 "), Buffer.alloc(20)]);
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from("\0\x10JFIF\0"), Buffer.alloc(30)]);
    const utf16 = Buffer.from("\uFEFFHọ tên\tĐơn vị\r\n", "utf16le");
    const viet = Buffer.concat([
      Buffer.from("Nguy"),
      Buffer.from([0xea, 0xde]),
      Buffer.from("n V"),
      Buffer.from([0xe3]),
    ]);
    const given: [string, string | Uint8Array, string, string][] = [
      ["Báo cáo.pdf", pdf, "Báo cáo.pdf", "application/pdf"],
      ["Tờ trình.docx", docx, "Tờ trình.docx", `application/${openXml}.wordprocessingml.document`],
      ["Số liệu.xlsx", xlsx, "Số liệu.xlsx", `application/${openXml}.spreadsheetml.sheet`],
      ["Trình bày.pptx", pptx, "Trình bày.pptx", `application/${openXml}.presentationml.presentation`],
      ["bảng.ods", zip(openDocument("<x/>")), "bảng.ods", "application/vnd.oasis.opendocument.spreadsheet"],
      ["ảnh.png", png, "ảnh.png", "image/png"],
      ["IMG_1.JPG", jpeg, "IMG_1.JPG", "image/jpeg"],
      ["x.webp", webp, "x.webp", "image/webp"],
      ["ghi chú.txt", "Đã nghiệm thu.\n", "ghi chú.txt", "text/plain"],
      ["danh sách.csv", utf16, "danh sách.csv", "text/csv"],
      ["cũ.txt", viet, "cũ.txt", "text/plain"],
      ["ảnh.docx", png, "ảnh.docx.png", "image/png"],
    ];
    for (const [name, data, kept, type] of given) {
      const found = await receiveFiles(form([[name, data]], { note: "Đã xong" }));
      const size = Buffer.byteLength(data);
      expect(found).toMatchObject({
        ok: true,
        files: [{ field: "files", name: kept, type, size, sha256: hashOf(data) }],
      });
      if (found.ok) expect(found.form.get("note")).toBe("Đã xong");
    }
    expect(onDisk()).toEqual(
      given
        .map(([, data]) => hashOf(data))
        .filter((hash, n, all) => all.indexOf(hash) === n)
        .sort(),
    );
  });

  test("several files at once, the same bytes kept once; a file field left empty is no file", async () => {
    const found = await receiveFiles(
      form([
        ["a.pdf", pdf],
        ["b.pdf", pdf],
        ["c.png", png],
      ]),
    );
    expect(found.ok && found.files.map(({ name }) => name)).toEqual(["a.pdf", "b.pdf", "c.png"]);
    expect(onDisk()).toEqual([hashOf(pdf), hashOf(png)].sort());
    expect(await receiveFiles(form([["", ""]], { note: "x" }))).toMatchObject({ ok: true, files: [] });
    const plain = new Request("http://localhost/", { method: "POST", body: new URLSearchParams({ note: "x" }) });
    expect(await receiveFiles(plain)).toMatchObject({ ok: true, files: [] });
  });
});

const script = "<script>fetch('/accounts')</script>";
const hostile: [string, string, string | Uint8Array][] = [
  ["a Windows programme as .pdf", "hóa đơn.pdf", Buffer.concat([Buffer.from("MZ\x90\0\x03"), Buffer.alloc(500, 7)])],
  ["a Linux programme", "x.docx", readFileSync(process.execPath).subarray(0, 50_000)],
  ["a page as .pdf", "x.pdf", `<!DOCTYPE html><html><body>${script}</body></html>`],
  ["a page as .txt", "x.txt", `\n\n  <HTML>${script}`],
  ["a page behind words", "x.txt", `Kính gửi\n${script}`],
  ["a page far behind words", "x.csv", `${"a,b\n".repeat(40_000)}${script}`],
  ["a page in UTF-16", "x.txt", Buffer.from(`\uFEFF<html>${script}`, "utf16le")],
  ["a picture that is a programme", "x.png", `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
  ["SVG with an XML head", "x.svg", `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`],
  ["XHTML", "x.txt", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>`],
  ["a shell script", "x.txt", "#!/bin/sh\nrm -rf /\n"],
  ["a shell script by name", "x.sh", "rm -rf /\n"],
  ["a batch file", "x.bat", "del *.*\r\n"],
  ["a batch file as .txt", "x.txt", "@echo off\r\ndel *.*\r\n"],
  ["PowerShell", "x.ps1", "Remove-Item *"],
  ["VBScript", "x.vbs", 'MsgBox "x"'],
  ["JavaScript", "x.js", "alert(1)"],
  ["a page by name", "x.html", "xin chào"],
  ["a web archive", "x.txt", "MIME-Version: 1.0\nContent-Type: text/html\n\nx"],
  ["a shortcut", "x.url", "[InternetShortcut]\nURL=file:///c:/x"],
  ["PHP", "x.txt", "<?php system($_GET['x']);"],
  ["rich text", "x.rtf", "{\\rtf1\\ansi x}"],
  ["PostScript", "x.pdf", "%!PS-Adobe-3.0\n"],
  ["a zip", "x.zip", zip([{ name: "x.exe", data: "MZ" }])],
  ["a zip as .docx", "x.docx", zip([{ name: "x.exe", data: "MZ" }])],
  ["a Java archive", "x.xlsx", zip([{ name: "META-INF/MANIFEST.MF", data: "Manifest-Version: 1.0" }])],
  ["a document with macros", "x.docx", office("vnd.ms-word.document.macroEnabled", "word/document.xml")],
  ["a sheet with macros", "x.xlsx", office("vnd.ms-excel.sheet.macroEnabled", "xl/workbook.xml")],
  ["an old Word file", "x.doc", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)])],
  ["gzip", "x.pdf", Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(50, 3)])],
  ["RAR", "x.pdf", Buffer.concat([Buffer.from("Rar!\x1a\x07\0"), Buffer.alloc(50)])],
  ["7z", "x.pdf", Buffer.concat([Buffer.from("377abcaf271c", "hex"), Buffer.alloc(50)])],
  ["a GIF", "x.gif", Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(50)])],
  ["a page with a picture's first letters", "x.png", `GIF89a/*${script}*/`],
  ["an SQLite database", "x.pdf", Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(500)])],
  ["noise", "x.txt", Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 251))],
  ["text with a zero byte", "x.txt", "xin\0chào"],
  ["text that is no encoding", "x.txt", Buffer.from([0x78, 0x81, 0x8d, 0xff, 0xfe])],
  ["a PDF behind a line of text", "x.pdf", `x\n${Buffer.from([0, 1])}${pdf}`],
  ["a damaged zip", "x.docx", docx.subarray(0, 40)],
  ["a bookmark of JavaScript", "x.txt", "javascript:alert(1)"],
];

describe("what is refused", () => {
  test.each(hostile)("%s", async (_, name, data) => {
    expect(await receiveFiles(form([[name, data]], { note: "Đã xong" }))).toEqual({
      ok: false,
      errors: { files: "not-allowed-type" },
      values: { note: "Đã xong" },
      refused: name,
    });
    expect(onDisk()).toEqual([]);
  });

  test("an empty file, one too large, too many, a full disk: each with its reason, and nothing stays", async () => {
    const said = async (request: Request, limits = {}) => {
      const found = await receiveFiles(request, limits);
      return found.ok ? "taken" : [found.errors, found.refused, found.values];
    };
    const two: Given[] = [
      ["a.pdf", pdf],
      ["b.pdf", pdf],
    ];
    expect(await said(form([["a.pdf", ""]]))).toEqual([{ files: "empty" }, "a.pdf", {}]);
    expect(
      await said(
        form(
          [
            ["a.pdf", pdf],
            ["to.png", png],
          ],
          { x: "1" },
        ),
        { fileBytes: 60 },
      ),
    ).toEqual([{ files: "too-large" }, "to.png", { x: "1" }]);
    expect(await said(form(two, {}, "proof"), { files: 1, field: "proof" })).toEqual([{ proof: "too-many" }, "", {}]);
    expect(await said(form(two), { keepFree: 2 ** 60 })).toEqual([{ files: "no-space" }, "", {}]);
    expect(await said(form([], { x: "1" }), { keepFree: 2 ** 60 })).toBe("taken");
    expect(onDisk()).toEqual([]);
  });

  test("one bad file among good ones: none is taken", async () => {
    expect(
      await receiveFiles(
        form([
          ["a.pdf", pdf],
          ["b.exe", "MZ"],
        ]),
      ),
    ).toMatchObject({ ok: false, refused: "b.exe" });
    expect(onDisk()).toEqual([]);
  });

  test("a form that ends in the middle leaves nothing behind, wherever it is cut", async () => {
    const whole = form(
      [
        ["a.pdf", pdf],
        ["b.png", png],
      ],
      { note: "x" },
    );
    const type = whole.headers.get("content-type") as string;
    const bytes = new Uint8Array(await whole.arrayBuffer());
    for (let cut = 1; cut < bytes.length - 6; cut += 7) {
      const body = bytes.slice(0, cut);
      const request = new Request("http://localhost/", { method: "POST", body, headers: { "content-type": type } });
      expect(await receiveFiles(request)).toMatchObject({ ok: false, errors: { files: "broken" } });
    }
    expect(onDisk()).toEqual([]);
  });

  test("a sender that goes away in the middle leaves nothing behind", async () => {
    const head = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n';
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent === 1) controller.enqueue(Buffer.from(head + pdf));
        else if (sent < 50) controller.enqueue(Buffer.alloc(10_000, 65));
        else controller.error(new Error("gone"));
      },
    });
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const request = new Request("http://localhost/", { method: "POST", body, headers, duplex: "half" } as RequestInit);
    expect(await receiveFiles(request)).toMatchObject({ ok: false, errors: { files: "broken" } });
    expect(onDisk()).toEqual([]);
  });
});

describe("what is handed out", () => {
  const facts = (response: Response) => [response.status, response.headers.get("content-disposition")];

  test("a Vietnamese name and the same bytes, as a download in which nothing runs", async () => {
    const found = await receiveFiles(form([["Báo cáo số 1 (Đợt 2).pdf", pdf]]));
    if (!found.ok || !found.files[0]) throw new Error("not taken");
    const response = await serveFile(found.files[0]);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store, private, no-transform",
      "content-disposition":
        "attachment; filename=\"Bao cao so 1 Dot 2.pdf\"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20s%E1%BB%91%201%20%28%C4%90%E1%BB%A3t%202%29.pdf",
      "content-length": String(pdf.length),
      "content-security-policy": "sandbox; default-src 'none'",
      "content-type": "application/pdf",
      "x-content-type-options": "nosniff",
    });
    expect(await response.text()).toBe(pdf);
  });

  test("only pictures are shown in the page, and only when asked for", async () => {
    const found = await receiveFiles(
      form([
        ["a.pdf", pdf],
        ["b.png", png],
      ]),
    );
    if (!found.ok) throw new Error("not taken");
    const [a, b] = found.files as [(typeof found.files)[0], (typeof found.files)[0]];
    const answers = [await serveFile(a, { inline: true }), await serveFile(b, { inline: true }), await serveFile(b)];
    expect(answers.map((answer) => facts(answer)[1]?.toString().split(";")[0])).toEqual([
      ...["attachment", "inline", "attachment"],
    ]);
    for (const answer of answers) await answer.body?.cancel();
  });

  test("a file that is gone is a page that is not there", async () => {
    const file = { sha256: "a".repeat(64), name: "x.pdf", type: "application/pdf" };
    await expect(serveFile(file)).rejects.toMatchObject({ status: 404 });
    await expect(serveFile({ ...file, sha256: "../../etc/passwd" })).rejects.toThrow("Not a SHA-256");
  });
});
