import { Button, Radio } from "antd";
import { useRef, useState } from "react";
import { text } from "../text.ts";
import { useOrderLater } from "./hooks.ts";
import type { Order } from "./order.ts";
import { type Format, formatsOf, masked, write } from "./write.ts";

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
  const [copied, setCopied] = useState<boolean>();
  const shown = useRef<HTMLPreElement>(null);
  const format = wanted && formats.includes(wanted) ? wanted : (formats[0] as Format);
  const request = order.draft();
  const concealed = masked(order.profile, request);
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
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(written);
      setCopied(true);
    } catch {
      // No permission: the text is selected instead.
      if (shown.current) getSelection()?.selectAllChildren(shown.current);
      setCopied(false);
    }
    setTimeout(() => setCopied(undefined), 2500);
  };
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
        <code>{written}</code>
      </pre>
      <div className="preview-foot">
        <Button size="small" onClick={() => void copy()}>{text(language, "copy")}</Button>
        {secret && (
          <Button size="small" aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
            {text(language, revealed ? "conceal" : "reveal")}
          </Button>
        )}
        <span role="status" className="hint">
          {copied === undefined ? (order.valid ? "" : text(language, order.checked ? "draft" : "unchecked")) : text(language, copied ? "copied" : "notCopied")}
        </span>
      </div>
    </>
  );
}
