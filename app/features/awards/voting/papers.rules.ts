import type { OfficialPaper, PaperBlock } from "~/web/official-paper.server";
import type { Place } from "../places.rules";
import type { AwardForm } from "../terms.rules";
import type { Attendance } from "./rules";

export const paperKinds = ["minutes", "proposal", "decision"] as const;
export type PaperKind = (typeof paperKinds)[number];

export interface PaperLine {
  name: string;
  position: string;
  unit: string;
  form: AwardForm;
  yes: number;
  no: number;
  blank: number;
  base: number;
  share: number;
  needed: number;
  passed: boolean;
  place: Place | null;
}

/** What the drafts of a meeting are made of; days and clocks as they are printed. */
export interface PaperFacts {
  organization: string;
  round: string;
  authority: string;
  place: string;
  year: number;
  meeting: { title: string; place: string; clock: string; day: string; note: string; tellers: string };
  quorum: { members: number; present: number; written: number; needed: number };
  seats: { name: string; role: string; title: string; attendance: Attendance }[];
  polls: {
    category: string;
    kind: "approval" | "run-off";
    secret: boolean;
    cast: number;
    voters: number;
    rule: string;
    /** Awards of the category; null: no limit. */
    quota: number | null;
    lines: PaperLine[];
    casting: string | null;
    hash: string;
  }[];
}

const roles: Record<string, string> = {
  chair: "Chủ tịch Hội đồng",
  "vice-chair": "Phó Chủ tịch Hội đồng",
  secretary: "Thư ký",
  member: "Ủy viên",
};
const forms: Record<AwardForm, string> = {
  merit: "Bằng khen",
  commendation: "Giấy khen",
  certificate: "Giấy chứng nhận",
  prize: "Giải thưởng",
};
const council = "Hội đồng Thi đua - Khen thưởng";
/** "khen thưởng Ngày Chuyển đổi số 2025": most rounds are already called so. */
const honouring = (round: string) =>
  /^khen thưởng /i.test(round) ? `khen thưởng ${round.slice("khen thưởng ".length)}` : `khen thưởng: ${round}`;
const text = (said: string): PaperBlock => ({ kind: "text", text: said });
const heading = (said: string): PaperBlock => ({ kind: "heading", text: said });
// The sign stays with its number where a line ends.
const percent = (share: number) => `${share.toFixed(2).replace(".", ",")}\u00A0%`;
const ofRole = (facts: PaperFacts, role: string) => facts.seats.find((seat) => seat.role === role)?.name ?? "";
const headOf = ({ organization, place, year }: PaperFacts) => ({
  place,
  year,
  superior: organization,
  issuer: council,
});
const nominee = ({ name, position, unit }: PaperLine) =>
  [name, position, unit === name ? "" : unit].filter(Boolean).join(", ");

function namesBlock(facts: PaperFacts, attendance: Attendance, title: string): PaperBlock[] {
  const there = facts.seats.filter((seat) => seat.attendance === attendance);
  if (there.length === 0) return [];
  const names = there.map(({ name, title: post, role }) => [name, post, roles[role]].filter(Boolean).join(", "));
  return [text(`${title}: ${there.length} thành viên.\n${names.map((name, n) => `${n + 1}. ${name}.`).join("\n")}`)];
}

const places: Record<Place, string> = {
  ...{ within: "Đạt", equal: "Đạt, ngang nhau ở suất cuối", beyond: "Đạt, ngoài chỉ tiêu" },
};
const isOver = ({ place }: PaperLine) => place === "beyond" || place === "equal";

/** That more passed than the category has awards: the paper leaves nobody out, and says so. */
function overQuotaSaid({ lines, quota }: PaperFacts["polls"][number]): PaperBlock[] {
  const beyond = lines.filter(isOver);
  if (beyond.length === 0) return [];
  const passed = lines.filter(({ passed: did }) => did).length;
  const count = quota === null ? "" : `Chỉ tiêu của hạng mục: ${quota}; số đạt: ${passed}. `;
  return [text(`${count}Ngoài chỉ tiêu, xếp theo tỷ lệ phiếu: ${beyond.map(nominee).join("; ")}.`)];
}

function pollBlocks(poll: PaperFacts["polls"][number], n: number): PaperBlock[] {
  const approval = poll.kind === "approval";
  const counts = (line: PaperLine) => [line.yes, line.no, line.blank].map(String);
  return [
    heading(`${n}. ${approval ? "Hạng mục" : "Bỏ phiếu phân định, hạng mục"}: ${poll.category}`),
    text(
      `${poll.secret ? "Bỏ phiếu kín" : "Biểu quyết công khai"}. Số phiếu phát ra: ${poll.voters}; số phiếu thu về: ${poll.cast}. ${poll.rule}`,
    ),
    {
      kind: "table",
      table: {
        columns: [
          { head: "TT", share: 7, centred: true },
          { head: "Tập thể, cá nhân được đề cử", share: 33 },
          { head: "Đồng ý", share: 9, centred: true },
          { head: "Không đồng ý", share: 13, centred: true },
          { head: "Để trống", share: 9, centred: true },
          { head: approval ? "Tỷ lệ" : "Số phiếu", share: 16, centred: true },
          { head: "Kết quả", share: 13, centred: true },
        ],
        rows: poll.lines.map((line, at) => [
          ...[String(at + 1), nominee(line), ...counts(line)],
          approval ? `${line.yes}/${line.base} = ${percent(line.share)} (cần ${line.needed})` : String(line.yes),
          line.passed ? (approval ? places[line.place ?? "within"] : "Xếp trên") : approval ? "Không đạt" : "",
        ]),
      },
    },
    ...overQuotaSaid(poll),
    ...(poll.casting ? [text(`Số phiếu ngang nhau; Chủ tọa quyết định chọn: ${poll.casting}.`)] : []),
    { kind: "base", text: `Mã băm SHA-256 của kết quả:\n${poll.hash}` },
  ];
}

/** The minutes of the count (biên bản kiểm phiếu). */
function minutes(facts: PaperFacts): OfficialPaper {
  const { meeting, quorum, polls } = facts;
  return {
    ...{ ...headOf(facts), numberOf: "BB-HĐTĐKT", type: "Biên bản", to: null, recipients: [] },
    about: `Họp và kiểm phiếu xét ${honouring(facts.round)}`,
    blocks: [
      heading("I. Thời gian, địa điểm"),
      text(
        `${meeting.title} bắt đầu hồi ${meeting.clock} ngày ${meeting.day}${meeting.place ? `, tại ${meeting.place}` : ""}.`,
      ),
      heading("II. Thành phần"),
      text(
        `Hội đồng có ${quorum.members} thành viên; có mặt ${quorum.present}, biểu quyết bằng văn bản ${quorum.written}. Phiên họp hợp lệ khi có mặt ít nhất ${quorum.needed} thành viên.`,
      ),
      ...namesBlock(facts, "present", "Có mặt"),
      ...namesBlock(facts, "written", "Biểu quyết bằng văn bản"),
      ...namesBlock(facts, "absent", "Vắng mặt"),
      ...(meeting.tellers ? [text(`Ban kiểm phiếu: ${meeting.tellers}.`)] : []),
      ...(meeting.note ? [heading("III. Nội dung thảo luận"), text(meeting.note)] : []),
      heading(`${meeting.note ? "IV" : "III"}. Kết quả kiểm phiếu`),
      ...polls.flatMap((poll, n) => pollBlocks(poll, n + 1)),
      text("Biên bản được thông qua tại phiên họp và lập thành 02 bản có giá trị như nhau."),
    ],
    signatures: [
      { lines: ["Thư ký"], name: ofRole(facts, "secretary") },
      { lines: ["TM. Ban kiểm phiếu"], name: "" },
      { lines: ["Chủ tọa"], name: ofRole(facts, "chair") },
    ],
  };
}

const passedOf = (facts: PaperFacts) =>
  facts.polls
    .filter(({ kind }) => kind === "approval")
    .flatMap(({ category, lines }) => lines.filter(({ passed }) => passed).map((line) => ({ category, ...line })));

/** The list of who passed, with the share of votes where the authority is to weigh it. */
function listOf(facts: PaperFacts, withShare: boolean): PaperBlock {
  return {
    kind: "table",
    table: {
      columns: [
        { head: "TT", share: 7, centred: true },
        { head: "Tập thể, cá nhân", share: withShare ? 37 : 45 },
        { head: "Hạng mục", share: withShare ? 24 : 30 },
        { head: "Hình thức", share: 18, centred: true },
        ...(withShare ? [{ head: "Tỷ lệ phiếu", share: 14, centred: true }] : []),
      ],
      rows: passedOf(facts).map((line, n) => [
        ...[String(n + 1), nominee(line), line.category, forms[line.form]],
        ...(withShare ? [percent(line.share)] : []),
      ]),
    },
  };
}

/** The proposal to the authority with its list (tờ trình và danh sách). */
function proposal(facts: PaperFacts): OfficialPaper {
  const total = passedOf(facts).length;
  const overQuota = passedOf(facts).filter(isOver);
  return {
    ...{ ...headOf(facts), numberOf: "TTr-HĐTĐKT", type: "Tờ trình", to: facts.authority || facts.organization },
    about: `Về việc đề nghị ${honouring(facts.round)}`,
    blocks: [
      text(
        `Ngày ${facts.meeting.day}, ${council} đã họp, xét hồ sơ và bỏ phiếu đối với các tập thể, cá nhân được đề cử (${facts.round}).`,
      ),
      text(
        `Căn cứ kết quả kiểm phiếu, ${council} kính trình ${facts.authority || facts.organization} xem xét, quyết định khen thưởng ${total} tập thể, cá nhân có tên trong danh sách sau:`,
      ),
      listOf(facts, true),
      ...overQuota.map((line) =>
        text(
          `${nominee(line)} (${line.category}): đạt tỷ lệ phiếu nhưng ngoài chỉ tiêu của hạng mục, kính trình xem xét.`,
        ),
      ),
      text("Hồ sơ kèm theo: biên bản họp và kiểm phiếu; hồ sơ của các tập thể, cá nhân được đề nghị."),
      text(`${council} kính trình xem xét, quyết định./.`),
    ],
    signatures: [{ lines: ["TM. Hội đồng", "Chủ tịch"], name: ofRole(facts, "chair") }],
    recipients: ["Như trên;", "Các thành viên Hội đồng;", "Lưu: VT, HĐTĐKT."],
  };
}

/** The draft of the decision (dự thảo quyết định). */
function decision(facts: PaperFacts): OfficialPaper {
  const { organization, place, year } = facts;
  const authority = facts.authority || organization;
  return {
    ...{ superior: "", issuer: organization, place, year, numberOf: "QĐ-UBND", type: "Quyết định", to: null },
    about: `Về việc ${honouring(facts.round)}`,
    blocks: [
      { kind: "heading", text: authority.toUpperCase(), centred: true },
      { kind: "base", text: "Căn cứ Luật Tổ chức chính quyền địa phương;" },
      { kind: "base", text: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;" },
      { kind: "base", text: `Theo đề nghị của ${council} tại Tờ trình số        /TTr-HĐTĐKT.` },
      { kind: "heading", text: "QUYẾT ĐỊNH:", centred: true },
      text(`Điều 1. Khen thưởng ${passedOf(facts).length} tập thể, cá nhân có thành tích (${facts.round}), gồm:`),
      listOf(facts, false),
      text("Điều 2. Quyết định này có hiệu lực kể từ ngày ký."),
      text(
        `Điều 3. Thủ trưởng các cơ quan, đơn vị liên quan và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
      ),
    ],
    signatures: [{ lines: /^chủ tịch/i.test(authority) ? ["Chủ tịch"] : [`TM. ${authority}`, "Chủ tịch"], name: "" }],
    recipients: ["Như Điều 3;", `${council};`, "Lưu: VT."],
  };
}

/** One of the three drafts of a meeting, in Vietnamese as offices write it. */
export const paperOf = (kind: PaperKind, facts: PaperFacts): OfficialPaper =>
  ({ minutes, proposal, decision })[kind](facts);
