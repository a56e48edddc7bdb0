import { Button } from "antd";
import TextArea from "antd/es/input/TextArea";
import { useState } from "react";
import { once } from "../later.tsx";
import { text } from "../text.ts";
import { focusOn } from "./focus.ts";
import type { Order } from "./order.ts";

/** With a WebAssembly module of its own: fetched when it is asked for. */
const reader = once(() => import("./reply.ts"));

/** A provider's refusal, pasted, is put where it belongs. */
export function Reply({ order }: { readonly order: Order }) {
  const language = order.language;
  const [reply, setReply] = useState("");
  const [told, setTold] = useState<readonly string[]>([]);
  const place = async () => {
    setTold([text(language, "loading")]);
    let found: Awaited<ReturnType<Awaited<ReturnType<typeof reader>>["readReply"]>>;
    try {
      found = await (await reader()).readReply(order, reply);
    } catch {
      return setTold([text(language, "partFailed")]);
    }
    for (const path of order.refused) order.forgive(path);
    if (!found) return setTold([text(language, "replyNone")]);
    const { code, message, paths, theirs, ours } = found;
    for (const path of paths) order.refuse(path, { code, message });
    const labels = paths.map((path) => order.view(path).state.label).join(text(language, "list"));
    setTold([
      paths.length > 0 ? text(language, "replyPlaced", code, labels) : text(language, "replyNowhere", code),
      ours.length > 0
        ? text(language, "replyClient", ours.map(({ title, code: own }) => `${title} (${own})`).join(text(language, "list")))
        : text(language, "replyServer"),
      ...(theirs ? [text(language, "replyMeans", theirs.title, theirs.advice)] : []),
      ...(paths.length === 0 && message !== "" ? [message] : []),
    ]);
    if (paths[0] !== undefined) focusOn(paths[0]);
  };
  return (
    <details className="card">
      <summary><h2>{text(language, "reply")}</h2></summary>
      <p className="hint" id="reply-help">{text(language, "replyHelp")}</p>
      <label className="sr" htmlFor="reply">{text(language, "replyLabel")}</label>
      <TextArea
        id="reply"
        rows={4}
        className="code"
        aria-describedby="reply-help"
        spellCheck={false}
        placeholder='{"Code": "InvalidInstanceName.Malformed", "Message": "…"}'
        value={reply}
        onChange={({ target }) => setReply(target.value)}
      />
      <div className="preview-foot">
        <Button disabled={reply.trim() === ""} onClick={() => void place()}>{text(language, "place_it")}</Button>
      </div>
      <div role="status">{told.map((line) => <p key={line}>{line}</p>)}</div>
    </details>
  );
}
