import { encode } from "uqr";
import { Button } from "~/ui/button";
import { DescriptionList } from "~/ui/description-list";
import { Answers, Disclosure, GuestPage } from "~/ui/guest-page";
import { Notice } from "~/ui/notice";
import { Qr } from "~/ui/qr";
import { Ltr } from "~/ui/text";
import { TextField } from "~/ui/text-field";

const languages = (current: string) =>
  [
    { href: "?lang=vi", label: "Tiếng Việt", lang: "vi" },
    { href: "?lang=en", label: "English", lang: "en" },
    { href: "?lang=ar", label: "العربية", lang: "ar" },
    { href: "?lang=hi", label: "हिन्दी", lang: "hi" },
  ].map((language) => ({ ...language, current: language.lang === current }));

export function Invitation() {
  return (
    <GuestPage
      organizer="Ủy ban nhân dân tỉnh Sông Lam"
      kicker="Giấy mời"
      title="Hội nghị sơ kết một năm chuyển đổi số và phát động Ngày 10/10"
      lead="Kính gửi: Bà Nguyễn Thị Ánh Tuyết, Phó Giám đốc Sở Khoa học và Công nghệ"
      languagesLabel="Ngôn ngữ"
      languages={languages("vi")}
      privacy={<a href="/privacy">Cách chúng tôi dùng thông tin của quý vị</a>}
    >
      <DescriptionList
        layout="invitation"
        items={[
          {
            icon: "event",
            term: "Thời gian",
            detail: (
              <>
                Thứ Hai, 22/09/2025 <p>14:00–17:00, giờ Việt Nam (UTC+7)</p>
              </>
            ),
          },
          {
            icon: "point",
            term: "Địa điểm",
            detail: (
              <>
                Hội trường UBND phường Bến Thủy <p>Số 2 đường Nguyễn Du, phường Bến Thủy</p>
              </>
            ),
          },
        ]}
      />
      <form method="post">
        <Answers>
          <Button size="large" wide variant="primary" name="answer" value="yes">
            Tôi sẽ dự
          </Button>
          <Button size="large" wide name="answer" value="substitute">
            Tôi cử người đi thay
          </Button>
          <Button size="large" wide name="answer" value="no">
            Tôi không dự được
          </Button>
        </Answers>
      </form>
      <p className="soft small">Xin trả lời trước 17:00 ngày 19/09/2025. Quý vị có thể đổi ý đến khi chốt danh sách.</p>
      <Disclosure summary="Chương trình">
        <p>14:00 Đón tiếp đại biểu</p>
      </Disclosure>
    </GuestPage>
  );
}

export function InvitationInArabic() {
  return (
    <GuestPage
      organizer="اللجنة الشعبية لمقاطعة سونغ لام"
      kicker="دعوة"
      title="مؤتمر مراجعة عام من التحول الرقمي وإطلاق يوم 10/10"
      lead="إلى السيدة Nguyễn Thị Ánh Tuyết، نائبة مدير إدارة العلوم والتكنولوجيا"
      languagesLabel="اللغة"
      languages={languages("ar")}
    >
      <DescriptionList
        layout="invitation"
        items={[
          {
            icon: "event",
            term: "الوقت",
            detail: (
              <>
                الاثنين، <Ltr>22/09/2025</Ltr>{" "}
                <p>
                  <Ltr>14:00–17:00</Ltr> بتوقيت فيتنام (<Ltr>UTC+7</Ltr>)
                </p>
              </>
            ),
          },
          { icon: "point", term: "المكان", detail: "قاعة اللجنة الشعبية لحي Bến Thủy" },
        ]}
      />
      <form method="post">
        <Answers>
          <Button size="large" wide variant="primary">
            سأحضر
          </Button>
          <Button size="large" wide>
            سيحضر من ينوب عني
          </Button>
          <Button size="large" wide>
            لن أتمكن من الحضور
          </Button>
        </Answers>
      </form>
    </GuestPage>
  );
}

export function Ticket() {
  return (
    <GuestPage
      organizer="Ủy ban nhân dân tỉnh Sông Lam"
      kicker="Đã xác nhận"
      title="Hẹn gặp Bà tại Hội nghị sơ kết"
      languagesLabel="Ngôn ngữ"
      languages={languages("vi")}
    >
      <Notice tone="success">Đã ghi nhận: Bà sẽ dự tại phường Bến Thủy. Thư xác nhận đang được gửi.</Notice>
      <Qr matrix={encode("https://tenten.example/c/abcdefghijklmnop", { border: 0 }).data} label="Mã QR để vào cửa" />
      <TextField name="name" label="Họ và tên người đi thay" error="Ghi họ và tên" required />
    </GuestPage>
  );
}
