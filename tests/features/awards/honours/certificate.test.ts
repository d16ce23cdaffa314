import { encode } from "uqr";
import { expect, test } from "vitest";
import {
  type CertificatePaper,
  certificateTemplate,
  certificateWords,
} from "../../../../app/features/awards/honours/certificate.rules";
import { typeset } from "../../../../app/web/typeset.server";

const words = certificateWords.vi;
const paper: CertificatePaper = {
  ...{ locale: "vi", dir: "ltr", head: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto: "Độc lập - Tự do - Hạnh phúc" },
  ...{ authority: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", awards: words.awards, form: words.forms.merit, to: "" },
  ...{ name: "Nguyễn Thị Ngọc Ẩn", position: "Phó Trưởng phòng", unitName: "Sở Y tế", achievement: "Số hóa hồ sơ" },
  ...{ decision: words.decision("2150/QĐ-UBND", "05/10/2025"), placeAndDate: "Lam Giang", signatoryTitle: "Chủ tịch" },
  ...{ register: "", verify: words.verify, address: "tenten.example/verify", code: "ABCD-2345-EFGH" },
  qr: encode("https://tenten.example/verify/ABCD2345EFGH", { border: 0 }).data.map((row) => row.map(Number)),
};

const pagesIn = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type\s*\/Page\b/g)?.length;

test("each award has a page of its own, in any of the four scripts, and whatever length of name", async () => {
  const pdf = await typeset(certificateTemplate, [
    paper,
    { ...paper, locale: "ar", dir: "rtl", name: "محمد عبد الرحمن الحسيني" },
    { ...paper, locale: "hi", name: "राजेश्वर प्रसाद क्षेत्री" },
    { ...paper, name: "Tổ công nghệ số cộng đồng ".repeat(20), achievement: "Đã hướng dẫn người dân ".repeat(60) },
    { ...paper, name: "Nguyễn Thị Ngọc Ẩn".normalize("NFD"), position: "", unitName: "" },
  ]);
  expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe("%PDF-");
  expect(pagesIn(pdf)).toBe(5);
});

test("signs of the typesetter's own language in a name stay text and are never run", async () => {
  const hostile = '#panic("run") $x^2$ */ // @ref <label> \\ " #read("/etc/passwd")';
  expect(pagesIn(await typeset(certificateTemplate, [{ ...paper, name: hostile, achievement: hostile }]))).toBe(1);
});
