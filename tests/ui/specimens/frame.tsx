import type { ReactNode } from "react";
import { Flash } from "~/ui/notice";
import { Shell } from "~/ui/shell";
import { UiLanguage, type UiLocale } from "~/ui/words";

export function Frame({ locale, children }: { locale: UiLocale; children: ReactNode }) {
  return (
    <UiLanguage locale={locale}>
      <Shell
        words={{
          skip: "Đến nội dung chính",
          navigation: "Điều hướng",
          search: "Tìm chiến dịch, sự kiện, đại biểu",
          display: "Ngôn ngữ và hiển thị",
          signOut: "Đăng xuất",
        }}
        home="/"
        nav={[
          {
            items: [
              { href: "/", label: "Tổng quan", icon: "overview" },
              { href: "/campaigns", label: "Chiến dịch", icon: "campaign" },
              { href: "/events", label: "Sự kiện", icon: "event", current: true },
              { href: "/units", label: "Đơn vị", icon: "unit" },
              { href: "/documents", label: "Văn bản", icon: "document" },
            ],
          },
          {
            label: "Thư từ",
            items: [
              { href: "/outbox", label: "Thư đã gửi", icon: "outbox", count: 3 },
              { href: "/mailbox", label: "Hộp thư thử", icon: "mailbox" },
            ],
          },
        ]}
        search={{ action: "/search" }}
        person={{ name: "Nguyễn Thị Ánh Tuyết", role: "Ban tổ chức · Sở KH&CN", href: "/account" }}
        preferences={{
          action: "/preferences",
          returnTo: "/events",
          groups: [
            {
              name: "theme",
              label: "Giao diện",
              chosen: "auto",
              choices: [
                { value: "auto", label: "Theo máy", icon: "auto" },
                { value: "light", label: "Sáng", icon: "light" },
                { value: "dark", label: "Tối", icon: "dark" },
              ],
            },
          ],
        }}
        signOut="/sign-out"
        banner="Đây là bản dùng thử: dữ liệu là của một tỉnh không có thật."
        flash={<Flash>Đã gửi giấy mời cho 486 đại biểu.</Flash>}
      >
        {children}
      </Shell>
    </UiLanguage>
  );
}
