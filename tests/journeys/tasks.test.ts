import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read } from "../../db/client.server";
import { evidenceOf, findTaskFor, submissionsOf } from "../../app/features/tasks/reads.server";
import { tasks } from "../../db/schema.server";
import { dumpDatabase } from "../kit/dump";
import { makeTask, makeProvince, type Province } from "../kit/tasks";
import { signedIn } from "../kit/signed-in";
import { type Browser, type Site, startSite } from "../kit/site";

let site: Site;
let at: Province;
let organizer: Browser;
let doer: Browser;
let appraiser: Browser;
let stranger: Browser;
beforeAll(async () => {
  site = await startSite({ TENTEN_LIMITS: "off" });
  await openDatabase({ file: join(site.dataDir, "tenten.sqlite") });
  at = await makeProvince();
  organizer = await signedIn(site, at.organizer);
  doer = await signedIn(site, at.doer);
  appraiser = await signedIn(site, at.appraiser);
  stranger = await signedIn(site, at.stranger);
}, 240_000);
afterAll(async () => {
  await closeDatabase();
  await site?.stop();
});

const form = () => ({
  title: "Sổ sức khỏe điện tử cho toàn dân",
  ownerUnitId: at.province.id,
  leadUnitId: at.health.id,
  appraiserUnitId: at.office.id,
  responsibleId: at.person.id,
  startsOn: "2025-08-01",
  dueOn: "2025-09-14",
  duePrecision: "quarter",
});
const findTask = async (taskId: string) => await findTaskFor(read, { taskId, actor: at.organizer });
const pressIn = (text: string) => /name="press" value="([^"]+)"/.exec(text)?.[1] ?? "";
const seenIn = (text: string) => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? "";

/** A form with files, as a browser sends it. */
async function upload(browser: Browser, taskId: string, name: string, body: Buffer | string) {
  const sent = new FormData();
  sent.append("kind", "file");
  sent.append("label", "Số liệu");
  sent.append("files", new Blob([body as BlobPart], { type: "application/pdf" }), name);
  const cookie = [...browser.cookies].map(([key, value]) => `${key}=${value}`).join("; ");
  const response = await fetch(`${site.origin}/tasks/${taskId}/files?index`, {
    method: "POST",
    body: sent,
    headers: { Cookie: cookie, Origin: site.origin },
    redirect: "manual",
  });
  return { status: response.status, text: await response.text() };
}

test("a bad form comes back with what was typed and says how to mend it; nothing is written", async () => {
  const bad = { ...form(), title: "<b>Sổ</b>", startsOn: "31/02/2025", weight: "nặng", personEmail: "khong-phai-thu" };
  const page = await organizer.post("/tasks/new", { ...bad, do: "save" });
  expect(page.status).toBe(422);
  for (const said of ["31/02/2025", "Ngày này không có", "&lt;b&gt;Sổ&lt;/b&gt;", "Hãy ghi một số", "khong-phai-thu"])
    expect(page.text).toContain(said);
  for (const [given, said] of [
    [{ dueOn: "2025-07-01", duePrecision: "day" }, "Thời hạn sớm hơn ngày bắt đầu"],
    [{ appraiserUnitId: at.health.id }, "không thể tự thẩm định"],
    [{ leadUnitId: at.commune.id }, "không giữ chức vụ nào"],
    [{ predecessor: "nothing" }, "Không tìm thấy nhiệm vụ đi trước"],
  ] as const) {
    const answer = await organizer.post("/tasks/new", { ...form(), ...given, do: "save" });
    expect([answer.status >= 400, answer.text.includes(said)]).toEqual([true, true]);
  }
  const without = { ...form(), responsibleId: "", do: "assign" };
  expect((await organizer.post("/tasks/new", without)).text).toContain("Chưa có người thực hiện");
  expect(await read.select().from(tasks)).toEqual([]);
});

test("without script the people of the lead unit and the tasks that words find are shown, and nothing typed is lost", async () => {
  const asked = {
    ...form(),
    title: "Còn dở",
    leadUnitId: at.health.id,
    coordinatingUnitTerm: "chau phong",
    do: "find",
  };
  const page = await organizer.post("/tasks/new", asked);
  expect(page.status).toBe(200);
  for (const said of ["Còn dở", "Lê Thị Mai, Chuyên viên", "Xã Châu Phong"]) expect(page.text).toContain(said);
});

test("pressed twice, the form makes one task; assigned at once where everything is there", async () => {
  const press = pressIn((await organizer.get("/tasks/new")).text);
  const sent = { ...form(), press, do: "assign" };
  const [one, two] = [await organizer.post("/tasks/new", sent), await organizer.post("/tasks/new", sent)];
  expect([one.status, two.to]).toEqual([303, one.to]);
  const rows = await read.select().from(tasks);
  expect(rows.map(({ state, dueOn, duePrecision }) => [state, dueOn, duePrecision])).toEqual([
    ["assigned", "2025-09-30", "quarter"],
  ]);
  const page = await doer.get(one.to);
  for (const said of ["Quý III/2025", "Lê Thị Mai", "Văn phòng UBND tỉnh", "Nhận nhiệm vụ"])
    expect(page.text).toContain(said);
});

test("a stranger finds no page, no file and no step; who only sees may not act", async () => {
  const taskId = await makeTask(at);
  expect((await upload(doer, taskId, "bao-cao.pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")).status).toBe(303);
  const evidenceId = (await evidenceOf(read, { taskId }))[0]?.evidence.id ?? "";
  const file = await doer.get(`/tasks/${taskId}/files/${evidenceId}`);
  expect([file.status, file.headers.get("content-disposition"), file.headers.get("content-security-policy")]).toEqual([
    200,
    expect.stringContaining("attachment"),
    expect.stringContaining("sandbox"),
  ]);
  const before = await dumpDatabase();
  for (const path of ["", "/edit", "/report", "/decide", "/files", `/files/${evidenceId}`])
    expect((await stranger.get(`/tasks/${taskId}${path}`)).status).toBe(404);
  for (const path of ["?index", "/edit", "/report", "/decide", "/cancel", "/files?index"])
    expect((await stranger.post(`/tasks/${taskId}${path}`, { do: "receive", reason: "x" })).status).toBe(404);
  expect((await appraiser.get(`/tasks/${taskId}`)).status).toBe(200);
  expect((await appraiser.get(`/tasks/${taskId}/edit`)).status).toBe(403);
  expect((await appraiser.post(`/tasks/${taskId}/cancel`, { reason: "Không cần nữa" })).status).toBe(403);
  expect((await doer.get(`/tasks/${taskId}/files/nothing`)).status).toBe(404);
  for (const path of ["", "/edit", "/report", "/files", "/submit"]) await doer.head(`/tasks/${taskId}${path}`);
  expect(await dumpDatabase()).toEqual(before);
});

test("a renamed executable and a file of 300 MB are refused in words", async () => {
  const taskId = await makeTask(at);
  const program = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(400, 1)]);
  const refused = await upload(doer, taskId, "bao-cao.pdf", program);
  expect([refused.status, refused.text.includes("không thuộc loại tệp được phép")]).toEqual([422, true]);
  const large = await upload(doer, taskId, "lon.pdf", Buffer.alloc(300 * 1024 * 1024, 32));
  expect([large.status, large.text.includes("Hãy chọn tệp nhỏ hơn")]).toEqual([413, true]);
  expect(await evidenceOf(read, { taskId })).toEqual([]);
}, 60_000);

test("figures, links and reports that cannot be are named; 100 % comes from acceptance alone", async () => {
  const taskId = await makeTask(at);
  const files = `/tasks/${taskId}/files?index`;
  for (const [given, said] of [
    [{ kind: "link", url: "javascript:alert(1)" }, "phải bắt đầu bằng https"],
    [{ kind: "figure", label: "Hồ sơ", figure: "nhiều" }, "Hãy ghi một số"],
    [{ kind: "note", label: "" }, "Không được để trống"],
    [{ kind: "file" }, "Hãy chọn một tệp"],
    [{ kind: "reuse", fileId: "nothing", label: "x".repeat(301) }, "Dài quá"],
    [{ kind: "reuse", fileId: "nothing" }, "Không tìm thấy tệp này"],
  ] as const) {
    const answer = await doer.post(files, given);
    expect([answer.status >= 400, answer.text.includes(said)]).toEqual([true, true]);
  }
  const report = await doer.post(`/tasks/${taskId}/report`, { progress: "100", note: "Gần xong" });
  expect([report.status, report.text.includes("Gần xong"), report.text.includes("99 %")]).toEqual([422, true, true]);
  expect((await doer.post(`/tasks/${taskId}/submit`, { statement: "Xong" })).text).toContain("ít nhất một minh chứng");
  expect((await findTask(taskId))?.state).toBe("assigned");
});

test("two people edit one task: the second sees both versions and takes over either", async () => {
  const taskId = await makeTask(at);
  const edit = `/tasks/${taskId}/edit`;
  const seen = seenIn((await organizer.get(edit)).text);
  const mine = { ...form(), seen, do: "save" };
  expect((await organizer.post(edit, { ...mine, title: "Tên của người thứ nhất", clause: "Mục I" })).status).toBe(303);
  const clash = await organizer.post(edit, { ...mine, title: "Tên của người thứ hai", clause: "Mục II" });
  expect(clash.status).toBe(409);
  for (const said of ["Tên của người thứ nhất", "Tên của người thứ hai", "Mục I", "Mục II"])
    expect(clash.text).toContain(said);
  const again = {
    ...mine,
    seen: seenIn(clash.text),
    title: "Tên của người thứ hai",
    clause: "Mục II",
    "take.title": "theirs",
  };
  expect((await organizer.post(edit, again)).status).toBe(303);
  expect(await findTask(taskId)).toMatchObject({ title: "Tên của người thứ nhất", clause: "Mục II" });
});

test("dates before a predecessor's end are saved and named", async () => {
  const first = await makeTask(at, { title: "Nhập dữ liệu nền" });
  const taskId = await makeTask(at, { predecessorIds: [first] });
  const edit = `/tasks/${taskId}/edit`;
  const seen = seenIn((await organizer.get(edit)).text);
  const saved = await organizer.post(edit, { ...form(), startsOn: "2025-08-15", predecessor: first, seen, do: "save" });
  expect(saved.status).toBe(303);
  expect((await organizer.get(saved.to)).text).toContain("trước khi “Nhập dữ liệu nền” đến hạn (14/09/2025)");
  const other = `/tasks/${first}/edit`;
  const circle = { ...form(), predecessor: taskId, seen: seenIn((await organizer.get(other)).text), do: "save" };
  const refused = await organizer.post(other, circle);
  expect([refused.status, refused.text.includes("chờ lẫn nhau")]).toEqual([409, true]);
});

test("from evidence to acceptance by another unit, returned once, each step told on the page", async () => {
  const taskId = await makeTask(at, { title: "Bệnh án điện tử" });
  const page = `/tasks/${taskId}`;
  const steps: [Browser, string, Record<string, string>][] = [
    [doer, "?index", { do: "receive" }],
    [doer, "/report", { progress: "60", health: "at-risk", note: "Còn hai bệnh viện" }],
    [doer, "/files?index", { kind: "note", label: "Đã nghiệm thu nội bộ" }],
    [doer, "/submit", { statement: "Đã xong toàn bộ" }],
    [appraiser, "/decide", { outcome: "returned", reason: "Thiếu biên bản" }],
    [doer, "/files?index", { kind: "figure", label: "Bệnh viện", figure: "17", measure: "đơn vị" }],
    [doer, "/submit", { statement: "Đã bổ sung biên bản" }],
    [appraiser, "/decide", { outcome: "basically-completed", reason: "Làm nốt một trạm y tế" }],
  ];
  for (const [who, path, fields] of steps) expect((await who.post(`${page}${path}`, fields)).status).toBe(303);
  expect((await submissionsOf(read, { taskId })).map(({ outcome }) => outcome)).toEqual([
    "basically-completed",
    "returned",
  ]);
  const told = (await doer.get(page)).text;
  for (const said of [
    "Cơ bản hoàn thành",
    "Thiếu biên bản",
    "Còn hai bệnh viện",
    "Làm nốt một trạm y tế",
    "Đã nghiệm thu nội bộ",
  ])
    expect(told).toContain(said);
  expect((await appraiser.post(`${page}/decide`, { outcome: "completed" })).to).toBe(page);
});

test("carried over, cancelled, reopened and removed with consequences named", async () => {
  const taskId = await makeTask(at);
  const page = `/tasks/${taskId}`;
  expect((await organizer.get(`${page}/cancel`)).text).toContain("không còn được tính");
  expect((await organizer.post(`${page}/cancel`, { reason: "" })).status).toBe(422);
  expect((await organizer.post(`${page}/carry-over`, { dueOn: "2025-09-01", reason: "Chưa xong" })).text).toContain(
    "muộn hơn",
  );
  const carried = await organizer.post(`${page}/carry-over`, { dueOn: "2026-03-31", reason: "Chưa xong" });
  expect([carried.status, (await findTask(taskId))?.state]).toEqual([303, "carried-over"]);
  expect((await organizer.get(carried.to)).text).toContain("Tiếp tục nhiệm vụ kỳ trước");
  expect((await organizer.post(`${carried.to}/cancel`, { reason: "Trùng" })).status).toBe(303);
  expect((await organizer.post(`${carried.to}/reopen`, { reason: "Hủy nhầm" })).status).toBe(303);
  const draft = await makeTask(at, { draft: true });
  expect((await organizer.get(`/tasks/${draft}/remove`)).text).toContain("mất hẳn");
  expect((await organizer.post(`/tasks/${draft}/remove`, {})).status).toBe(303);
  expect(await findTask(draft)).toBeNull();
});
