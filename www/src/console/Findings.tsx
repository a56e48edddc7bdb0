import { Button } from "antd";
import type { Diagnostic, Source } from "kvspec/core-slim";
import { type Language, sentence, text } from "../text.ts";
import { focusOn } from "./focus.ts";
import type { FieldView, Order } from "./order.ts";
import { Prose } from "./Prose.tsx";

const GLYPHS = { error: "✕", warning: "!", info: "i", note: "›" } as const;

/** What the checklist of a password says. */
export const CHECKED = ["password-length", "password-character-classes", "password-forbidden-character"] as const;

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
  const { warnings, notes, ...shown } = shownOf(view);
  // What is probably a slip is no background.
  const slips = shown.infos.filter(({ code }) => code === "unlikely-value");
  const infos = shown.infos.filter((found) => !slips.includes(found));
  const listed: readonly string[] = view.state.checklist ? CHECKED : [];
  // What concerns several fields is told at the first of them that the reader has been to.
  const isHere = (found: Diagnostic) => {
    const place = order.placeOf(found);
    return place === path || (view.seen && !order.view(place).seen);
  };
  const errors = shown.errors.filter((found) => !listed.includes(found.code) && isHere(found));
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
      {slips.map((found, index) => (
        <Finding key={index} order={order} path={path} found={found} kind="info" />
      ))}
      {notes.filter(isHere).map((found, index) => (
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
        <Prose>{sentence(message, language)}</Prose>{language !== "zh" && " "}
        <span className="help"><Prose>{sentence(help, language)}</Prose></span>{" "}
        {fix && (
          <Button size="small" className="fix" onClick={() => (order.mend(fix), focusOn(path))}>
            <span><Prose>{fix.title}</Prose></span>
          </Button>
        )}
        {source && <Why language={language} code={code} source={source} />}
      </div>
    </div>
  );
}

const CHINESE = /[\u3400-\u9fff]/;

/** The passage of the document. It is in the document's language, which a reader of screens is told. */
export const Why = ({ language, code, source: { quote, section } }: { language: Language; code: string; source: Source }) => (
  <details className="why">
    <summary>{text(language, "why")}</summary>
    <blockquote>
      <p lang={CHINESE.test(quote) ? "zh-CN" : "en"}>{quote}</p>
      <footer>
        <span lang={CHINESE.test(section) ? "zh-CN" : "en"}>{section}</span> · <a href={`#/rules/${code}`}>{code}</a>
      </footer>
    </blockquote>
  </details>
);
