import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField, RadioGroup } from "~/ui/choice-field";
import { Counter } from "~/ui/counter";
import { ErrorSummary } from "~/ui/error-summary";
import { iconNames } from "~/ui/icon";
import { Link } from "~/ui/link";
import { Flash } from "~/ui/notice";
import { ProgressDots } from "~/ui/progress";
import { Qr } from "~/ui/qr";
import { StackedBar } from "~/ui/stacked-bar";
import { Table } from "~/ui/table";
import { SelectField, TextField } from "~/ui/text-field";
import { Timeline } from "~/ui/timeline";
import { UiLanguage } from "~/ui/words";
import { type SpecimenName, specimenPage, specimens } from "./specimen";

const html = renderToStaticMarkup;
const attribute = (markup: string, tag: string, name: string) =>
  new RegExp(`<${tag}\\b[^>]*\\s${name}="([^"]*)"`).exec(markup)?.[1];

describe("a field", () => {
  test("is tied to its label, its hint and its error", () => {
    const markup = html(<TextField name="title" label="Tên" hint="Như trên giấy mời" error="Ghi tên" required />);
    expect(attribute(markup, "label", "for")).toBe("title");
    expect(attribute(markup, "input", "id")).toBe("title");
    expect(attribute(markup, "input", "aria-describedby")).toBe("title-hint title-error");
    expect(attribute(markup, "input", "aria-invalid")).toBe("true");
    expect(attribute(markup, "input", "aria-required")).toBe("true");
    expect(markup).toContain('id="title-hint"');
    expect(markup).toMatch(/id="title-error".*Lỗi: .*Ghi tên/);
  });

  test("without hint and error says nothing of them", () => {
    const markup = html(<TextField name="title" label="Tên" defaultValue="Ngày 10/10" />);
    expect(markup).not.toContain("aria-describedby");
    expect(markup).not.toContain("aria-invalid");
    expect(attribute(markup, "input", "value")).toBe("Ngày 10/10");
  });

  test("keeps its own order for addresses in right-to-left pages", () => {
    expect(attribute(html(<TextField name="email" type="email" label="E-mail" />), "input", "dir")).toBe("ltr");
  });

  test("with choices keeps the chosen one and shows groups", () => {
    const choices = [
      { value: "a", label: "Sở A", group: "Tỉnh" },
      { value: "b", label: "Xã B", group: "Xã" },
    ];
    const markup = html(
      <SelectField name="unit" label="Đơn vị" choices={choices} defaultValue="b" placeholder="Chọn" />,
    );
    expect(markup).toContain('<optgroup label="Tỉnh"><option value="a">Sở A</option></optgroup>');
    expect(markup).toContain('<option value="b" selected="">Xã B</option>');
    expect(markup).toContain('<option value="">Chọn</option>');
  });
});

test("a group of radios is led to by its error and announces it", () => {
  const choices = [
    { value: "yes", label: "Có" },
    { value: "no", label: "Không" },
  ];
  const markup = html(
    <RadioGroup name="answer" label="Dự" error="Chọn một" choices={choices} defaultValue="no" required />,
  );
  expect(markup).toMatch(
    /^<fieldset[^>]*aria-describedby="answer-error"[^>]*role="radiogroup"[^>]*aria-required="true"/,
  );
  expect(markup).toContain("<legend");
  expect(markup).toContain('id="answer"');
  expect(markup.match(/checked/g)).toEqual(["checked"]);
});

test("a tick box stands inside its label", () => {
  expect(html(<CheckboxField name="remind" label="Nhắc" />)).toMatch(
    /<label class="choice"><input type="checkbox"[^>]*><span[^>]*>Nhắc/,
  );
});

describe("an error summary", () => {
  test("is announced and leads to each field", () => {
    const markup = html(<ErrorSummary title="Còn 1 chỗ cần sửa" errors={[{ field: "title", text: "Ghi tên" }]} />);
    expect(markup).toContain('role="alert" tabindex="-1"');
    expect(markup).toContain('<a href="#title">Ghi tên</a>');
  });
  test("is not there without errors", () => expect(html(<ErrorSummary title="Sai" errors={[]} />)).toBe(""));
});

describe("a button", () => {
  test("that shows only a sign keeps its name", () => {
    const markup = html(
      <Button icon="edit" iconOnly>
        Sửa
      </Button>,
    );
    expect(markup).toContain('title="Sửa"');
    expect(markup).toContain('<span class="visually-hidden">Sửa</span>');
    expect(markup).toContain('aria-hidden="true"');
  });
  test("being sent is announced as busy", () =>
    expect(html(<Button busy>Gửi</Button>)).toContain('aria-busy="true" aria-disabled="true"'));
  test("that only shows a page is a link", () =>
    expect(html(<ButtonLink href="/events">Xem</ButtonLink>)).toMatch(/^<a href="\/events"/));
});

test("a link outside the router is an ordinary one", () => {
  expect(html(<Link href="mailto:a@b.vn">Thư</Link>)).toBe('<a href="mailto:a@b.vn">Thư</a>');
});

describe("a counter", () => {
  test("says done of assigned before the share, in the reader's figures", () => {
    const text = (markup: string) => markup.replace(/<[^>]+>/g, "");
    expect(text(html(<Counter done={11} total={21} />))).toBe("11/21 · 52,38 %");
    expect(
      text(
        html(
          <UiLanguage locale="ar">
            <Counter done={11} total={21} />
          </UiLanguage>,
        ),
      ),
    ).toBe("11/21 · 52.38 %");
  });
  test("of nothing has no share", () => expect(html(<Counter done={0} total={0} />)).not.toContain("%"));
  test("keeps its order in right-to-left text", () =>
    expect(html(<Counter done={1} total={2} />)).toContain('<bdi dir="ltr">'));
});

test("a state is told by a word and a sign, not by colour alone", () => {
  expect(html(<Status tone="danger">Thư bị trả lại</Status>)).toMatch(/<svg.*<\/svg>Thư bị trả lại/);
});

test("every sign has a drawing, and no drawing is without a sign", () => {
  const drawn = [...readFileSync("app/ui/icons.svg", "utf8").matchAll(/<symbol id="([^"]+)"/g)].map(([, id]) => id);
  expect(drawn).toEqual([...iconNames]);
});

test("dots are counted in words too, and a long count becomes a bar", () => {
  const dots = html(<ProgressDots done={12} total={45} label="Ngày thứ 12/45" />);
  expect(attribute(dots, "span", "aria-label")).toBe("Ngày thứ 12/45");
  expect([dots.match(/"one"/g)?.length, dots.match(/"zero"/g)?.length]).toEqual([12, 33]);
  expect(html(<ProgressDots done={12} total={390} label="12/390" />)).toContain('role="progressbar"');
});

test("a bar of answers says every part in words", () => {
  const markup = html(
    <StackedBar
      label="3 người"
      compact
      parts={[
        { key: "a", label: "Dự", value: 3, fill: "full" },
        { key: "b", label: "Chưa trả lời", value: 0, fill: "open" },
      ]}
    />,
  );
  expect(attribute(markup, "div", "aria-label")).toBe("3 người: Dự 3, Chưa trả lời 0");
  expect(markup).not.toContain("fill-open");
});

test("a table names itself, its columns and its rows", () => {
  const markup = html(
    <Table
      caption="Điểm cầu"
      rows={[{ id: "1", name: "Bến Thủy", seats: 20 }]}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          head: "Tên",
          primary: true,
          cell: (row) => row.name,
          sort: { href: "?s", direction: "ascending" },
        },
        { key: "seats", head: "Chỗ", numeric: true, cell: (row) => row.seats },
      ]}
      select={{ name: "id", value: (row) => row.id, label: (row) => row.name }}
    />,
  );
  expect(markup).toContain("<caption>Điểm cầu</caption>");
  expect(markup).toContain('aria-sort="ascending"');
  expect(markup).toContain('<th scope="row" class="table-primary">Bến Thủy</th>');
  expect(markup).toContain('<td class="numeric" data-label="Chỗ">20</td>');
  expect(markup).toContain('value="1"/><span class="visually-hidden">Chọn Bến Thủy</span>');
});

test("the pieces of one cell stay together, and a cell of one piece holds nothing else", () => {
  const markup = html(
    <Table
      caption="Đợt"
      rows={[{ id: "1", phase: "Chấm điểm", until: "07/12/2026" }]}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "phase",
          head: "Bước",
          cell: (row) => (
            <>
              {row.phase} <span>{row.until}</span>
            </>
          ),
        },
        { key: "until", head: "Hạn", cell: (row) => <time>{row.until}</time> },
      ]}
    />,
  );
  expect(markup).toContain('<td data-label="Bước"><div>Chấm điểm <span>07/12/2026</span></div></td>');
  expect(markup).toContain('<td data-label="Hạn"><time>07/12/2026</time></td>');
});

test("bad news is announced at once, good news politely", () => {
  expect(html(<Flash tone="danger">Hỏng</Flash>)).toContain('role="alert"');
  expect(html(<Flash>Xong</Flash>)).toContain('role="status"');
});

test("a timeline marks a milestone as late only after its day", () => {
  const at = (today: string) =>
    html(
      <Timeline
        label="Lộ trình"
        from="2025-09-01"
        to="2025-10-31"
        today={today}
        phases={[]}
        milestones={[{ id: "1", label: "Gửi giấy mời", day: "2025-09-25" }]}
        formatDay={(day) => day}
      />,
    );
  expect(at("2025-09-25")).not.toContain("quá hạn");
  expect(at("2025-09-26")).toContain("quá hạn");
});

test("a QR code draws each run of dark cells once, inside its quiet zone", () => {
  const markup = html(
    <Qr
      matrix={[
        [true, true, false],
        [false, false, true],
      ]}
      label="Mã vào cửa"
    />,
  );
  expect(markup).toContain('d="M3 3.5h2M5 4.5h1"');
  expect(markup).toContain('role="img" aria-label="Mã vào cửa"');
});

describe.each(Object.keys(specimens) as SpecimenName[])("the page %s", (name) => {
  const page = specimenPage(name);

  test("has one h1 and skips no level", () => {
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test("has no id twice, and every reference leads somewhere", () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const references = [...page.matchAll(/(?:aria-describedby|aria-labelledby|for|popovertarget)="([^"]+)"/g)].flatMap(
      ([, to]) => (to as string).split(" "),
    );
    for (const reference of references) expect(ids).toContain(reference);
  });
});

test("guests' pages stay under 10 KB", () => {
  for (const name of ["invitation", "invitation-ar", "ticket"] as const)
    expect(Buffer.byteLength(specimenPage(name))).toBeLessThan(10_000);
});
