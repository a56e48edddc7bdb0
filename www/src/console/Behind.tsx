import { profileOf } from "kvspec/core-slim";
import type { OrderRequest } from "kvspec/transfer";
import { useEffect, useState } from "react";
import { text } from "../text.ts";
import { useOrderLater } from "./hooks.ts";
import { requestBehind } from "./move.ts";
import type { Order } from "./order.ts";
import { Prose } from "./Prose.tsx";
import { marked, write } from "./write.ts";

/** The request that the purchase page itself would send for the options that were chosen. */
export default function Behind({ order }: { readonly order: Order }) {
  const version = useOrderLater(order);
  const language = order.language;
  const [request, setRequest] = useState<OrderRequest>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let gone = false;
    requestBehind(order).then(
      (found) => gone || (setRequest(found), setFailure(undefined)),
      (cause: unknown) => gone || setFailure(cause instanceof Error ? cause.message : String(cause)),
    );
    return () => {
      gone = true;
    };
  }, [order, version]);
  if (failure !== undefined) return <p role="alert">{text(language, "partFailed")} {failure}</p>;
  if (!request) return <p className="hint">{text(language, order.valid ? "loading" : "behindLater")}</p>;
  const profile = profileOf(request.profile);
  const written = write("query", profile, marked(profile, { ...request.request }));
  return (
    <>
      <pre tabIndex={0} role="region" aria-label="CreateInstance"><code>{written}</code></pre>
      <p className="hint"><Prose>{request.note}</Prose></p>
      {request.notes.map((note) => <p key={note} className="hint"><Prose>{note}</Prose></p>)}
    </>
  );
}
