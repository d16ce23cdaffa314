import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import ArrowUpDown from "lucide-react/icons/arrow-up-down";
import Bell from "lucide-react/icons/bell";
import Building2 from "lucide-react/icons/building-2";
import CalendarDays from "lucide-react/icons/calendar-days";
import CalendarPlus from "lucide-react/icons/calendar-plus";
import ChartColumn from "lucide-react/icons/chart-column";
import Check from "lucide-react/icons/check";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import Circle from "lucide-react/icons/circle";
import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Clock from "lucide-react/icons/clock";
import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import Ellipsis from "lucide-react/icons/ellipsis";
import ExternalLink from "lucide-react/icons/external-link";
import Eye from "lucide-react/icons/eye";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import FileText from "lucide-react/icons/file-text";
import Filter from "lucide-react/icons/filter";
import Flag from "lucide-react/icons/flag";
import History from "lucide-react/icons/history";
import Hourglass from "lucide-react/icons/hourglass";
import Inbox from "lucide-react/icons/inbox";
import Info from "lucide-react/icons/info";
import KeyRound from "lucide-react/icons/key-round";
import Languages from "lucide-react/icons/languages";
import LayoutDashboard from "lucide-react/icons/layout-dashboard";
import Link from "lucide-react/icons/link";
import ListChecks from "lucide-react/icons/list-checks";
import Lock from "lucide-react/icons/lock";
import LogOut from "lucide-react/icons/log-out";
import Mail from "lucide-react/icons/mail";
import MapPin from "lucide-react/icons/map-pin";
import Menu from "lucide-react/icons/menu";
import Monitor from "lucide-react/icons/monitor";
import Moon from "lucide-react/icons/moon";
import Paperclip from "lucide-react/icons/paperclip";
import Pause from "lucide-react/icons/pause";
import Pencil from "lucide-react/icons/pencil";
import Phone from "lucide-react/icons/phone";
import Play from "lucide-react/icons/play";
import Plus from "lucide-react/icons/plus";
import Printer from "lucide-react/icons/printer";
import QrCode from "lucide-react/icons/qr-code";
import RefreshCw from "lucide-react/icons/refresh-cw";
import Rows3 from "lucide-react/icons/rows-3";
import Search from "lucide-react/icons/search";
import Send from "lucide-react/icons/send";
import Settings from "lucide-react/icons/settings";
import Shield from "lucide-react/icons/shield";
import Sun from "lucide-react/icons/sun";
import Trash2 from "lucide-react/icons/trash-2";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import Trophy from "lucide-react/icons/trophy";
import Upload from "lucide-react/icons/upload";
import UserCheck from "lucide-react/icons/user-check";
import UserRound from "lucide-react/icons/user-round";
import UserRoundPen from "lucide-react/icons/user-round-pen";
import UserX from "lucide-react/icons/user-x";
import Users from "lucide-react/icons/users";
import Video from "lucide-react/icons/video";
import X from "lucide-react/icons/x";

// One file an icon: lucide's front door would load all 1,700 of them when the server starts.
const icons = {
  overview: LayoutDashboard,
  campaign: Flag,
  event: CalendarDays,
  people: Users,
  person: UserRound,
  unit: Building2,
  point: MapPin,
  meeting: Video,
  letter: Mail,
  outbox: Send,
  mailbox: Inbox,
  document: FileText,
  file: Paperclip,
  spreadsheet: FileSpreadsheet,
  search: Search,
  menu: Menu,
  check: Check,
  close: X,
  error: CircleAlert,
  warning: TriangleAlert,
  info: Info,
  success: CircleCheck,
  down: ChevronDown,
  forward: ChevronRight,
  back: ChevronLeft,
  ascending: ArrowUp,
  descending: ArrowDown,
  sortable: ArrowUpDown,
  add: Plus,
  edit: Pencil,
  remove: Trash2,
  download: Download,
  upload: Upload,
  print: Printer,
  "sign-out": LogOut,
  language: Languages,
  light: Sun,
  dark: Moon,
  auto: Monitor,
  density: Rows3,
  clock: Clock,
  confirmed: UserCheck,
  declined: UserX,
  substitute: UserRoundPen,
  silent: Hourglass,
  link: Link,
  copy: Copy,
  more: Ellipsis,
  filter: Filter,
  qr: QrCode,
  "calendar-add": CalendarPlus,
  external: ExternalLink,
  settings: Settings,
  history: History,
  security: Shield,
  reminder: Bell,
  phone: Phone,
  pause: Pause,
  resume: Play,
  repeat: RefreshCw,
  tasks: ListChecks,
  chart: ChartColumn,
  award: Trophy,
  view: Eye,
  key: KeyRound,
  lock: Lock,
  dot: Circle,
};

export type IconName = keyof typeof icons;

// Signs that point along the line of reading turn round in right-to-left pages.
const directed = new Set<IconName>(["forward", "back", "sign-out", "external", "outbox"]);

/** A sign beside a word. Without `label` it is hidden from readers of the page, since the word says it already. */
export function Icon({ name, label, size = 18 }: { name: IconName; label?: string; size?: number }) {
  const Drawing = icons[name];
  return (
    <Drawing
      className={directed.has(name) ? "icon icon-directed" : "icon"}
      size={size}
      strokeWidth={1.75}
      focusable="false"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    />
  );
}
