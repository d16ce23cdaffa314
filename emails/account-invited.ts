import type { Locale } from "~/web/i18n";
import { type Block, rows, say, small } from "./blocks";
import { fact, ltr } from "./clean";
import { compose } from "./compose";
import type { LetterProps } from "./facts";
import type { Letter } from "./letter";
import { frameWords } from "./words";

export interface AccountInvitedProps extends LetterProps {
  /** The sign-in page. */
  link: string;
  /** The name of the role in the reader's language. */
  role: string;
  /** The unit the role is bound to. */
  roleUnit?: string | null;
  invitedBy?: string | null;
}

interface Words {
  subject: string;
  kicker: string;
  title: string;
  opened: (by: string | null) => string;
  role: string;
  unit: string;
  address: string;
  button: string;
  how: string;
}

const words: Record<Locale, (you: string) => Words> = {
  vi: (you) => ({
    subject: `Tài khoản TenTen của ${you}`,
    kicker: "Tài khoản",
    title: "Tài khoản TenTen đã được mở",
    opened: (by) => `${by ?? "Ban tổ chức"} đã mở cho ${you} một tài khoản trên hệ thống TenTen.`,
    role: "Vai trò",
    unit: "Tại đơn vị",
    address: "Đăng nhập bằng",
    button: "Mở trang đăng nhập",
    how: "Không cần mật khẩu: nhập địa chỉ thư ở trên, hệ thống gửi một đường dẫn và một mã dùng một lần.",
  }),
  en: () => ({
    subject: "Your TenTen account",
    kicker: "Account",
    title: "Your TenTen account is ready",
    opened: (by) => `${by ?? "The organizers"} opened an account for you in TenTen.`,
    role: "Role",
    unit: "At",
    address: "Sign in with",
    button: "Open the sign-in page",
    how: "There is no password: enter the address above and the system sends a link and a code that work once.",
  }),
  ar: () => ({
    subject: "حسابكم في TenTen",
    kicker: "الحساب",
    title: "حسابكم في TenTen جاهز",
    opened: (by) => `فُتح لكم حساب في نظام TenTen من قِبل ${by ?? "الجهة المنظمة"}.`,
    role: "الدور",
    unit: "لدى",
    address: "الدخول بالعنوان",
    button: "فتح صفحة تسجيل الدخول",
    how: "لا حاجة إلى كلمة مرور: أدخلوا العنوان أعلاه فيرسل النظام رابطًا ورمزًا يُستعملان مرة واحدة.",
  }),
  hi: () => ({
    subject: "आपका TenTen खाता",
    kicker: "खाता",
    title: "आपका TenTen खाता तैयार है",
    opened: (by) => `${by ?? "आयोजक"} द्वारा आपके लिए TenTen में एक खाता खोला गया है।`,
    role: "भूमिका",
    unit: "इकाई",
    address: "साइन इन का पता",
    button: "साइन इन पृष्ठ खोलें",
    how: "पासवर्ड की आवश्यकता नहीं: ऊपर का पता लिखें, प्रणाली एक बार काम करने वाला लिंक और कोड भेजेगी।",
  }),
};

/** Someone got an account and a role. */
export function accountInvited(props: AccountInvitedProps): Letter {
  const { to, link, role, roleUnit, invitedBy } = props;
  return compose(props, (locale, you) => {
    const t = words[locale](you);
    const frame = frameWords[locale](you);
    const opened = t.opened(invitedBy?.trim() ? fact(invitedBy) : null);
    const blocks: Block[] = [
      say(opened),
      rows([
        { label: t.role, lines: [fact(role)], strong: true },
        roleUnit?.trim() ? { label: t.unit, lines: [fact(roleUnit)] } : null,
        { label: t.address, lines: [ltr(to.address)] },
      ]),
      { kind: "button", label: t.button, href: link, hint: frame.copyAddress },
      small(t.how),
    ];
    return { ...t, preheader: t.how, blocks, because: frame.account };
  });
}
