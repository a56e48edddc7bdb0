import { Button } from "antd";
import type { Diagnostic } from "kvspec/slim";
import { type Language, text } from "../text.ts";
import { focusOn } from "./focus.ts";
import type { FieldView, Order } from "./order.ts";
import { Prose } from "./Prose.tsx";

const GLYPHS = { error: "✕", warning: "!", info: "i", note: "›" } as const;

/** Whether a finding only says that something is still to be filled in. */
export const isMissing = ({ code, severity }: Diagnostic): boolean => severity === "error" && code.startsWith("required-");

/** What a field shows: nobody is told off for what they have not come to yet. */
export function shownOf(view: FieldView) {
  const due = view.findings.filter((found) => view.seen || !isMissing(found));
  return {
    errors: due.filter(({ severity }) => severity === "error"),
    warnings: due.filter(({ severity }) => severity === "warning"),
    infos: due.filter(({ severity }) => severity === "info"),
    // Required because of other choices: explained before it is an error.
    notes: view.seen ? [] : view.findings.filter((found) => isMissing(found) && found.code !== "required-parameter"),
  };
}

interface Props {
  readonly order: Order;
  readonly path: string;
  readonly view: FieldView;
  readonly id: string;
}

export function Findings({ order, path, view, id }: Props) {
  const language = order.language;
  const { errors, warnings, infos, notes } = shownOf(view);
  return (
    <div className="findings" id={id}>
      {view.refusals.map(({ code, message }, index) => (
        <div key={index} className="finding error" data-code={code}>
          <span className="glyph" aria-hidden>{GLYPHS.error}</span>
          <div>
            <b>{text(language, "fromProvider")}</b> <code>{code}</code> {message}{" "}
            <Button size="small" type="link" onClick={() => (order.forgive(path), focusOn(path))}>
              {text(language, "dismiss")}
            </Button>
          </div>
        </div>
      ))}
      {errors.map((found, index) => (
        <Finding key={index} order={order} path={path} found={found} kind="error" />
      ))}
      {warnings.map((found, index) => (
        <Finding key={index} order={order} path={path} found={found} kind="warning" />
      ))}
      {notes.map((found, index) => (
        <Finding key={index} order={order} path={path} found={found} kind="note" />
      ))}
      {infos.length > 0 && (
        <details className="infos">
          <summary>{text(language, "info")}{infos.length > 1 && ` (${infos.length})`}</summary>
          {infos.map((found, index) => (
            <Finding key={index} order={order} path={path} found={found} kind="info" />
          ))}
        </details>
      )}
    </div>
  );
}

interface FindingProps {
  readonly order: Order;
  readonly path: string;
  readonly found: Diagnostic;
  readonly kind: keyof typeof GLYPHS;
}

function Finding({ order, path, found, kind }: FindingProps) {
  const language = order.language;
  const { message, help, fix, source, code } = found;
  return (
    <div className={`finding ${kind}`} data-code={code}>
      <span className="glyph" aria-hidden>{GLYPHS[kind]}</span>
      <div>
        {kind !== "note" && <span className="sr">{text(language, kind)}: </span>}
        <Prose>{message}</Prose>
        <Separator language={language} />
        <span className="help"><Prose>{help}</Prose></span>{" "}
        {fix && (
          <Button size="small" className="fix" onClick={() => (order.mend(fix), focusOn(path))}>
            <span><Prose>{fix.title}</Prose></span>
          </Button>
        )}
        {source && <Why language={language} code={code} quote={source.quote} section={source.section} />}
      </div>
    </div>
  );
}

const Separator = ({ language }: { readonly language: Language }) => (language === "zh" ? "；" : "; ");

const Why = ({ language, code, quote, section }: { language: Language; code: string; quote: string; section: string }) => (
  <details className="why">
    <summary>{text(language, "why")}</summary>
    <blockquote>
      <p>{quote}</p>
      <footer>
        {section} · <a href={`#/rules/${code}`}>{code}</a>
      </footer>
    </blockquote>
  </details>
);
