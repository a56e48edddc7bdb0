/** The instance classes that the provider sells, as a table to choose from. */
import { Button } from "antd";
import Input from "antd/es/input/Input";
import { classes, type InstanceClass } from "kvspec";
import { useState } from "react";
import { text } from "../text.ts";
import { useOrderLater } from "./hooks.ts";
import type { Order } from "./order.ts";

interface Props {
  readonly order: Order;
  /** The field that is filled in. */
  readonly path: string;
  readonly onChosen: () => void;
}

/** How many lines are shown at first. */
const FEW = 20;

const megabytes = ({ capacity_mb: capacity }: InstanceClass): number => capacity ?? Number.POSITIVE_INFINITY;

/** Whether the operation of the order takes classes of that kind. */
function fits(order: Order, one: InstanceClass): boolean {
  if (order.id.startsWith("jdcloud")) return true;
  return one.family?.startsWith("tair") === (order.profile.operation === "CreateTairInstance");
}

export default function Classes({ order, path, onChosen }: Props) {
  useOrderLater(order);
  const language = order.language;
  const [words, setWords] = useState("");
  const [least, setLeast] = useState(0);
  const [layout, setLayout] = useState("");
  const [all, setAll] = useState(false);
  const [old, setOld] = useState(false);
  const version = valueOf(order, path, /^(EngineVersion|redisVersion|version)$/);
  const [bound, setBound] = useState(true);
  const offered = classes(order.id.startsWith("jdcloud") ? "jdcloud" : "alibaba", language).filter(
    (one) => fits(order, one) && one.state !== "collective",
  );
  const layouts = [...new Set(offered.map((one) => one.layout))].sort();
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const found = offered
    .filter((one) => old || one.state === "sold")
    .filter((one) => wanted.every((word) => one.name.includes(word)))
    .filter((one) => (one.capacity_mb ?? 0) >= least)
    .filter((one) => layout === "" || one.layout === layout)
    .filter((one) => !bound || version === "" || one.engine_versions.length === 0 || one.engine_versions.includes(version))
    .sort((a, b) => megabytes(a) - megabytes(b) || a.name.localeCompare(b.name));
  const shown = all ? found : found.slice(0, FEW);
  const chosen = String(order.values[path] ?? "");
  return (
    <div className="classes">
      <div className="class-filters">
        <Input aria-label={text(language, "classSearch")} placeholder={text(language, "classSearch")} value={words} onChange={({ target }) => setWords(target.value)} />
        <label>
          {text(language, "classLeast")}{" "}
          <select value={least} onChange={({ target }) => setLeast(Number(target.value))}>
            {[0, 1, 2, 4, 8, 16, 32, 64].map((size) => <option key={size} value={size * 1024}>{size === 0 ? text(language, "any") : `${size} GB`}</option>)}
          </select>
        </label>
        <label>
          {text(language, "classLayout")}{" "}
          <select value={layout} onChange={({ target }) => setLayout(target.value)}>
            <option value="">{text(language, "any")}</option>
            {layouts.map((each) => <option key={each} value={each}>{layoutWord(each, language)}</option>)}
          </select>
        </label>
        {version !== "" && (
          <label><input type="checkbox" checked={bound} onChange={({ target }) => setBound(target.checked)} /> {text(language, "classVersion", version)}</label>
        )}
        <label><input type="checkbox" checked={old} onChange={({ target }) => setOld(target.checked)} /> {text(language, "classOld")}</label>
      </div>
      <p role="status" className="hint">{text(language, "classFound", found.length)}</p>
      <div className="class-table" tabIndex={0} role="region" aria-label={text(language, "classTable")}>
        <table>
          <thead>
            <tr>
              {(["className", "classMemory", "classShards", "classConnections", "classBandwidth", "classVersions", "classState"] as const).map((key) => <th key={key} scope="col">{text(language, key)}</th>)}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.name} className={one.name === chosen ? "chosen-class" : ""}>
                <th scope="row">
                  <button type="button" aria-pressed={one.name === chosen} onClick={() => (order.set(path, one.name), onChosen())}>{one.name}</button>
                </th>
                <td>{memory(one, language)}</td>
                <td>{shards(one, language)}</td>
                <td>{one.connections?.toLocaleString("en") ?? "–"}</td>
                <td>{one.bandwidth_mbps === null ? "–" : `${one.bandwidth_mbps} Mbit/s`}</td>
                <td>{one.engine_versions.join(", ") || "–"}</td>
                <td title={[...one.notes, `${one.source}, ${one.date}`].join("\n")}>{text(language, one.state === "sold" ? "sold" : one.state === "retired" ? "retired" : "doubtful")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < found.length && <Button size="small" type="link" onClick={() => setAll(true)}>{text(language, "classAll", found.length)}</Button>}
    </div>
  );
}

/** What another field of the same instance holds. */
function valueOf(order: Order, path: string, name: RegExp): string {
  const prefix = path.replace(/[^.]*$/, "");
  const other = order.paths.find((each) => each.startsWith(prefix) && name.test(each.slice(prefix.length)));
  return other === undefined ? "" : String(order.values[other] ?? "");
}

function memory(one: InstanceClass, language: Order["language"]): string {
  if (one.capacity_mb === null) return "–";
  const size = one.capacity_mb < 1024 ? `${one.capacity_mb} MB` : `${one.capacity_mb / 1024} GB`;
  return one.capacity_basis === "per_shard" ? text(language, "perShard", size) : size;
}

/** `1 or 2..` and `2;4;8` in words; of a class that names no number, the order says it. */
function shards({ shards: count }: InstanceClass, language: Order["language"]): string {
  if (count === null) return "–";
  if (!/^\d/.test(count)) return text(language, "asOrdered");
  return count
    .split(/;| or /)
    .map((each) => (each.endsWith("..") ? text(language, "orMore", each.slice(0, -2)) : each))
    .join(text(language, "list"));
}

const LAYOUTS: Readonly<Record<string, readonly [string, string]>> = {
  standard: ["Standard", "标准架构"],
  cluster: ["Cluster", "集群架构"],
  "rw-split": ["Read/write splitting", "读写分离架构"],
};
/** `standard or cluster` in the words of a purchase page. */
const layoutWord = (layout: string, language: Order["language"]): string =>
  layout
    .split(/,? or |, |\|/)
    .map((each) => LAYOUTS[each]?.[language === "zh" ? 1 : 0] ?? each)
    .join(language === "zh" ? "或" : " / ");
