import { Button, Radio } from "antd";
import { useRef, useState } from "react";
import { text, type TextKey } from "../text.ts";
import { toLint } from "../handover.ts";
import { early, later } from "../later.tsx";
import { useOrderLater } from "./hooks.ts";
import type { Order } from "./order.ts";
import { linkOf } from "./orders.ts";
import { type Format, formatsOf, hasReference, marked, write } from "./write.ts";

const Behind = later(early(() => import("./Behind.tsx")));

/** The request, as it stands now. */
export function Preview({ order }: { readonly order: Order }) {
  return (
    <section className="card preview" aria-labelledby="preview">
      <h2 id="preview">{text(order.language, "request")}</h2>
      <PreviewBody order={order} name="format" />
    </section>
  );
}

export function PreviewBody({ order, name }: { readonly order: Order; readonly name: string }) {
  useOrderLater(order);
  const language = order.language;
  const formats = formatsOf(order.profile);
  const [wanted, setWanted] = useState<Format>();
  const [revealed, setRevealed] = useState(false);
  const [behind, setBehind] = useState(false);
  const [told, setTold] = useState<TextKey>();
  const shown = useRef<HTMLPreElement>(null);
  const format = wanted && formats.includes(wanted) ? wanted : (formats[0] as Format);
  const request = order.draft();
  const concealed = marked(order.profile, request);
  const secret = JSON.stringify(concealed) !== JSON.stringify(request);
  const written = write(format, order.profile, revealed ? request : concealed);
  const titles: Record<Format, string> = {
    query: text(language, "queryString"),
    json: "JSON",
    http: text(language, "http"),
    aliyun: "aliyun CLI",
    jdc: "jdc CLI",
    terraform: "Terraform",
  };
  const copy = async (what: string, said: TextKey) => {
    try {
      await navigator.clipboard.writeText(what);
      setTold(said);
    } catch {
      // No permission: the text is selected instead.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setTold("notCopied");
    }
    setTimeout(() => setTold(undefined), 4000);
  };
  const hidden = secret && !revealed;
  const outcome = !hidden ? "copied" : hasReference(format) ? "copiedReference" : "copiedMasked";
  // As the file that the lint pane takes it for. Its own text, so that the password is judged too.
  const inLint = () =>
    toLint({
      text: write(format, order.profile, request),
      profile: format === "json" || format === "query" ? order.id : undefined,
      file: { terraform: "main.tf", aliyun: "order.sh", jdc: "order.sh", json: "order.json", query: "order.url", http: undefined }[format],
    });
  return (
    <>
      <div className="preview-head">
        <Radio.Group
          size="small"
          optionType="button"
          buttonStyle="solid"
          role="radiogroup"
          name={name}
          aria-label={text(language, "format")}
          value={format}
          onChange={({ target }) => setWanted(target.value as Format)}
          options={formats.map((each) => ({ value: each, label: titles[each] }))}
        />
      </div>
      {order.profile.id === "alibaba.console" && <p className="hint">{text(language, "consoleNote")}</p>}
      <pre ref={shown} tabIndex={0} role="region" aria-label={`${text(language, "request")}: ${titles[format]}`} data-format={format}>
        {/* Of a query string, lines end where a parameter does. */}
        <code>{format === "query" ? written.split(/(?=&)/).map((part, index) => <span key={index} className="part-of">{part}</span>) : written}</code>
      </pre>
      <div className="preview-foot">
        <Button size="small" onClick={() => void copy(written, outcome)}>{text(language, "copy")}</Button>
        {secret && (
          <Button size="small" aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
            {text(language, revealed ? "conceal" : "reveal")}
          </Button>
        )}
        <Button size="small" type="link" onClick={inLint}>{text(language, "openLint")}</Button>
        <Button size="small" type="link" onClick={() => void copy(location.href.replace(/#.*$/s, "") + linkOf(order), "copiedLink")}>{text(language, "copyLink")}</Button>
        <span role="status" className="hint">
          {told === undefined ? (order.valid ? "" : text(language, order.checked ? "draft" : "unchecked")) : text(language, told)}
        </span>
      </div>
      {order.profile.id === "alibaba.console" && (
        <details className="behind" onToggle={({ currentTarget }) => setBehind(currentTarget.open)}>
          <summary>{text(language, "behind")}</summary>
          {behind && <Behind locale={language} order={order} />}
        </details>
      )}
    </>
  );
}
