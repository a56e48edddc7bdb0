import { Button, Radio } from "antd";
import { compare } from "kvspec";
import { type ProfileId, profiles } from "kvspec/slim";
import { useState } from "react";
import { text } from "../text.ts";
import { useOrderLater } from "./hooks.ts";
import { formPath, Order, type Values } from "./order.ts";
import { Prose } from "./Prose.tsx";

interface Props {
  readonly order: Order;
  readonly onSwitch: (id: ProfileId, values: Values) => void;
}

/** The same order as another document would have it, and what of it would have to change. */
export default function Editions({ order, onSwitch }: Props) {
  useOrderLater(order);
  const [wanted, setWanted] = useState<ProfileId>();
  const language = order.language;
  const to = wanted === order.id ? undefined : wanted;
  const moved = to && move(order, to);
  const diagnostics = moved ? moved.order.report.diagnostics : [];
  const changes = diagnostics.filter(({ severity }) => severity !== "info");
  return (
    <>
      <p className="hint">{text(language, "editionsHelp")}</p>
      <Radio.Group
        className="editions"
        name="edition"
        role="radiogroup"
        aria-label={text(language, "edition")}
        value={to ?? null}
        onChange={({ target }) => setWanted(target.value as ProfileId)}
        options={profiles.filter(({ id }) => id !== order.id).map(({ id, title }) => ({ value: id, label: title[language] }))}
      />
      {moved && (
        <div className="moved" role="status">
          {order.checked && diagnostics.every(({ severity }) => severity !== "error") && (
            <p className="verdict ready"><b>✓ {text(language, "wouldHold")}</b></p>
          )}
          {moved.lost.length > 0 && (
            <>
              <h3>{text(language, "lost")}</h3>
              <ul>{moved.lost.map((path) => <li key={path}>{order.view(path).state.label} <code>{path}</code></li>)}</ul>
            </>
          )}
          {moved.renamed.length > 0 && (
            <>
              <h3>{text(language, "renamed")}</h3>
              <ul>{moved.renamed.map(([from, into]) => <li key={from}><code>{from}</code> → <code>{into}</code></li>)}</ul>
            </>
          )}
          {changes.length > 0 && (
            <>
              <h3>{text(language, "wouldChange")}</h3>
              <ul className="changes">
                {changes.map(({ message, severity, help, code }, index) => (
                  <li key={index} className={severity} data-code={code}>
                    <b>{text(language, severity)}</b> <Prose>{message}</Prose> <span className="help"><Prose>{help}</Prose></span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Button onClick={() => onSwitch(moved.order.id, moved.order.values)}>{text(language, "switchTo")}</Button>
        </div>
      )}
    </>
  );
}

/** Carries values over to the parameters of the same meaning. Of a list, the first element is an order by itself. */
function move(order: Order, to: ProfileId) {
  const target = new Order(to, order.language, false);
  const pairs = new Map(
    compare(order.id, to).parameters.flatMap(({ a, b }) => (a && b ? [[formPath(a.path), formPath(b.path)] as const] : [])),
  );
  const only = new Set(compare(order.id, to).parameters.flatMap(({ a, b }) => (a && !b ? [formPath(a.path)] : [])));
  const values: Record<string, unknown> = {};
  const lost: string[] = [];
  const renamed: [string, string][] = [];
  for (const path of order.paths) {
    const value = order.values[path];
    if (value === undefined) continue;
    const pattern = path.replace(/\.\d+(?=\.)/, ".*");
    const at = /\.(\d+)\./.exec(path)?.[1];
    const into = pairs.get(pattern) ?? (only.has(pattern) ? undefined : pattern);
    const place = into?.replace("*", at ?? "0");
    if (into === undefined || place === undefined || !target.field(place) || (at !== undefined && at !== "0" && !into.includes("*"))) {
      lost.push(path);
      continue;
    }
    if (place.split(".").at(-1) !== path.split(".").at(-1)) renamed.push([path, place]);
    values[place] = value;
  }
  const typed = new Order(to, order.language, false);
  for (const [path, value] of Object.entries(values)) typed.set(path, typed.profile.wire === "json" ? String(value) : value);
  // The elements that came with the values.
  return { order: new Order(to, order.language, order.checked, typed.values), lost, renamed };
}
