import { Button } from "antd";
import type { Condition, Field, Rule } from "kvspec/slim";
import { text } from "../text.ts";
import { FieldRow } from "./FieldRow.tsx";
import { useReading } from "./hooks.ts";
import { arrange, type Section, wordOf } from "./layout.ts";
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

const pathIn = (field: Field, at: number | undefined): string => formPath(field.path).replace("*", String(at));

function Sections({ order, fields, at, level }: SectionsProps) {
  const Heading = `h${level}` as const;
  return [...arrange(fields)].map(([section, members]) => {
    const body = (
      <>
        {members.map((field) => (
          <FieldRow key={field.path} order={order} field={field} path={pathIn(field, at)} />
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
    <div className="hidden-fields">
      {reasons.split("\n").map((reason) => <p key={reason}>{reason}</p>)}
    </div>
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
  const stands = (rule: Rule): string | undefined => {
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
  const reason = rules[0]?.reason[language] ?? "";
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
  return (
    <section className="instances" aria-label={text(language, "instances")}>
      {Array.from({ length: count }, (_, at) => (
        <section key={at} className="card" aria-labelledby={`instance-${at}`}>
          <div className="card-head">
            <h2 id={`instance-${at}`} tabIndex={-1}>{text(language, "instanceNo", at + 1)}</h2>
            <Button size="small" onClick={() => (order.addElement(at), focus(count))}>{text(language, "copyInstance")}</Button>
            <Button size="small" disabled={count === 1 && empty === "1"} onClick={() => (order.removeElement(at), focus(at - 1))}>
              {text(language, "removeInstance")}
            </Button>
          </div>
          {empty[at] === "1" && <p className="hint">{text(language, "emptyInstance")}</p>}
          <Sections order={order} fields={fields} at={at} level={3} />
        </section>
      ))}
      <Button block className="add" onClick={() => (order.addElement(), focus(count))}>
        + {text(language, "addInstance")}
      </Button>
    </section>
  );
}
