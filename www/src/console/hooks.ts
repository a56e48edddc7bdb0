import { startTransition, useEffect, useState, useSyncExternalStore } from "react";
import type { FieldView, Order } from "./order.ts";

/** A field, drawn again only when something about it changes. */
export const useField = (order: Order, path: string): FieldView =>
  useSyncExternalStore(order.subscribe, () => order.view(path));

/** A number that changes with the order: whatever is read of the order belongs to it. */
export const useOrder = (order: Order): number => useSyncExternalStore(order.subscribe, order.version);

/** The same for what may come after the key press: the preview and the summary. */
export function useOrderLater(order: Order): number {
  const [version, setVersion] = useState(order.version);
  useEffect(() => {
    setVersion(order.version());
    return order.subscribe(() => startTransition(() => setVersion(order.version())));
  }, [order]);
  return version;
}

/** What is read of an order, drawn again only when it becomes another text. */
export const useReading = <T extends string | number | boolean>(order: Order, read: () => T): T =>
  useSyncExternalStore(order.subscribe, read);
