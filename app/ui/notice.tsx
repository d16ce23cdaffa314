import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type NoticeTone = "info" | "success" | "warning" | "danger";

const signs: Record<NoticeTone, IconName> = { info: "info", success: "success", warning: "warning", danger: "error" };

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** A message that belongs to this place on the page. */
export function Notice({ tone = "info", title, children, action }: NoticeProps) {
  return (
    <div className={`notice tone-${tone}`}>
      <Icon name={signs[tone]} size={20} />
      <div className="notice-body">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className="notice-action">{action}</div>}
    </div>
  );
}

/** What has just happened, said once after a form was sent. Danger is announced at once, the rest politely. */
export function Flash({ tone = "success", children }: { tone?: NoticeTone; children: ReactNode }) {
  return (
    <div className={`notice flash tone-${tone}`} role={tone === "danger" ? "alert" : "status"}>
      <Icon name={signs[tone]} size={20} />
      <div className="notice-body">{children}</div>
    </div>
  );
}
