import { Button } from "antd";
import type { Diagnostic } from "kvspec/core-slim";
import { useEffect, useRef, useState } from "react";
import { early, later } from "../later.tsx";
import { capital, text, type TextKey } from "../text.ts";
import { isMissing } from "./Findings.tsx";
import { focusOn } from "./focus.ts";
import { useOrderLater } from "./hooks.ts";
import { arrange, sectionOf, wordOf } from "./layout.ts";
import { formPath, type Order } from "./order.ts";
import { PreviewBody } from "./Preview.tsx";
import { Prose } from "./Prose.tsx";

/** What was chosen, what is still wrong with it, and the button. */
export function Summary({ order }: { readonly order: Order }) {
  useOrderLater(order);
  const [bought, setBought] = useState(false);
  const language = order.language;
  const { diagnostics } = order;
  const missing = diagnostics.filter(isMissing);
  const errors = diagnostics.filter((found) => found.severity === "error" && !isMissing(found));
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  const infos = diagnostics.filter(({ severity, code }) => severity === "info" && !TOLD.includes(code));
  const fixes = diagnostics.flatMap(({ fix }) => (fix ? [fix] : []));
  const state = !order.checked ? "unchecked" : order.valid ? "ready" : "open";
  return (
    <section className="card summary" aria-labelledby="summary">
      <h2 id="summary">{text(language, "summary")}</h2>
      <Chosen order={order} />
      <p className="hint price">{text(language, "price")}</p>
      <div className="checkout">
        <p className={`verdict ${state}`} data-state={state}>
          {state === "ready" && <b>✓ {text(language, "ready")}</b>}
          {state === "unchecked" && <b>{text(language, "unchecked")}</b>}
          {(
            [
              ["toFill", missing, "missing"],
              ["errors", errors, "error"],
              ["warnings", warnings, "warning"],
            ] as const
          ).map(
            ([key, found, kind]) =>
              found.length > 0 && <span key={key} className={`count ${kind}`}>{text(language, key, found.length)}</span>,
          )}
        </p>
        <Button type="primary" size="large" block className="buy" disabled={!order.valid} onClick={() => setBought(true)}>
          {text(language, "buy")}
        </Button>
      </div>
      <Links order={order} title="missingTitle" kind="missing" found={missing} />
      <Links order={order} title="errorTitle" kind="error" found={errors} />
      <Links order={order} title="warningTitle" kind="warning" found={warnings} />
      {infos.length > 0 && (
        <details className="links info">
          <summary>{text(language, "infos", infos.length)}</summary>
          <Links order={order} kind="info" found={infos} />
        </details>
      )}
      {fixes.length > 1 && (
        <Button block onClick={() => order.mend(...fixes)}>{text(language, "fixAll", fixes.length)}</Button>
      )}
      {bought && <Bought order={order} onClose={() => setBought(false)} />}
    </section>
  );
}

/** What the rows of the summary say. */
const TOLD: readonly string[] = ["default-applied", "one-way-choice"];

const Next = later(early(() => import("./Next.tsx")));

/** What would have been sent, and what would happen then. */
function Bought({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const language = order.language;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="bought" onClose={onClose}>
      <h2 id="bought">{text(language, "confirmTitle")}</h2>
      <p>{text(language, "confirmText")}</p>
      <PreviewBody order={order} name="bought-format" />
      <Next locale={language} order={order} />
      <form method="dialog">
        <Button type="primary" htmlType="submit">{text(language, "close")}</Button>
      </form>
    </dialog>
  );
}

/** Everything that would be bought: what was chosen, and what the document does where nothing was. */
function Chosen({ order }: { readonly order: Order }) {
  const language = order.language;
  const rank = [...arrange(order.fields).values()].flat();
  const position = (path: string) => {
    const field = order.field(path);
    return field && rank.includes(field) ? rank.indexOf(field) : rank.length;
  };
  const final = new Set(order.diagnostics.filter(({ code }) => code === "one-way-choice").map(({ path }) => formPath(path)));
  const begun = (path: string) => order.values[path] !== undefined;
  const isBought = (path: string): boolean => {
    if (begun(path)) return true;
    const { state } = order.view(path);
    const field = order.field(path);
    const at = Number(path.split(".")[1]);
    if (order.list && path.startsWith(`${order.list.name}.`) && order.isEmptyElement(at)) return false;
    return state.applicable && state.default !== undefined && field !== undefined && sectionOf(field) !== "more";
  };
  const rows = order.paths
    .filter(isBought)
    .sort((a, b) => (Number(a.split(".")[1]) || 0) - (Number(b.split(".")[1]) || 0) || position(a) - position(b));
  const elements = order.list ? order.elements : 0;
  const groups = order.list
    ? [...Array.from({ length: elements }, (_, at) => rows.filter((path) => path.split(".")[1] === String(at))), rows.filter((path) => !path.includes("."))]
    : [rows];
  return (
    <>
      {!rows.some(begun) && <p className="hint">{text(language, "emptyOrder")}</p>}
      {groups.map((paths, at) =>
        paths.length === 0 ? null : (
          <div key={at} className="chosen">
            {order.list && <h3>{at < elements ? text(language, "instanceNo", at + 1) : text(language, "whole")}</h3>}
            <dl>{paths.map((path) => <Row key={path} order={order} path={path} final={final.has(path)} />)}</dl>
          </div>
        ),
      )}
    </>
  );
}

function Row({ order, path, final }: { readonly order: Order; readonly path: string; readonly final: boolean }) {
  const language = order.language;
  const { state } = order.view(path);
  const field = order.field(path);
  const chosen = state.value !== undefined;
  const value = String(chosen ? state.value : state.default);
  return (
    <div className={chosen ? "" : "by-default"}>
      <dt>{state.label}</dt>
      <dd>
        {state.secret ? "••••••••" : ((field && wordOf(field, value, language, unitOf(order, path))) ?? value)}
        {!chosen && <em>{text(language, "default")}</em>}
        {final && <em className="final">{text(language, "final")}</em>}
      </dd>
    </div>
  );
}

function unitOf(order: Order, path: string): string {
  const { state } = order.view(path.replace(/[^.]*$/, "chargeUnit"));
  return String(state.value ?? state.default ?? "month");
}

interface LinksProps {
  readonly order: Order;
  readonly title?: TextKey;
  readonly kind: "missing" | "error" | "warning" | "info";
  readonly found: readonly Diagnostic[];
}

/** Findings, each a link to its field. */
function Links({ order, title, kind, found }: LinksProps) {
  if (found.length === 0) return null;
  const language = order.language;
  return (
    <div className={`links ${kind}`}>
      {title && <h3>{text(language, title)}</h3>}
      <ul>
        {found.map((each, index) => {
          const path = order.placeOf(each);
          const at = order.list ? /^\/[^/]+\/(\d+)/.exec(each.path)?.[1] : undefined;
          return (
            <li key={index}>
              <a
                href={`#c-${path}`}
                onClick={(event) => {
                  event.preventDefault();
                  order.visit(path);
                  focusOn(path);
                }}
              >
                {at !== undefined && `${text(language, "instanceNo", Number(at) + 1)}: `}
                {(kind === "missing" && order.field(formPath(each.path))?.label[language]) || <Prose>{capital(each.message)}</Prose>}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
