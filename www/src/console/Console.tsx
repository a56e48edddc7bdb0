import { Alert, Button, Radio } from "antd";
import { type ProfileId, profiles } from "kvspec/slim";
import { lazy, Suspense, useState } from "react";
import type { Failure } from "../engine.ts";
import { type Language, text } from "../text.ts";
import { Announcer } from "./Announcer.tsx";
import { Order, type Values } from "./order.ts";
import { Preview } from "./Preview.tsx";
import { Reply } from "./Reply.tsx";
import { OrderFields } from "./Sections.tsx";
import { Summary } from "./Summary.tsx";

const Editions = lazy(() => import("./Editions.tsx"));

interface Props {
  readonly locale: Language;
  readonly failure: Failure;
}

/** A purchase page for each document, drawn from the package's metadata. */
export function Console({ locale, failure }: Props) {
  const open = (id: ProfileId, initial?: Values, seen?: Iterable<string>) =>
    new Order(id, locale, failure === undefined, initial, seen);
  const [order, setOrder] = useState(() => open("alibaba.create-instance.cn"));
  // Orders of the other documents, for the way back.
  const [kept] = useState(() => new Map<ProfileId, Order>());
  const [editions, setEditions] = useState(false);

  if (order.language !== locale) {
    // Another language: the same order, and nothing that was said about it is forgotten.
    kept.clear();
    setOrder(open(order.id, order.values, order.seen));
    return null;
  }
  const turnTo = (id: ProfileId, values?: Values) => {
    kept.set(order.id, order);
    setOrder(values ? open(id, values, Object.keys(values)) : (kept.get(id) ?? open(id)));
  };

  return (
    <div className="console">
      {failure !== undefined && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={`${text(locale, "noEngine")} (${failure})`}
          description={text(locale, "noEngineHelp")}
        />
      )}
      <section className="products" aria-label={text(locale, "product")}>
        <Radio.Group
          name="profile"
          role="radiogroup"
          aria-label={text(locale, "product")}
          value={order.id}
          onChange={({ target }) => turnTo(target.value as ProfileId)}
        >
          {profiles.map(({ id, title, edition }) => (
            <Radio key={id} value={id} className="product">
              <span className="product-title">{title[locale]}</span>
              <small>{edition[locale]}</small>
            </Radio>
          ))}
        </Radio.Group>
        <div className="tools">
          <Button onClick={() => setOrder(open(order.id, order.profile.sample))}>{text(locale, "example")}</Button>
          <Button onClick={() => setOrder(open(order.id))}>{text(locale, "startOver")}</Button>
        </div>
      </section>
      <div className="columns">
        <form
          className="order"
          aria-label={order.profile.title[locale]}
          noValidate
          autoComplete="off"
          onSubmit={(event) => event.preventDefault()}
        >
          <OrderFields key={order.id} order={order} />
        </form>
        <aside className="side" aria-label={text(locale, "details")}>
          <Summary order={order} />
          <Preview order={order} />
          <Reply key={order.id} order={order} />
          <details className="card" onToggle={({ currentTarget }) => setEditions(currentTarget.open)}>
            <summary><h2>{text(locale, "editions")}</h2></summary>
            {editions && (
              <Suspense fallback={<p role="status">{text(locale, "loading")}</p>}>
                <Editions order={order} onSwitch={turnTo} />
              </Suspense>
            )}
          </details>
        </aside>
      </div>
      <Announcer order={order} />
    </div>
  );
}
