import type { Locale } from "./i18n";

const vi = {
  product: "TenTen",
  home: "Về trang đầu",
  badRequest: [
    "Yêu cầu chưa đúng",
    "Địa chỉ hoặc nội dung gửi lên không đọc được. Hãy quay lại trang trước và thử lại.",
  ],
  signInFirst: ["Cần đăng nhập", "Trang này dành cho người đã đăng nhập. Hãy đăng nhập rồi mở lại."],
  forbidden: [
    "Không có quyền xem",
    "Tài khoản của bạn không được mở trang này. Nếu cần, hãy nhờ người quản trị cấp quyền.",
  ],
  foreign: [
    "Yêu cầu bị từ chối",
    "Biểu mẫu được gửi từ một trang khác hoặc trình duyệt đã giấu nguồn gửi. Hãy mở lại trang này và gửi lại.",
  ],
  notFound: [
    "Không tìm thấy trang",
    "Địa chỉ có thể đã gõ sai, hoặc trang không còn ở đây. Hãy kiểm tra lại đường liên kết.",
  ],
  wrongMethod: [
    "Thao tác không được hỗ trợ",
    "Trang này không nhận thao tác vừa gửi. Hãy quay lại trang trước và thử lại.",
  ],
  conflict: ["Có thay đổi khác xen vào", "Dữ liệu vừa được người khác thay đổi. Hãy tải lại trang rồi thử lại."],
  gone: [
    "Liên kết không còn dùng được",
    "Liên kết này đã hết hạn hoặc đã được thay bằng liên kết mới. Hãy tìm thư mới nhất hoặc liên hệ đơn vị tổ chức.",
  ],
  tooLarge: ["Nội dung gửi lên quá lớn", "Hãy chọn tệp nhỏ hơn hoặc chia nội dung thành nhiều lần gửi."],
  tooLong: ["Địa chỉ quá dài", "Hãy mở lại trang từ đường liên kết ban đầu."],
  tooMany: ["Quá nhiều yêu cầu", "Hãy đợi một phút rồi thử lại. Không có gì bị mất."],
  broken: ["Hệ thống gặp lỗi", "Lỗi đã được ghi lại. Hãy thử lại sau ít phút; điều đã lưu trước đó vẫn còn nguyên."],
  stopping: ["Hệ thống đang khởi động lại", "Hãy thử lại sau ít giây. Không có gì bị mất."],
};

export type FrameWords = typeof vi;

const en: FrameWords = {
  product: "TenTen",
  home: "Go to the first page",
  badRequest: [
    "The request could not be read",
    "The address or what was sent cannot be understood. Go back to the page before and try again.",
  ],
  signInFirst: ["Please sign in", "This page is for people who have signed in. Sign in and open it again."],
  forbidden: [
    "You may not see this page",
    "Your account does not open this page. If you need it, ask an administrator for the right.",
  ],
  foreign: [
    "The request was refused",
    "The form was sent from another site, or the browser hid where it came from. Open this page again and send it once more.",
  ],
  notFound: ["Page not found", "The address may be mistyped, or the page is no longer here. Check the link."],
  wrongMethod: [
    "This cannot be done here",
    "The page does not take what was sent. Go back to the page before and try again.",
  ],
  conflict: ["Something else changed meanwhile", "Someone else has just changed this. Load the page again and retry."],
  gone: [
    "This link no longer works",
    "The link has expired or was replaced by a newer one. Look for the latest letter, or contact the organizer.",
  ],
  tooLarge: ["What was sent is too large", "Choose a smaller file, or send it in several parts."],
  tooLong: ["The address is too long", "Open the page again from the original link."],
  tooMany: ["Too many requests", "Wait a minute and try again. Nothing is lost."],
  broken: [
    "Something went wrong on our side",
    "The error has been noted. Try again in a few minutes; what was saved before is still there.",
  ],
  stopping: ["The system is restarting", "Try again in a few seconds. Nothing is lost."],
};

const ar: FrameWords = {
  product: "TenTen",
  home: "إلى الصفحة الأولى",
  badRequest: ["تعذّرت قراءة الطلب", "العنوان أو المحتوى المرسل غير مفهوم. ارجع إلى الصفحة السابقة وحاول مرة أخرى."],
  signInFirst: ["يرجى تسجيل الدخول", "هذه الصفحة لمن سجّلوا الدخول. سجّل الدخول ثم افتحها من جديد."],
  forbidden: ["لا يحق لك الاطلاع على هذه الصفحة", "حسابك لا يفتح هذه الصفحة. اطلب الصلاحية من المسؤول إن احتجت إليها."],
  foreign: ["رُفض الطلب", "أُرسل النموذج من موقع آخر، أو أخفى المتصفح مصدره. افتح هذه الصفحة من جديد وأرسله مرة أخرى."],
  notFound: ["الصفحة غير موجودة", "قد يكون العنوان مكتوبًا خطأً أو لم تعد الصفحة هنا. تحقّق من الرابط."],
  wrongMethod: ["لا يمكن تنفيذ ذلك هنا", "هذه الصفحة لا تقبل ما أُرسل. ارجع إلى الصفحة السابقة وحاول مرة أخرى."],
  conflict: ["حدث تغيير آخر في الأثناء", "غيّر شخص آخر هذه البيانات للتو. أعد تحميل الصفحة وحاول مرة أخرى."],
  gone: [
    "لم يعد هذا الرابط صالحًا",
    "انتهت صلاحية الرابط أو حلّ محله رابط أحدث. ابحث عن آخر رسالة أو اتصل بالجهة المنظمة.",
  ],
  tooLarge: ["المحتوى المرسل كبير جدًا", "اختر ملفًا أصغر، أو أرسله على أجزاء."],
  tooLong: ["العنوان طويل جدًا", "افتح الصفحة من جديد من الرابط الأصلي."],
  tooMany: ["طلبات كثيرة جدًا", "انتظر دقيقة ثم حاول مرة أخرى. لم يُفقد شيء."],
  broken: ["حدث خطأ من جانبنا", "سُجّل الخطأ. حاول مرة أخرى بعد دقائق؛ ما حُفظ من قبل ما زال محفوظًا."],
  stopping: ["النظام يُعاد تشغيله", "حاول مرة أخرى بعد ثوانٍ. لم يُفقد شيء."],
};

const hi: FrameWords = {
  product: "TenTen",
  home: "पहले पृष्ठ पर जाएँ",
  badRequest: ["अनुरोध पढ़ा नहीं जा सका", "पता या भेजी गई सामग्री समझ में नहीं आई। पिछले पृष्ठ पर लौटकर फिर से प्रयास करें।"],
  signInFirst: ["कृपया साइन इन करें", "यह पृष्ठ साइन इन किए लोगों के लिए है। साइन इन करके इसे फिर से खोलें।"],
  forbidden: ["आप यह पृष्ठ नहीं देख सकते", "आपके खाते से यह पृष्ठ नहीं खुलता। आवश्यकता हो तो प्रशासक से अधिकार माँगें।"],
  foreign: [
    "अनुरोध अस्वीकार किया गया",
    "फ़ॉर्म किसी दूसरी साइट से भेजा गया, या ब्राउज़र ने उसका स्रोत छिपा दिया। यह पृष्ठ फिर से खोलकर दोबारा भेजें।",
  ],
  notFound: ["पृष्ठ नहीं मिला", "पता गलत लिखा हो सकता है, या पृष्ठ अब यहाँ नहीं है। लिंक जाँच लें।"],
  wrongMethod: ["यह यहाँ नहीं हो सकता", "यह पृष्ठ भेजी गई क्रिया नहीं लेता। पिछले पृष्ठ पर लौटकर फिर से प्रयास करें।"],
  conflict: ["इस बीच कुछ और बदल गया", "किसी और ने अभी इसे बदला है। पृष्ठ फिर से लोड करके प्रयास करें।"],
  gone: [
    "यह लिंक अब काम नहीं करता",
    "लिंक की अवधि समाप्त हो गई है या उसकी जगह नया लिंक आ गया है। सबसे नया पत्र देखें या आयोजक से संपर्क करें।",
  ],
  tooLarge: ["भेजी गई सामग्री बहुत बड़ी है", "छोटी फ़ाइल चुनें, या कई भागों में भेजें।"],
  tooLong: ["पता बहुत लंबा है", "मूल लिंक से पृष्ठ फिर से खोलें।"],
  tooMany: ["बहुत अधिक अनुरोध", "एक मिनट रुककर फिर से प्रयास करें। कुछ भी खोया नहीं है।"],
  broken: ["हमारी ओर से कोई गड़बड़ी हुई", "त्रुटि दर्ज कर ली गई है। कुछ मिनट बाद फिर से प्रयास करें; पहले सहेजा हुआ सब सुरक्षित है।"],
  stopping: ["सिस्टम फिर से शुरू हो रहा है", "कुछ सेकंड बाद फिर से प्रयास करें। कुछ भी खोया नहीं है।"],
};

export const frameWords = { vi, en, ar, hi } satisfies Record<Locale, FrameWords>;

/** The title and the sentence of what to do for an HTTP status. */
export function wordsOfStatus(words: FrameWords, status: number): string[] {
  const byStatus: Record<number, string[]> = {
    400: words.badRequest,
    401: words.signInFirst,
    403: words.forbidden,
    404: words.notFound,
    405: words.wrongMethod,
    409: words.conflict,
    410: words.gone,
    413: words.tooLarge,
    414: words.tooLong,
    429: words.tooMany,
    503: words.stopping,
  };
  return byStatus[status] ?? (status < 500 ? words.badRequest : words.broken);
}
