import { Button } from "antd";
import type { Condition, Field, FormData } from "kvspec/core-slim";
import { useDeferredValue, useState } from "react";
import { text } from "../text.ts";
import { FieldRow } from "./FieldRow.tsx";
import { useReading } from "./hooks.ts";
import { arrange, type Section, sectionOf, wordOf } from "./layout.ts";
import { formPath, type Order } from "./order.ts";

/** The whole form: sections, and for a batch the list of instances before what holds for all of them. */
export function OrderFields({ order }: { readonly order: Order }) {
  const own = order.fields.filter((field) => !field.path.includes("*"));
  if (!order.list) return <Sections order={order} fields={own} level={2} at={undefined} />;
  return (
    <>
      <Instances order={order} />
      <section className="card">
        <h2>{text(order.language, "whole")}</h2>
        {own.map((field) => (
          <FieldRow key={field.path} order={order} field={field} path={formPath(field.path)} />
        ))}
        <Hidden order={order} fields={own} at={undefined} />
      </section>
    </>
  );
}

interface SectionsProps {
  readonly order: Order;
  readonly fields: readonly Field[];
  /** The element of the list, if the fields are in one. */
  readonly at: number | undefined;
  readonly level: 2 | 3;
}

/** How many sections are in sight when a form opens. */
const IN_SIGHT = 2;

const pathIn = (field: Field, at: number | undefined): string => formPath(field.path).replace("*", String(at));

function Sections({ order, fields, at, level }: SectionsProps) {
  const Heading = `h${level}` as const;
  // The reader can begin before the rest is drawn.
  const whole = useDeferredValue(true, false);
  const lists = at === undefined ? order.tags : [];
  const sections = arrange([...fields, ...lists.map(({ list }) => list)]);
  return [...sections].slice(0, whole ? undefined : IN_SIGHT).map(([section, all]) => {
    const members = all.filter((field) => fields.includes(field));
    const body = (
      <>
        {members.map((field) => (
          <FieldRow key={field.path} order={order} field={field} path={pathIn(field, at)} />
        ))}
        {lists.filter(({ list }) => sectionOf(list) === section).map(({ list, members: parts }) => (
          <Elements key={list.path} order={order} list={list} members={parts} />
        ))}
        <Hidden order={order} fields={members} at={at} />
      </>
    );
    const frame = level === 2 ? "card" : "part";
    const title = text(order.language, section satisfies Section);
    return section === "more" ? (
      <details key={section} className={frame}>
        <summary><Heading>{title}</Heading></summary>
        {body}
      </details>
    ) : (
      <section key={section} className={frame}>
        <Heading>{title}</Heading>
        {body}
      </section>
    );
  });
}

/** A list such as that of tags: its elements, one a line. */
function Elements({ order, list, members }: { readonly order: Order; readonly list: Field; readonly members: readonly Field[] }) {
  const language = order.language;
  const begun = useReading(order, () => order.countOf(list));
  const [shown, setShown] = useState(0);
  const count = Math.max(begun, shown);
  const path = (field: Field, at: number) => pathIn(field, at);
  return (
    <div className="field" data-list={list.name}>
      <div className="name">
        <span>{list.label[language]}</span>
        <code className="parameter">{list.name}</code>
      </div>
      <div className="control elements">
        {Array.from({ length: count }, (_, at) => (
          <div key={at} className="element" role="group" aria-label={`${list.label[language]} ${at + 1}`}>
            {members.map((field) => <FieldRow key={field.path} order={order} field={field} path={path(field, at)} />)}
            <Button
              size="small"
              aria-label={`${text(language, "removeInstance")}: ${list.label[language]} ${at + 1}`}
              onClick={() => (setShown(count - 1), order.removeFrom(list, at))}
            >
              {text(language, "removeInstance")}
            </Button>
          </div>
        ))}
        <Button size="small" className="add" aria-label={text(language, "addTo", list.label[language])} onClick={() => setShown(count + 1)}>+ {text(language, "add")}</Button>
      </div>
    </div>
  );
}

/** Which fields are not shown, and why. */
function Hidden({ order, fields, at }: Omit<SectionsProps, "level">) {
  const reasons = useReading(order, () =>
    fields
      .filter((field) => {
        const { state } = order.view(pathIn(field, at));
        return !state.applicable && state.value === undefined;
      })
      .map((field) => whyHidden(order, field, at))
      .join("\n"),
  );
  if (reasons === "") return null;
  return (
    <details className="hidden-fields">
      <summary>{text(order.language, "hiddenCount", reasons.split("\n").length)}</summary>
      {reasons.split("\n").map((reason) => <p key={reason}>{reason}</p>)}
    </details>
  );
}

function whyHidden(order: Order, field: Field, at: number | undefined): string {
  const language = order.language;
  const label = field.label[language];
  const place = (path: string) => formPath(path).replace("*", String(at));
  const stateOf = (path: string) => order.view(place(path)).state;
  const tells = (condition: Condition): string | undefined => {
    if (condition.kind !== "is" && condition.kind !== "is-not") return undefined;
    const { value, default: given, label: other } = stateOf(condition.path);
    if ((String(value ?? given) === condition.value) !== (condition.kind === "is")) return undefined;
    const decider = order.field(place(condition.path));
    const word = (decider && wordOf(decider, condition.value, language)) ?? condition.value;
    return text(language, condition.kind === "is" ? "isValue" : "isNotValue", other, word);
  };
  const stands = (rule: FormData["rules"][number]): string | undefined => {
    const others = rule.when.filter((condition) => !("path" in condition && condition.path === field.path && condition.kind !== "no-element"));
    const told = others.map(tells);
    const known = told.filter((each) => each !== undefined);
    return known.length > 0 && known.length === others.length ? known.join(text(language, "and")) : undefined;
  };
  const rules = order.profile.rules.filter(
    ({ at: path, code }) => path === field.path && (code === "not-applicable" || code === "ignored-parameter"),
  );
  for (const rule of rules) {
    const told = stands(rule);
    if (told !== undefined) return text(language, "hiddenWhile", label, told);
  }
  const reason = rules[0]?.reason?.[language] ?? "";
  return `${text(language, "hiddenNow", label)}${language === "zh" ? "" : " "}${reason}`;
}

/** The instances of a batch, which can be added, copied and removed. */
function Instances({ order }: { readonly order: Order }) {
  const language = order.language;
  const count = useReading(order, () => order.elements);
  const empty = useReading(order, () =>
    Array.from({ length: order.elements }, (_, at) => (order.isEmptyElement(at) ? "1" : "0")).join(""),
  );
  const fields = order.fields.filter((field) => field.path.includes("*"));
  const focus = (at: number) =>
    requestAnimationFrame(() => document.getElementById(`instance-${Math.max(0, at)}`)?.focus());
  // Of several, only the one that is being filled in is open.
  const fold = () => {
    if (count >= 3) for (const body of document.querySelectorAll<HTMLDetailsElement>(".instance-body")) body.open = false;
  };
  return (
    <section className="instances" aria-label={text(language, "instances")}>
      {Array.from({ length: count }, (_, at) => (
        <section key={at} className="card instance" aria-labelledby={`instance-${at}`}>
          <div className="card-head">
            <Button size="small" onClick={() => (order.addElement(at), fold(), focus(count))}>{text(language, "copyInstance")}</Button>
            <Button size="small" disabled={count === 1 && empty === "1"} onClick={() => (order.removeElement(at), focus(at - 1))}>
              {text(language, "removeInstance")}
            </Button>
          </div>
          <details open className="instance-body">
            <summary>
              <h2 id={`instance-${at}`} tabIndex={-1}>{text(language, "instanceNo", at + 1)}</h2>
              <Brief order={order} at={at} />
            </summary>
            {empty[at] === "1" && <p className="hint">{text(language, "emptyInstance")}</p>}
            <Sections order={order} fields={fields} at={at} level={3} />
          </details>
        </section>
      ))}
      <Button block className="add" onClick={() => (order.addElement(), fold(), focus(count))}>
        + {text(language, "addInstance")}
      </Button>
    </section>
  );
}

/** What a folded instance is, and whether something is wrong with it. */
function Brief({ order, at }: { readonly order: Order; readonly at: number }) {
  const said = useReading(order, () => {
    const values = order.fields
      .filter((field) => field.path.includes("*") && !field.secret)
      .map((field) => [field, order.values[pathIn(field, at)]] as const)
      .filter(([{ name }, value]) => value !== undefined && /^(RegionId|InstanceName|InstanceClass|Capacity|quantity)$/i.test(name))
      .map(([{ name }, value]) => (name === "quantity" ? `× ${String(value)}` : String(value)));
    const wrong = order.diagnostics.filter(({ severity, path }) => severity === "error" && path.startsWith(`${order.list?.path}/${at}`)).length;
    return [...values, ...(wrong > 0 ? [text(order.language, "errors", wrong)] : [])].join(" · ");
  });
  return <span className="brief">{said}</span>;
}
