import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanName, harmlessName, keptType, takesFiles } from "~/features/files/rules";

test("a name keeps what the person called it and loses what could do harm", () => {
  const names: [string, string][] = [
    ["Báo cáo kết quả 45 ngày đêm.pdf", "Báo cáo kết quả 45 ngày đêm.pdf"],
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\An\\Kế hoạch.pdf", "Kế hoạch.pdf"],
    ["a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf"],
    ["hóa đơn\u202Efdp.exe", "hóa đơnfdp.exe.pdf"],
    ["\u061C\u200Bảnh.PDF", "ảnh.PDF"],
    ['"<b>" | ?*.pdf', "b.pdf"],
    ["...", "file.pdf"],
    [".htaccess", "htaccess.pdf"],
    ["", "file.pdf"],
    ["bad\uD800name.pdf", "badname.pdf"],
    [`${"ậ".repeat(400)}.pdf`, `${"ậ".repeat(146)}.pdf`],
  ];
  expect(names.map(([given]) => cleanName(given, "application/pdf"))).toEqual(names.map(([, kept]) => kept));
});

test("whatever a file is called, its kept name fits a header, a page and a folder", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (given) => {
      const name = cleanName(given, "image/png");
      expect([...name].length).toBeLessThanOrEqual(150);
      expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Cs}<>:"|?*]+\.png$/iu);
      expect(name.startsWith(".")).toBe(false);
    }),
  );
});

test("the name of a refused file is shown as it was, without its tricks", () => {
  expect([harmlessName("..\\hóa đơn.exe"), harmlessName("\u202E")]).toEqual(["hóa đơn.exe", ""]);
});

test("the bytes say what a file is; text is taken under the name of a text only", () => {
  const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const cases: [string | null, string, string | null][] = [
    ["application/pdf", "x.docx", "application/pdf"],
    [docx, "x", docx],
    ["text/plain", "x.TXT", "text/plain"],
    ["text/plain", "x.csv", "text/csv"],
    ["text/plain", "x.bat", null],
    ["text/plain", "x.html", null],
    ["text/plain", "x", null],
    ["application/zip", "x.docx", null],
    ["application/x-msdownload", "x.pdf", null],
    ["constructor", "x.pdf", null],
    [null, "x.pdf", null],
  ];
  expect(cases.map(([sniffed, name]) => keptType(sniffed, name))).toEqual(cases.map(([, , type]) => type));
});

test("only paths with a part of their own for files take large bodies", () => {
  const paths = ["/tasks/1/files", "/tasks/1/files/2", "/files-old", "/tasks/profiles", "/tasks/files.xlsx"];
  expect(paths.map(takesFiles)).toEqual([true, true, false, false, false]);
});
