import { type CSSProperties, Fragment, type ReactNode } from "react";
import { isWebAddress } from "~/web/web-address";
import type { Block, Row } from "./blocks";
import { pieces } from "./clean";
import { colour, text } from "./paper-style";

type Side = "left" | "right";

/** A sentence with its facts kept apart from the direction around them. */
export const Sentence = ({ children }: { children: string }): ReactNode =>
  pieces(children).map((piece, index) => {
    if (piece.isolate === "none") return <Fragment key={index}>{piece.text}</Fragment>;
    return (
      <bdi
        key={index}
        dir={piece.isolate === "ltr" ? "ltr" : undefined}
        // A name or a telephone number stays on one line.
        style={piece.text.length <= 24 ? { whiteSpace: "nowrap" } : undefined}
      >
        {piece.text}
      </bdi>
    );
  });

const Lines = ({ lines }: { lines: string[] }) =>
  lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      <Sentence>{line}</Sentence>
    </Fragment>
  ));

// Written out per side: old programs know no logical properties.
const gap = (side: Side, block = 9): CSSProperties => ({
  padding: side === "left" ? `${block}px 14px ${block}px 0` : `${block}px 0 ${block}px 14px`,
});

function RowLine({ row, first, side }: { row: Row; first: boolean; side: Side }) {
  const edge = { borderTop: first ? "0" : `1px solid ${colour.line}` };
  const value = <Lines lines={row.lines} />;
  return (
    <tr>
      <td
        className="cell label line quiet"
        width="164"
        align={side}
        valign="top"
        style={text(14, { ...edge, ...gap(side), width: 164, color: colour.quiet })}
      >
        {row.label}
      </td>
      <td
        className={`cell value line ${row.struck ? "quiet" : "ink"}`}
        align={side}
        valign="top"
        style={text(15, {
          ...edge,
          padding: "9px 0",
          fontWeight: row.strong ? 600 : 400,
          color: row.struck ? colour.quiet : colour.ink,
          textDecoration: row.struck ? "line-through" : "none",
          wordBreak: "break-word",
        })}
      >
        {isWebAddress(row.href) ? (
          <a href={row.href} className="accent" style={{ color: colour.accent }}>
            {value}
          </a>
        ) : (
          value
        )}
        {row.aside && (
          <span className="quiet" style={{ display: "block", fontSize: 14, fontWeight: 400, color: colour.quiet }}>
            <Sentence>{row.aside}</Sentence>
          </span>
        )}
      </td>
    </tr>
  );
}

const Table = ({ children, top = 20 }: { children: ReactNode; top?: number }) => (
  <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ marginTop: top }}>
    <tbody>{children}</tbody>
  </table>
);

const Button = ({ label, href, hint, side }: { label: string; href: string; hint: string; side: Side }) => (
  <>
    <table role="presentation" className="wide" cellPadding={0} cellSpacing={0} border={0} style={{ marginTop: 26 }}>
      <tbody>
        <tr>
          <td className="key" align="center" style={{ borderRadius: 6, backgroundColor: colour.accent }}>
            <a
              href={href}
              className="key"
              style={text(16, {
                display: "inline-block",
                padding: "13px 30px",
                borderRadius: 6,
                backgroundColor: colour.accent,
                color: colour.onAccent,
                fontWeight: 600,
                textDecoration: "none",
              })}
            >
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
    <p className="quiet" style={text(13, { marginTop: 12, color: colour.quiet, textAlign: side })}>
      {hint}
      <br />
      <bdi dir="ltr" style={{ wordBreak: "break-all" }}>
        {href}
      </bdi>
    </p>
  </>
);

const Boxed = ({ tone, children }: { tone: "plain" | "warning"; children: ReactNode }) => {
  const warning = tone === "warning";
  return (
    <Table>
      <tr>
        <td
          className={warning ? "warning" : "shade"}
          style={{
            padding: "14px 18px",
            backgroundColor: warning ? colour.warningShade : colour.shade,
            borderRadius: 6,
            border: `1px solid ${warning ? colour.warning : colour.line}`,
          }}
        >
          {children}
        </td>
      </tr>
    </Table>
  );
};

const Heading = ({ children, warn = false }: { children: string; warn?: boolean }) => (
  <p className={warn ? "warn" : "ink"} style={text(15, { fontWeight: 600, color: warn ? colour.warning : colour.ink })}>
    <Sentence>{children}</Sentence>
  </p>
);

/** One block on paper. In a second language the button is not repeated: one letter, one thing to press. */
export function BlockOnPaper({ block, side, second }: { block: Block; side: Side; second: boolean }) {
  switch (block.kind) {
    case "say":
      return (
        <p className="ink" style={text(16, { marginTop: 16 })}>
          <Sentence>{block.text}</Sentence>
        </p>
      );
    case "small":
      return (
        <p className="quiet" style={text(14, { marginTop: 16, color: colour.quiet })}>
          <Sentence>{block.text}</Sentence>
        </p>
      );
    case "rows":
      return (
        <Table>
          {block.rows.map((row, index) => (
            <RowLine key={index} row={row} first={index === 0} side={side} />
          ))}
        </Table>
      );
    case "button":
      return second ? null : <Button {...block} side={side} />;
    case "code":
      return (
        <Boxed tone="plain">
          <p className="quiet" style={text(14, { color: colour.quiet, textAlign: "center" })}>
            {block.label}
          </p>
          <p className="ink" style={text(30, { fontWeight: 700, textAlign: "center", letterSpacing: 6 })}>
            <bdi dir="ltr">{block.code}</bdi>
          </p>
        </Boxed>
      );
    case "notice":
      return (
        <Boxed tone={block.tone}>
          <Heading warn={block.tone === "warning"}>{block.title}</Heading>
          {block.lines.map((line, index) => (
            <p key={index} className="ink" style={text(15, { marginTop: 4 })}>
              <Sentence>{line}</Sentence>
            </p>
          ))}
        </Boxed>
      );
    case "quote":
      return (
        <Boxed tone="plain">
          <p className="quiet" style={text(14, { color: colour.quiet })}>
            {block.label}
          </p>
          <p className="ink" dir="auto" style={text(15, { marginTop: 4, whiteSpace: "pre-line" })}>
            {block.text}
          </p>
        </Boxed>
      );
    case "list":
      return (
        <>
          <p className="ink" style={text(15, { marginTop: 24, fontWeight: 600 })}>
            {block.label}
          </p>
          <Table top={4}>
            {block.items.map((item, index) => (
              <tr key={index}>
                <td
                  className="quiet"
                  width="96"
                  align={side}
                  valign="top"
                  style={text(14, { ...gap(side, 4), width: 96, color: colour.quiet })}
                >
                  <Sentence>{item.mark}</Sentence>
                </td>
                <td className="ink" align={side} valign="top" style={text(15, { padding: "4px 0" })}>
                  <Sentence>{item.text}</Sentence>
                </td>
              </tr>
            ))}
          </Table>
        </>
      );
  }
}
