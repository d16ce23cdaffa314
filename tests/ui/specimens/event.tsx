import { Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Counter, Stat, Stats } from "~/ui/counter";
import { FilterBar } from "~/ui/form-actions";
import { Link } from "~/ui/link";
import { Menu, MenuButton, MenuGroup, MenuLink } from "~/ui/menu";
import { Page, Panel, Section } from "~/ui/page";
import { Pagination } from "~/ui/pagination";
import { type BarPart, StackedBar } from "~/ui/stacked-bar";
import { Table } from "~/ui/table";
import { Tabs } from "~/ui/tabs";
import { SelectField, TextField } from "~/ui/text-field";

const answers = (yes: number, substitute: number, no: number, silent: number): BarPart[] => [
  { key: "yes", label: "Xác nhận dự", value: yes, fill: "full", href: "?answer=yes" },
  { key: "substitute", label: "Cử người đi thay", value: substitute, fill: "striped", href: "?answer=substitute" },
  { key: "no", label: "Không dự được", value: no, fill: "grey", href: "?answer=no" },
  { key: "silent", label: "Chưa trả lời", value: silent, fill: "open", href: "?answer=silent" },
];

const points = [
  {
    id: "1",
    name: "Điểm cầu chính: Hội trường Trung tâm Hội nghị tỉnh",
    unit: "Văn phòng UBND tỉnh",
    seats: 180,
    a: [142, 12, 8, 10],
  },
  { id: "2", name: "Phường Bến Thủy", unit: "UBND phường Bến Thủy", seats: 20, a: [14, 2, 0, 0] },
  { id: "3", name: "Xã Quỳnh Đôi", unit: "UBND xã Quỳnh Đôi", seats: 16, a: [9, 3, 1, 3] },
  { id: "4", name: "Xã Mường Lống", unit: "UBND xã Mường Lống", seats: 12, a: [4, 0, 1, 7] },
] as const;

export function EventPage() {
  return (
    <Page
      title="Hội nghị sơ kết một năm chuyển đổi số và phát động Ngày 10/10"
      breadcrumbs={[
        { href: "/campaigns", label: "Chiến dịch" },
        { href: "/campaigns/1", label: "Ngày Chuyển đổi số quốc gia 2025" },
      ]}
      status={<Status tone="accent">Đang nhận trả lời</Status>}
      description="Thứ Hai, 22/09/2025 · 14:00–17:00 · 1 điểm cầu chính và 21 điểm kết nối"
      actions={
        <>
          <Button variant="primary" icon="reminder">
            Nhắc 29 người chưa trả lời
          </Button>
          <Menu label="Việc khác">
            <MenuLink href="/export" icon="spreadsheet" plain>
              Xuất danh sách ra bảng tính
            </MenuLink>
            <MenuLink href="/print" icon="print">
              In danh sách theo điểm cầu
            </MenuLink>
            <MenuGroup label="Thay đổi lịch">
              <MenuButton icon="calendar-add">Hoãn sự kiện</MenuButton>
              <MenuButton icon="close" danger>
                Hủy sự kiện
              </MenuButton>
            </MenuGroup>
          </Menu>
        </>
      }
      tabs={
        <Tabs
          label="Các phần của sự kiện"
          items={[
            { href: "/e", label: "Trả lời", current: true },
            { href: "/e/points", label: "Điểm cầu", count: 22 },
            { href: "/e/people", label: "Đại biểu", count: 486 },
            { href: "/e/agenda", label: "Chương trình" },
            { href: "/e/letters", label: "Thư", count: "1.024" },
          ]}
        />
      }
    >
      <Stats label="Số liệu trả lời">
        <Stat label="Được mời" value={486} note="22 điểm cầu" href="?a=" current />
        <Stat label="Xác nhận dự" value={386} note="79,42 %" href="?a=yes" />
        <Stat label="Cử người đi thay" value={51} note="10,49 %" href="?a=s" />
        <Stat label="Không dự được" value={20} note="4,12 %" href="?a=no" />
        <Stat label="Chưa trả lời" value={29} note="hạn trả lời 19/09/2025" tone="warning" href="?a=0" />
      </Stats>
      <Section title="Trả lời của 486 đại biểu">
        <StackedBar label="486 đại biểu được mời" parts={answers(386, 51, 20, 29)} />
      </Section>
      <Panel
        title="Theo điểm cầu"
        flush
        actions={
          <ButtonLink href="/points/new" size="small" icon="add">
            Thêm điểm cầu
          </ButtonLink>
        }
      >
        <FilterBar>
          <TextField type="search" name="q" label="Tìm" placeholder="Tên điểm cầu, đơn vị" />
          <SelectField
            name="state"
            label="Tình trạng"
            placeholder="Tất cả"
            choices={[{ value: "a", label: "Còn chỗ" }]}
          />
          <Button>Lọc</Button>
        </FilterBar>
        <Table
          caption="Trả lời theo điểm cầu"
          hideCaption
          rows={[...points]}
          rowKey={(point) => point.id}
          select={{ name: "point", value: (point) => point.id, label: (point) => point.name }}
          rowTone={(point) => (point.id === "4" ? "warning" : undefined)}
          columns={[
            {
              key: "name",
              head: "Điểm cầu",
              primary: true,
              cell: (point) => <Link href={`/p/${point.id}`}>{point.name}</Link>,
              sort: { href: "?sort=name", direction: "ascending" },
            },
            { key: "unit", head: "Đơn vị phụ trách", cell: (point) => point.unit, wideOnly: true },
            {
              key: "answers",
              head: "Trả lời",
              cell: ({ name, a }) => <StackedBar label={name} compact parts={answers(a[0], a[1], a[2], a[3])} />,
            },
            {
              key: "come",
              head: "Sẽ dự/chỗ",
              numeric: true,
              cell: ({ a, seats }) => <Counter done={a[0] + a[1]} total={seats} digits={1} />,
              sort: { href: "?sort=come" },
            },
            {
              key: "state",
              head: "Tình trạng",
              nowrap: true,
              cell: ({ id }) =>
                id === "4" ? <Status tone="warning">Thiếu trả lời</Status> : <Status tone="success">Sẵn sàng</Status>,
            },
            {
              key: "do",
              head: "Việc",
              actions: true,
              cell: () => (
                <Button variant="quiet" size="small" icon="edit" iconOnly>
                  Sửa điểm cầu
                </Button>
              ),
            },
          ]}
          foot={{ name: "Cộng 4 điểm cầu", come: <Counter done={186} total={228} digits={1} /> }}
        />
        <Pagination summary="1–4 trong 22 điểm cầu" next="?after=4" />
      </Panel>
    </Page>
  );
}
