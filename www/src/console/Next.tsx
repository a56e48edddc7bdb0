import { explain, type ProviderExplanation, providerCodes } from "kvspec";
import { text } from "../text.ts";
import type { Order } from "./order.ts";
import { Prose } from "./Prose.tsx";

/** What comes after the request: when it is charged, when the instance is there, and what may still be refused. */
export default function Next({ order }: { readonly order: Order }) {
  const language = order.language;
  const billing = Object.entries(order.values).find(([path]) => /(ChargeType|chargeMode|billingMethod)$/.test(path))?.[1];
  const by = order.paths.find((path) => /(ChargeType|chargeMode|billingMethod)$/.test(path));
  const word = String(billing ?? (by === undefined ? "" : order.view(by).state.default));
  const prepaid = /^(PrePaid|Subscription|prepaid_by_duration)$/.test(word);
  const refusals = providerCodes()
    .map((code) => explain(code, language) as ProviderExplanation)
    .filter(({ detection, profiles }) => detection === "server" && profiles.includes(order.id));
  return (
    <div className="next">
      <h3>{text(language, "next")}</h3>
      <ul>
        <li>{text(language, prepaid ? "nextPrepaid" : "nextPostpaid")}</li>
        <li>{text(language, "nextReady")}</li>
      </ul>
      {refusals.length > 0 && (
        <details>
          <summary>{text(language, "mayRefuse", refusals.length)}</summary>
          <p className="hint">{text(language, "mayRefuseHelp")}</p>
          <dl>
            {refusals.map(({ providerCode, title, advice }) => (
              <div key={providerCode}>
                <dt><code>{providerCode}</code></dt>
                <dd><Prose>{title}</Prose> <span className="help"><Prose>{advice}</Prose></span></dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
