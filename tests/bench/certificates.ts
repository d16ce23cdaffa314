import { encode } from "uqr";
import {
  type CertificatePaper,
  certificateTemplate,
  certificateWords,
} from "../../app/features/awards/honours/certificate.rules";
import { typeset } from "../../app/web/typeset.server";
import { atMost, type Figure, inTurn, rate, secondsOf, shown, size } from "./kit";

const count = size(200, 50);
const singles = size(20, 10);

/** P18: a decision's certificates set in one file, and one by one, beside a bare page with a name by the same typesetter. */
export async function certificates(): Promise<Figure[]> {
  return [await batch(), await single()];
}

const words = certificateWords.vi;
const paperOf = (n: number): CertificatePaper => ({
  ...{ locale: "vi", dir: "ltr", head: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto: "Độc lập - Tự do - Hạnh phúc" },
  ...{ authority: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAM GIANG", awards: words.awards, form: words.forms.merit, to: "" },
  ...{ name: `Nguyễn Thị Ngọc Ẩn ${n}`, position: "Tổ trưởng tổ công nghệ số", unitName: "Phường Bến Lam" },
  achievement: "Đã có thành tích xuất sắc trong hướng dẫn người dân dùng dịch vụ công trực tuyến năm 2025",
  ...{ decision: words.decision("2150/QĐ-UBND", "05/10/2025"), signatoryTitle: "Chủ tịch", register: "" },
  ...{ placeAndDate: words.place("Lam Giang", "05", "10", "2025"), verify: words.verify },
  ...{ address: "tenten.lamgiang.example/verify", code: "ABCD-2345-EFGH" },
  // No two signs are alike: what was set for one certificate is of no use to the next.
  qr: encode(`https://tenten.lamgiang.example/verify/ABCD${2345 + n}EFGH`, { border: 0 }).data.map((row) =>
    row.map(Number),
  ),
});

const bareTemplate = `
#set page(width: 297mm, height: 210mm)
#set text(font: "Be Vietnam Pro")
#for p in json(bytes(sys.inputs.data)) [ #p.name #pagebreak(weak: true) ]`;

let set = 0;
const papers = (many: number) => Array.from({ length: many }, () => paperOf(set++));
async function pdfOf(template: string, many: number) {
  const pdf = await typeset(template, papers(many));
  if (pdf.length < 1000) throw new Error("Nothing was set");
}

async function batch(): Promise<Figure> {
  const got = await inTurn(
    size(5, 3),
    () => secondsOf(() => pdfOf(certificateTemplate, count)),
    () => secondsOf(() => pdfOf(bareTemplate, count)),
  );
  return {
    ...{ name: "P18", what: `${count} certificates in one file, beside 10 s` },
    ...{ ours: `${shown(got.ours)}, ${rate(count / got.ours)}` },
    ...{ reference: `10.00 s; pages with a name alone ${shown(got.theirs)}`, ratio: got.ours / 10, target: atMost(1) },
  };
}

async function single(): Promise<Figure> {
  const each = (template: string) => () =>
    secondsOf(async () => {
      for (let n = 0; n < singles; n += 1) await pdfOf(template, 1);
    });
  const got = await inTurn(size(5, 3), each(certificateTemplate), each(bareTemplate));
  const perSecond = (seconds: number) => rate(singles / seconds);
  const what = "Certificates a second, each a file of its own, beside a bare page with a name";
  const [ours, reference] = [perSecond(got.ours), perSecond(got.theirs)];
  return { name: "P18", what, ours, reference, ratio: got.ratio, target: null };
}
