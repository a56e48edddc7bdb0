import { Button, Radio } from "antd";
import type { ProfileId } from "kvspec/core-slim";
import { useEffect, useState } from "react";
import { text } from "../text.ts";
import { OFFERS, offerOf } from "./documents.ts";
import { useOrderLater } from "./hooks.ts";
import { type Moved, move } from "./move.ts";
import { formPath, type Order, type Values } from "./order.ts";
import { Prose } from "./Prose.tsx";

interface Props {
  readonly order: Order;
  readonly onSwitch: (id: ProfileId, values: Values) => void;
}

/** The same order as another document would have it, what becomes of its values, and what that document says of it. */
export default function Editions({ order, onSwitch }: Props) {
  const version = useOrderLater(order);
  const language = order.language;
  const [wanted, setWanted] = useState<ProfileId>();
  const [moved, setMoved] = useState<Moved>();
  const [failure, setFailure] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const to = wanted === order.id ? undefined : wanted;
  useEffect(() => {
    if (to === undefined) return setMoved(undefined);
    let gone = false;
    setFailure(undefined);
    move(order, to).then(
      (result) => gone || setMoved(result),
      (cause: unknown) => gone || setFailure(cause instanceof Error ? cause.message : String(cause)),
    );
    return () => {
      gone = true;
    };
  }, [order, to, version, attempt]);
  const shown = moved && moved.order.id === to ? moved : undefined;
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
        options={others(order.id).map(({ id, title }) => ({ value: id, label: title[language] }))}
      />
      {failure !== undefined && (
        <div role="alert" className="sorry">
          <p>{text(language, "partFailed")}</p>
          <p className="hint">{failure}</p>
          <p><Button onClick={() => setAttempt(attempt + 1)}>{text(language, "tryAgain")}</Button></p>
        </div>
      )}
      {to !== undefined && !shown && failure === undefined && <p role="status">{text(language, "loading")}</p>}
      {shown && <Outcome order={order} moved={shown} onSwitch={onSwitch} />}
    </>
  );
}

function Outcome({ order, moved, onSwitch }: Props & { readonly moved: Moved }) {
  const language = order.language;
  const errors = moved.findings.filter(({ severity }) => severity === "error");
  const changed = moved.steps.filter(({ to }) => to !== null);
  const lost = moved.steps.filter(({ to }) => to === null);
  return (
    <div className="moved" role="status">
      {order.checked && errors.length === 0 && <p className="verdict ready"><b>✓ {text(language, "wouldHold")}</b></p>}
      {moved.requests > 1 && <p>{text(language, "severalRequests", moved.requests)}</p>}
      {lost.length > 0 && (
        <>
          <h3>{text(language, "lost")}</h3>
          <ul className="lost">
            {lost.map(({ from, message }) => <li key={from}>{labelOf(order, from)} <code>{(from ?? "").slice(1)}</code> <span className="help">{message}</span></li>)}
          </ul>
        </>
      )}
      {changed.length > 0 && (
        <>
          <h3>{text(language, "renamed")}</h3>
          <ul className="renamed">
            {changed.map((step, index) => (
              <li key={index}>
                {step.from !== step.to && step.from !== null && <><code>{step.from.slice(1)}</code> → </>}
                <code>{(step.to ?? "").slice(1)}</code>
                {step.now !== null && <> <code>{step.was !== null && step.was !== step.now ? `${step.was} → ${step.now}` : step.now}</code></>}{" "}
                <span className="help">{step.message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {moved.findings.length > 0 && (
        <>
          <h3>{text(language, "wouldChange")}</h3>
          <ul className="changes">
            {moved.findings.map(({ message, severity, help, code }, index) => (
              <li key={index} className={severity} data-code={code}>
                <b>{text(language, severity)}</b> <Prose>{message}</Prose> <span className="help"><Prose>{help}</Prose></span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button onClick={() => onSwitch(moved.order.id, moved.order.values)}>{text(language, "switchTo")}</Button>
    </div>
  );
}

const labelOf = (order: Order, pointer: string | null): string => order.field(formPath(pointer ?? ""))?.label[order.language] ?? "";

/** The other documents, those of the same provider first. */
function others(own: ProfileId) {
  const { provider } = offerOf(own);
  const rest = OFFERS.filter(({ id }) => id !== own);
  const ranked = [...rest.filter((offer) => offer.provider === provider), ...rest.filter((offer) => offer.provider !== provider)];
  return ranked;
}
