import { Button, Radio } from "antd";
import Input from "antd/es/input/Input";
import TextArea from "antd/es/input/TextArea";
import type { Checklist, Field } from "kvspec/core-slim";
import { memo, type ReactNode, useState } from "react";
import { early, later } from "../later.tsx";
import { text } from "../text.ts";
import { CHECKED, Findings, shownOf, Why } from "./Findings.tsx";
import { controlId, focusOn } from "./focus.ts";
import { useField } from "./hooks.ts";
import { wordOf } from "./layout.ts";
import type { FieldView, Order } from "./order.ts";
import { Prose } from "./Prose.tsx";
import { REGIONS, regionMeant } from "./regions.ts";

const Classes = later(early(() => import("./Classes.tsx")));

interface Props {
  readonly order: Order;
  readonly field: Field;
  readonly path: string;
}

const isClass = ({ name }: Field): boolean => /^(cache)?instanceClass$/i.test(name);

/** What every control has in common. */
interface Control extends Props {
  readonly view: FieldView;
  readonly aria: {
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string;
    readonly "aria-required": boolean;
  };
  readonly status: "error" | "warning" | "";
  readonly labelId: string;
}

/** A field with its label, its hint and all that was found in it. It vanishes while it has no place in the order. */
export const FieldRow = memo(function FieldRow({ order, field, path }: Props) {
  const view = useField(order, path);
  const { state } = view;
  if (!state.applicable && state.value === undefined) return null;
  const language = order.language;
  const { errors, warnings, notes } = shownOf(view);
  const wrong = errors.length + view.refusals.length > 0;
  const ids = { label: `l-${path}`, hint: `h-${path}`, list: `p-${path}`, findings: `d-${path}` };
  const grouped = state.options !== undefined;
  // The buttons, the checklist and the table say it already.
  const hint = grouped || state.checklist || isClass(field) ? "" : state.hint;
  const described = [...(hint ? [ids.hint] : []), ...(state.checklist ? [ids.list] : []), ids.findings].join(" ");
  const required = state.required || notes.length > 0 || errors.some(({ code }) => code.startsWith("required-"));
  const control: Control = {
    order, field, path, view,
    aria: { "aria-invalid": wrong, "aria-describedby": described, "aria-required": required },
    status: wrong ? "error" : warnings.length > 0 ? "warning" : "",
    labelId: ids.label,
  };
  return (
    <div
      className={`field${state.applicable ? "" : " idle"}`}
      data-path={path}
      onBlur={(event) => {
        // Out of the field altogether, not from one of its parts to the other.
        if (!event.currentTarget.contains(event.relatedTarget)) order.visit(path);
      }}
    >
      <div className="name">
        {grouped ? <span id={ids.label}>{state.label}</span> : <label id={ids.label} htmlFor={controlId(path)}>{state.label}</label>}
        {required && <span className="star" title={text(language, "required")} aria-hidden>*</span>}
        <code className="parameter">{field.name}{grouped && state.value !== undefined && <>=<wbr />{String(state.value)}</>}</code>
      </div>
      <div className="control">
        {grouped ? <Options {...control} options={state.options.map(String)} /> : <Typed {...control} />}
        {hint && <p className="hint" id={ids.hint}><Prose>{hint}</Prose></p>}
        {state.checklist && <PasswordChecklist id={ids.list} order={order} view={view} checklist={state.checklist} empty={state.value === undefined} />}
        <Findings order={order} path={path} view={view} id={ids.findings} />
      </div>
    </div>
  );
});

function Options({ order, field, path, view, aria, labelId, options }: Control & { readonly options: readonly string[] }) {
  const language = order.language;
  const { state } = view;
  const unitPath = path.replace(/[^.]*$/, "chargeUnit");
  const unit = order.field(unitPath) && order.view(unitPath).state;
  const unitNow = String(unit?.value ?? unit?.default ?? "month");
  const value = state.value === undefined ? undefined : String(state.value);
  // What is not on the list, and yet in the order, is shown: it is what has to be changed.
  const shown = value === undefined || options.includes(value) ? options : [...options, value];
  const words = shown.map((option) => wordOf(field, option, language, unitNow));
  return (
    <div className="options">
      <Radio.Group
        id={controlId(path)}
        name={path}
        role="radiogroup"
        aria-labelledby={labelId}
        {...aria}
        optionType="button"
        buttonStyle="solid"
        className={aria["aria-invalid"] ? "wrong" : ""}
        value={value ?? null}
        onChange={({ target }) => order.set(path, target.value)}
        options={shown.map((option, index) => {
          const word = words[index];
          // Two spellings of one thing are told apart.
          const again = word !== undefined && words.indexOf(word) !== index;
          return {
            value: option,
            ...(word !== undefined && { title: option }),
            label: (
              <span className="option">
                {word ?? option}
                {again && <em>{option}</em>}
                {option === state.default && <em>{text(language, "default")}</em>}
              </span>
            ),
          };
        })}
      />
      {value !== undefined && (
        <Button size="small" type="link" aria-label={text(language, "clearOf", state.label)} onClick={() => order.set(path, "")}>
          {text(language, "clear")}
        </Button>
      )}
    </div>
  );
}

function Typed({ order, field, path, view, aria, status }: Control) {
  const [revealed, setRevealed] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const language = order.language;
  const { state } = view;
  const kind = field.constraint?.kind;
  // What an input method has half written is no value yet.
  const [composed, setComposed] = useState<string>();
  const value = state.value === undefined ? "" : String(state.value);
  const props = {
    id: controlId(path),
    name: path,
    value: composed ?? value,
    onCompositionStart: () => setComposed(value),
    onCompositionEnd: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      setComposed(undefined);
      order.type(path, currentTarget.value);
    },
    status,
    autoComplete: state.secret ? "new-password" : "off",
    spellCheck: false,
    // Of a default that no one would type, the summary tells.
    placeholder: state.default !== undefined && state.default.length <= 20 ? state.default : "",
    ...aria,
  };
  const change = (next: string) => (composed === undefined ? order.type(path, next) : setComposed(next));
  const put = (next: string) => order.set(path, next);
  // Sets that are open have no wrong values. What was meant by one that is odd is offered when the field was left.
  const [left, setLeft] = useState(value);
  const odd = value !== "" && value === left && !view.findings.some(({ severity }) => severity !== "info") ? oddity(order, field, view, value) : undefined;
  const plausible = odd && (
    <p className="hint odd" role="status">
      {odd.text}
      {odd.meant !== undefined && <Button size="small" onClick={() => (put(odd.meant as string), focusOn(path))}>{text(language, "useInstead", odd.meant)}</Button>}
    </p>
  );
  if (kind === "config" || kind === "description") {
    return (
      <TextArea
        {...props}
        autoSize={false}
        rows={kind === "config" ? 4 : 3}
        className={kind === "config" ? "code" : ""}
        onChange={({ target }) => change(target.value)}
      />
    );
  }
  const numeric = kind === "range" || field.type === "Integer" || field.type === "Long";
  const input = (
    <Input
      {...props}
      type={state.secret && !revealed ? "password" : "text"}
      inputMode={numeric ? "numeric" : "text"}
      className={numeric ? "short" : ""}
      onChange={({ target }) => change(target.value)}
      onBlur={() => setLeft(value)}
    />
  );
  if (state.secret) {
    return (
      <div className="beside">
        {input}
        <Button aria-label={`${text(language, revealed ? "hide" : "show")}: ${state.label}`} onClick={() => setRevealed(!revealed)}>
          {text(language, revealed ? "hide" : "show")}
        </Button>
      </div>
    );
  }
  if (isClass(field)) {
    return (
      <>
        <div className="beside">
          {input}
          <Button aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>{text(language, choosing ? "hideClasses" : "chooseClass")}</Button>
        </div>
        {plausible}
        {choosing && <Classes locale={language} order={order} path={path} onChosen={() => (setChoosing(false), focusOn(path))} />}
      </>
    );
  }
  if (kind === "token") {
    return (
      <div className="beside">
        {input}
        <Button onClick={() => put(crypto.randomUUID())}>{text(language, "generate")}</Button>
      </div>
    );
  }
  if (field.name === "RegionId" || field.name === "region") {
    return (
      <>
        <div className="picks" role="group" aria-label={state.label}>
          {REGIONS.map(([id, en, zh]) => (
            <Button key={id} type={value === id ? "primary" : "default"} aria-pressed={value === id} onClick={() => put(id)}>
              {language === "zh" ? zh : en}
            </Button>
          ))}
        </div>
        {input}
        {plausible}
      </>
    );
  }
  if (kind === "range" && field.type === "Integer") {
    const counted = value === "" ? (state.default ?? "0") : value;
    const number = /^\d{1,9}$/.test(counted) ? Number(counted) : 0;
    return (
      <div className="beside">
        <Button aria-label={`${state.label} − 1`} disabled={number <= (field.constraint?.kind === "range" ? field.constraint.min : 1)} onClick={() => put(String(number - 1))}>−</Button>
        {input}
        <Button aria-label={`${state.label} + 1`} onClick={() => put(String(number + 1))}>+</Button>
      </div>
    );
  }
  return input;
}

/** What is odd about a value that no document refuses, where no finding tells it, and what was probably meant. */
function oddity(order: Order, field: Field, view: FieldView, value: string): { readonly text?: string; readonly meant?: string } | undefined {
  if (order.profile.wire !== "query") return undefined;
  if (isClass(field)) return /^(redis|tair|memcache)\.\w/.test(value) ? undefined : { text: text(order.language, "oddClass", "redis.master.small.default") };
  const meant = view.findings.some(({ code }) => code === "unlikely-value") ? regionMeant(value) : undefined;
  return meant === undefined ? undefined : { meant };
}

interface ChecklistProps {
  readonly id: string;
  readonly order: Order;
  readonly view: FieldView;
  readonly checklist: Checklist;
  readonly empty: boolean;
}

/** What a password needs, ticked off as it is typed. What is not met is told here, and nowhere else. */
function PasswordChecklist({ id, order, view, checklist, empty }: ChecklistProps) {
  const language = order.language;
  const { length, need, classes, characters } = checklist;
  const have = classes.filter(({ met }) => met).length;
  const tick = (met: boolean, wrong = false) => (
    <>
      <span aria-hidden className="tick">{met ? "✓" : wrong ? "✕" : "○"}</span>
      <span className="sr">{text(language, met ? "met" : "unmet")}: </span>
    </>
  );
  const item = (code: (typeof CHECKED)[number], met: boolean, body: ReactNode) => {
    const found = met ? undefined : view.findings.find((each) => each.code === code && each.severity === "error");
    return (
      <li key={code} className={met ? "met" : found ? "wrong" : ""} data-code={found?.code}>
        {tick(met, found !== undefined)}{body}
        {found?.source && <> <Why language={language} code={code} source={found.source} /></>}
      </li>
    );
  };
  return (
    <ul className={`checklist${empty ? " idle" : ""}`} id={id} aria-label={text(language, "checklist")}>
      {item("password-length", length.met, text(language, "length", length.min, length.max, length.count))}
      {classes.length > 0 && item("password-character-classes", have >= need, (
        <>
          {text(language, "atLeast", need, classes.length)}{" "}
          {classes.map((each) => (
            <span key={each.id} className={`class${each.met ? " met" : ""}`}>
              {tick(each.met)}{each.label}
            </span>
          ))}
        </>
      ))}
      {item("password-forbidden-character", characters.met && !empty, (
        characters.refused !== null ? (
          <>{text(language, "noneOf", "")}<code>{characters.refused}</code></>
        ) : characters.allowed ? (
          <>{text(language, "onlyAllowed", "")}<code>{characters.allowed}</code></>
        ) : (
          text(language, "onlyLetters")
        )
      ))}
    </ul>
  );
}
