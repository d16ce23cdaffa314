import { Badge, Status } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxField, CheckboxGroup, Fieldset, RadioGroup } from "~/ui/choice-field";
import { ErrorSummary } from "~/ui/error-summary";
import { FormActions } from "~/ui/form-actions";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { Page, Section } from "~/ui/page";
import { Stepper } from "~/ui/stepper";
import { DateField, FileField, SelectField, TextArea, TextField, TimeField } from "~/ui/text-field";

export function FormPage() {
  return (
    <Page title="Tạo sự kiện" width="form" breadcrumbs={[{ href: "/events", label: "Sự kiện" }]}>
      <Stepper
        current="points"
        steps={[
          { key: "what", label: "Nội dung", href: "#" },
          { key: "points", label: "Điểm cầu" },
          { key: "people", label: "Đại biểu" },
          { key: "send", label: "Xem trước và gửi" },
        ]}
      />
      <form method="post" className="stack gap-6">
        <ErrorSummary
          title="Còn 2 chỗ cần sửa"
          errors={[
            { field: "title", text: "Ghi tên sự kiện" },
            { field: "kind", text: "Chọn loại sự kiện" },
          ]}
        />
        <TextField
          name="title"
          label="Tên sự kiện"
          required
          error="Ghi tên sự kiện, ví dụ: Hội nghị sơ kết"
          hint="Như trên giấy mời."
        />
        <RadioGroup
          name="kind"
          label="Loại sự kiện"
          error="Chọn loại sự kiện"
          choices={[
            { value: "launch", label: "Lễ phát động", hint: "Một lễ có thể phát động nhiều chiến dịch." },
            { value: "review", label: "Hội nghị sơ kết" },
          ]}
        />
        <Fieldset legend="Thời gian">
          <div className="cluster gap-4">
            <DateField name="day" label="Ngày" defaultValue="2025-09-22" />
            <TimeField name="from" label="Từ" defaultValue="14:00" />
            <TimeField name="to" label="Đến" defaultValue="17:00" />
          </div>
        </Fieldset>
        <SelectField
          name="unit"
          label="Đơn vị chủ trì"
          defaultValue="khcn"
          choices={[
            { value: "khcn", label: "Sở Khoa học và Công nghệ", group: "Cấp tỉnh" },
            { value: "bt", label: "UBND phường Bến Thủy", group: "Cấp xã" },
          ]}
        />
        <TextArea name="note" label="Ghi chú cho đại biểu" optional hint="In ở cuối giấy mời." />
        <FileField name="file" label="Danh sách đại biểu" hint="Tệp .xlsx hoặc .csv, tối đa 5 MB." />
        <CheckboxGroup
          name="audience"
          label="Thành phần"
          defaultValues={["a"]}
          choices={[
            { value: "a", label: "Lãnh đạo sở, ban, ngành" },
            { value: "b", label: "Tổ công nghệ số cộng đồng" },
          ]}
        />
        <CheckboxField name="remind" label="Nhắc người chưa trả lời trước hạn 7, 3 và 1 ngày" defaultChecked />
        <FormActions>
          <Button variant="primary">Lưu và tiếp tục</Button>
          <ButtonLink href="/events" variant="quiet">
            Bỏ qua
          </ButtonLink>
        </FormActions>
      </form>
      <Section title="Nút">
        <div className="cluster">
          <Button variant="primary" icon="letter">
            Gửi giấy mời
          </Button>
          <Button>Lưu nháp</Button>
          <Button variant="quiet">Xem trước</Button>
          <Button variant="danger" icon="remove">
            Xóa đợt mời
          </Button>
          <Button variant="primary" busy>
            Đang gửi
          </Button>
          <Button disabled>Chưa gửi được</Button>
        </div>
        <div className="cluster">
          <Badge>Nháp</Badge>
          <Badge tone="info">Trực tuyến</Badge>
          <Status tone="success">Đã gửi</Status>
          <Status tone="danger">Thư bị trả lại</Status>
          <Status tone="warning">Sắp hết hạn</Status>
          <Status>Chờ</Status>
          <Icon name="lock" label="Chỉ ban tổ chức thấy" />
        </div>
        <Notice tone="danger" title="Chưa gửi được thư">
          Máy chủ thư không trả lời. Hệ thống tự gửi lại lúc 14:05.
        </Notice>
        <Notice>Trang này chỉ ban tổ chức thấy.</Notice>
      </Section>
    </Page>
  );
}
