import type { ReactNode } from "react";
import { Icon, type IconName } from "~/ui/icon";
import { Link } from "~/ui/link";
import { Ltr } from "~/ui/text";
import { formatNumber } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatMoment } from "~/web/time";
import { useLocale, useWords, useZone } from "~/web/use-words";
import { taskPageWords } from "../messages/page";

export interface Piece {
  id: string;
  kind: "file" | "link" | "figure" | "note";
  label: string;
  url: string;
  figure: number | null;
  measure: string;
  addedByName: string;
  addedAt: Date;
  withdrawnAt: Date | null;
  file: { name: string; size: number } | null;
}

const icons: Record<Piece["kind"], IconName> = { file: "file", link: "link", figure: "chart", note: "document" };

/** One piece of evidence: what it is, who brought it when; a piece taken back is struck out. */
export function EvidenceLine({ taskId, piece, children }: { taskId: string; piece: Piece; children?: ReactNode }) {
  const t = useWords(taskPageWords);
  const zone = useZone();
  const gone = piece.withdrawnAt !== null;
  const what = <What taskId={taskId} piece={piece} />;
  return (
    <li className="line-item">
      <div>
        <Icon name={icons[piece.kind]} size={16} /> {gone ? <s>{what}</s> : what}
        {gone && <span className="soft"> ({t.withdrawnPiece})</span>}
        <span className="soft small block">{t.by(piece.addedByName, formatMoment(piece.addedAt, zone))}</span>
      </div>
      {children}
    </li>
  );
}

function What({ taskId, piece }: { taskId: string; piece: Piece }) {
  const locale = useLocale();
  const { kind, label, url, figure, measure, file } = piece;
  if (kind === "file" && file)
    return (
      <>
        {piece.withdrawnAt ? (
          file.name
        ) : (
          <Link href={paths.taskFile(taskId, piece.id)} plain download>
            {file.name}
          </Link>
        )}
        <span className="soft">
          {" "}
          <Ltr>{sizeText(file.size, (value, digits) => formatNumber(value, locale, digits))}</Ltr>
        </span>
        {label && <bdi className="block">{label}</bdi>}
      </>
    );
  if (kind === "link")
    return (
      <a href={url} rel="noreferrer noopener" target="_blank">
        <bdi>{label || url}</bdi>
      </a>
    );
  if (kind === "figure")
    return (
      <bdi>
        {label}: <strong>{figureText(figure, (value, digits) => formatNumber(value, locale, digits))}</strong> {measure}
      </bdi>
    );
  return <bdi className="lines">{label}</bdi>;
}

type Numbers = (value: number, digits: number) => string;

export function figureText(figure: number | null, number: Numbers): string {
  if (figure === null) return "–";
  const digits = (String(figure).split(".")[1] ?? "").length;
  return number(figure, Math.min(4, digits));
}

/** "1,2 MB", "640 KB" */
export const sizeText = (bytes: number, number: Numbers): string =>
  bytes >= 1_048_576 ? `${number(bytes / 1_048_576, 1)} MB` : `${number(Math.max(1, Math.round(bytes / 1024)), 0)} KB`;
