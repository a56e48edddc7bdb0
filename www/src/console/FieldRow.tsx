import { Button, Input, Radio } from "antd";
import type { Checklist, Field } from "kvspec/slim";
import { memo, useState } from "react";
import { text } from "../text.ts";
import { Findings, shownOf } from "./Findings.tsx";
import { controlId } from "./focus.ts";
import { useField } from "./hooks.ts";
import { wordOf } from "./layout.ts";
import type { FieldView, Order } from "./order.ts";
import { Prose } from "./Prose.tsx";
import { REGIONS } from "./regions.ts";

interface Props {
  readonly order: Order;
  readonly field: Field;
  readonly path: string;
}

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
  const described = [ids.hint, ...(state.checklist ? [ids.list] : []), ids.findings].join(" ");
  const required = state.required || notes.length > 0 || errors.some(({ code }) => code.startsWith("required-"));
  const control: Control = {
    order, field, path, view,
    aria: { "aria-invalid": wrong, "aria-describedby": described, "aria-required": required },
    status: wrong ? "error" : warnings.length > 0 ? "warning" : "",
    labelId: ids.label,
  };
  const grouped = state.options !== undefined;
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
        <code className="parameter">{field.name}</code>
      </div>
      <div className="control">
        {grouped ? <Options {...control} options={state.options} /> : <Typed {...control} />}
        <p className="hint" id={ids.hint}><Prose>{state.hint}</Prose></p>
        {state.checklist && <PasswordChecklist id={ids.list} order={order} checklist={state.checklist} empty={state.value === undefined} />}
        <Findings order={order} path={path} view={view} id={ids.findings} />
      </div>
    </div>
  );
});

function Options({ order, field, path, view, aria, labelId, options }: Control & { readonly options: readonly string[] }) {
  const language = order.language;
  const { state } = view;
  const unit = order.view(path.replace(/[^.]*$/, "chargeUnit")).state;
  const unitNow = String(unit.value ?? unit.default ?? "month");
  const value = state.value === undefined ? undefined : String(state.value);
  // What is not on the list, and yet in the order, is shown: it is what has to be changed.
  const shown = value === undefined || options.includes(value) ? options : [...options, value];
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
        options={shown.map((option) => {
          const word = wordOf(field, option, language, unitNow);
          return {
            value: option,
            label: (
              <span className="option">
                {word ?? option}
                {word !== undefined && !word.toLowerCase().includes(option.toLowerCase()) && <small>{option}</small>}
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
  const language = order.language;
  const { state } = view;
  const kind = field.constraint?.kind;
  const value = state.value === undefined ? "" : String(state.value);
  const props = {
    id: controlId(path),
    name: path,
    value,
    status,
    autoComplete: state.secret ? "new-password" : "off",
    spellCheck: false,
    placeholder: state.default ?? "",
    ...aria,
  };
  const change = (next: string) => order.set(path, next);
  if (kind === "config" || kind === "description") {
    return (
      <Input.TextArea
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
  if (kind === "token") {
    return (
      <div className="beside">
        {input}
        <Button onClick={() => change(crypto.randomUUID())}>{text(language, "generate")}</Button>
      </div>
    );
  }
  if (field.name === "RegionId" || field.name === "region") {
    return (
      <>
        <div className="picks" role="group" aria-label={state.label}>
          {REGIONS.map(([id, en, zh]) => (
            <Button key={id} type={value === id ? "primary" : "default"} aria-pressed={value === id} onClick={() => change(id)}>
              {language === "zh" ? zh : en}
            </Button>
          ))}
        </div>
        {input}
      </>
    );
  }
  if (kind === "range" && field.type === "Integer") {
    const counted = value === "" ? (state.default ?? "0") : value;
    const number = /^\d{1,9}$/.test(counted) ? Number(counted) : 0;
    return (
      <div className="beside">
        <Button aria-label={`${state.label} − 1`} disabled={number <= 1} onClick={() => change(String(number - 1))}>−</Button>
        {input}
        <Button aria-label={`${state.label} + 1`} onClick={() => change(String(number + 1))}>+</Button>
      </div>
    );
  }
  return input;
}

interface ChecklistProps {
  readonly id: string;
  readonly order: Order;
  readonly checklist: Checklist;
  readonly empty: boolean;
}

/** What a password needs, ticked off as it is typed. */
function PasswordChecklist({ id, order, checklist, empty }: ChecklistProps) {
  const language = order.language;
  const { length, need, classes, characters } = checklist;
  const have = classes.filter(({ met }) => met).length;
  const tick = (met: boolean) => (
    <>
      <span aria-hidden className="tick">{met ? "✓" : "○"}</span>
      <span className="sr">{text(language, met ? "met" : "unmet")}: </span>
    </>
  );
  return (
    <ul className={`checklist${empty ? " idle" : ""}`} id={id} aria-label={text(language, "checklist")}>
      <li className={length.met ? "met" : ""}>
        {tick(length.met)}{text(language, "length", length.min, length.max, length.count)}
      </li>
      {classes.length > 0 && (
        <li className={have >= need ? "met" : ""}>
          {tick(have >= need)}{text(language, "atLeast", need, classes.length)}{" "}
          {classes.map((each) => (
            <span key={each.id} className={`class${each.met ? " met" : ""}`}>
              {tick(each.met)}{each.label}
            </span>
          ))}
        </li>
      )}
      <li className={characters.met && !empty ? "met" : ""}>
        {tick(characters.met && !empty)}
        {characters.refused !== null ? (
          <>{text(language, "noneOf", "")}<code>{characters.refused}</code></>
        ) : characters.allowed ? (
          <>{text(language, "onlyAllowed", "")}<code>{characters.allowed}</code></>
        ) : (
          text(language, "onlyLetters")
        )}
      </li>
    </ul>
  );
}
