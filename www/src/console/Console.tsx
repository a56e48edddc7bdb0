import { Button } from "antd";
import { useDeferredValue, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Failure } from "../engine.ts";
import { early, later } from "../later.tsx";
import { type Language, text } from "../text.ts";
import { Announcer } from "./Announcer.tsx";
import { useReading } from "./hooks.ts";
import { move } from "./move.ts";
import type { Order } from "./order.ts";
import { Orders } from "./orders.ts";
import { Preview } from "./Preview.tsx";
import { Questions } from "./Questions.tsx";
import { Reply } from "./Reply.tsx";
import { OrderFields } from "./Sections.tsx";
import { Summary } from "./Summary.tsx";

const Editions = later(early(() => import("./Editions.tsx")));

interface Props {
  readonly locale: Language;
  readonly failure: Failure;
}

/** A purchase page for each document, drawn from the package's metadata. */
export function Console({ locale, failure }: Props) {
  const [orders] = useState(() => new Orders(locale, failure === undefined));
  const order = useSyncExternalStore(orders.subscribe, orders.snapshot);
  const wanted = useSyncExternalStore(orders.subscribe, () => orders.wanted);
  const missed = useSyncExternalStore(orders.subscribe, () => orders.missed);
  const [editions, setEditions] = useState(false);
  // The form is there before what is said about it.
  const whole = useDeferredValue(true, false);
  const side = useRef<HTMLElement>(null);
  // A column that is higher than the window goes along until its end is in sight, and does not scroll within itself.
  useEffect(() => {
    const column = side.current;
    if (!column) return;
    const place = () => column.style.setProperty("--side-top", `${Math.min(16, innerHeight - column.offsetHeight - 16)}px`);
    const observer = new ResizeObserver(place);
    observer.observe(column);
    addEventListener("resize", place);
    return () => {
      observer.disconnect();
      removeEventListener("resize", place);
    };
  }, []);
  useEffect(() => orders.speak(locale), [orders, locale]);
  useEffect(() => {
    const follow = () => orders.follow(location.hash);
    const save = () => orders.save();
    addEventListener("hashchange", follow);
    addEventListener("pagehide", save);
    return () => {
      removeEventListener("hashchange", follow);
      removeEventListener("pagehide", save);
    };
  }, [orders]);

  return (
    <div
      className="console"
      onKeyDown={(event) => {
        // Fields have an undo of their own.
        const typing = event.target instanceof HTMLElement && event.target.matches("textarea, input:not([type=radio]):not([type=checkbox])");
        if (typing || event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
        event.preventDefault();
        order.undo();
      }}
    >
      {failure !== undefined && (
        <div role="alert" className="card failure">
          <p>{text(locale, "noEngine")} ({failure})</p>
          <p>{text(locale, "noEngineHelp")}</p>
        </div>
      )}
      <section className="products card" aria-label={text(locale, "product")}>
        <Questions id={wanted} language={locale} onChoose={(id) => orders.turnTo(id)} />
        <Tools orders={orders} order={order} />
        {missed && (
          <p role="alert" className="sorry">
            {text(locale, "partFailed")} <Button size="small" onClick={missed}>{text(locale, "tryAgain")}</Button>
          </p>
        )}
      </section>
      <div className="columns">
        <form
          className="order"
          data-profile={order.id}
          aria-busy={wanted !== order.id}
          aria-label={order.profile.title[locale]}
          noValidate
          autoComplete="off"
          onSubmit={(event) => event.preventDefault()}
        >
          <OrderFields key={order.id} order={order} />
        </form>
        <aside ref={side} className="side" aria-label={text(locale, "details")}>
          {whole && (
            <>
              <Summary key={`summary ${order.id}`} order={order} />
              <Preview order={order} />
              <Reply key={order.id} order={order} />
              <details className="card" onToggle={({ currentTarget }) => setEditions(currentTarget.open)}>
                <summary><h2>{text(locale, "editions")}</h2></summary>
                {editions && <Editions locale={locale} order={order} onSwitch={(id, values) => orders.turnTo(id, values)} />}
              </details>
            </>
          )}
        </aside>
      </div>
      <Announcer order={order} />
    </div>
  );
}

function Tools({ orders, order }: { readonly orders: Orders; readonly order: Order }) {
  const language = order.language;
  const undoable = useReading(order, () => order.undoable);
  const empty = useReading(order, () => Object.keys(order.values).length === 0);
  const [said, setSaid] = useState<"" | "bringing" | "partFailed">("");
  const { before, notGiven } = orders;
  const bring = async (from: Order) => {
    setSaid("bringing");
    try {
      orders.turnTo(order.id, (await move(from, order.id)).order.values);
      setSaid("");
    } catch {
      setSaid("partFailed");
    }
  };
  return (
    <div className="tools">
      {/* A document that was just opened can go on with the order of the one before. */}
      {empty && before && <Button type="primary" onClick={() => void bring(before)}>{text(language, "bringOver", before.profile.title[language])}</Button>}
      <Button onClick={() => order.replace(order.profile.sample)}>{text(language, "example")}</Button>
      <Button disabled={empty} onClick={() => order.replace({})}>{text(language, "startOver")}</Button>
      <Button type="text" disabled={!undoable} onClick={() => order.undo()}>{text(language, "undo")}</Button>
      <span role="status" className="hint">{said ? text(language, said) : notGiven.length > 0 && text(language, "notGiven", notGiven.join(text(language, "list")))}</span>
    </div>
  );
}
