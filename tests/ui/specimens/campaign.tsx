import { Badge } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { Counter } from "~/ui/counter";
import { DescriptionList } from "~/ui/description-list";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { Page, Panel } from "~/ui/page";
import { ProgressBar, ProgressDots } from "~/ui/progress";
import { Ltr, Time } from "~/ui/text";
import { Timeline } from "~/ui/timeline";

const day = (text: string) => text.split("-").reverse().join("/");

export function CampaignPage() {
  return (
    <Page
      title="Ngày Chuyển đổi số quốc gia 2025"
      breadcrumbs={[{ href: "/campaigns", label: "Chiến dịch" }]}
      status={<Badge tone="accent">Đang diễn ra</Badge>}
      actions={<ButtonLink href="/campaigns/1/next">Lập chiến dịch năm sau từ chiến dịch này</ButtonLink>}
    >
      <Notice
        tone="warning"
        title="Kế hoạch ban hành muộn 12 ngày"
        action={
          <ButtonLink href="#" size="small">
            Xem mốc
          </ButtonLink>
        }
      >
        Mốc “Gửi giấy mời” chỉ còn 3 ngày thay vì 15. Vẫn làm được, nhưng nên gửi trong hôm nay.
      </Notice>
      <div className="columns-2">
        <Panel title="Lộ trình">
          <Timeline
            label="Lộ trình của chiến dịch"
            from="2025-08-01"
            to="2025-11-05"
            today="2025-09-20"
            formatDay={day}
            phases={[
              { id: "a", label: "Chuẩn bị", from: "2025-08-01", to: "2025-09-05", href: "#" },
              { id: "b", label: "Tuyên truyền, phát động", from: "2025-09-06", to: "2025-10-09" },
              { id: "c", label: "Tuần lễ cao điểm", from: "2025-10-06", to: "2025-10-12" },
              { id: "d", label: "Tổng kết, khen thưởng", from: "2025-10-13", to: "2025-10-31" },
            ]}
            milestones={[
              { id: "1", label: "Ban hành kế hoạch", day: "2025-08-11", sign: "T-60", done: true, href: "#" },
              { id: "2", label: "Chốt danh sách đại biểu", day: "2025-09-10", sign: "T-30" },
              { id: "3", label: "Gửi giấy mời", day: "2025-09-25", sign: "T-15" },
              { id: "4", label: "Ngày Chuyển đổi số quốc gia", day: "2025-10-10", sign: "T" },
              { id: "5", label: "Báo cáo tổng kết", day: "2025-10-31", sign: "T+21" },
            ]}
          />
        </Panel>
        <div className="stack gap-6">
          <Panel title="Thông tin">
            <DescriptionList
              items={[
                { term: "Chủ đề", detail: "Khai thác dữ liệu số để tạo ra giá trị" },
                { term: "Kế hoạch", detail: <Ltr>634/KH-UBND</Ltr> },
                { term: "Ban hành", detail: <Time at="2023-08-29">29/08/2023</Time> },
                { term: "Chủ trì", detail: "Sở Khoa học và Công nghệ" },
              ]}
            />
          </Panel>
          <Panel title="Tiến độ">
            <ProgressDots done={12} total={45} label="Ngày thứ 12/45" />
            <ProgressBar done={11} total={21} label="Nhiệm vụ chính quyền số" note={<Counter done={11} total={21} />} />
          </Panel>
        </div>
      </div>
      <EmptyState title="Chưa có cách làm hay nào" action={<Button icon="add">Ghi một cách làm hay</Button>}>
        Khi các đơn vị chia sẻ kinh nghiệm, bài viết hiện ở đây để đơn vị khác làm theo.
      </EmptyState>
    </Page>
  );
}
