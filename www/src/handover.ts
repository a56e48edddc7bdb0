/** What one view gives to another. In memory only, since it may have secrets in it. */
import type { ProfileId } from "kvspec/core-slim";

/** A text for the lint pane. */
export interface Text {
  readonly text: string;
  readonly profile: string | undefined;
  readonly file: string | undefined;
}
/** An order for the console. */
export interface Given {
  readonly id: ProfileId;
  readonly values: Readonly<Record<string, unknown>>;
  /** What of it does not come along. */
  readonly left?: readonly string[];
}

const given: { text?: Text | undefined; order?: Given | undefined } = {};

export function toLint(text: Text): void {
  given.text = text;
  location.hash = "#/lint";
}
export function takeText(): Text | undefined {
  const { text } = given;
  given.text = undefined;
  return text;
}

export function toConsole(order: Given): void {
  given.order = order;
  location.hash = `#/console/${order.id}`;
}
export function takeOrder(): Given | undefined {
  const { order } = given;
  given.order = undefined;
  return order;
}
