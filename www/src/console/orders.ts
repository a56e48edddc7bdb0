/** The orders of every document: kept over another document, another language, and a reload of the page. */
import type { ProfileId } from "kvspec/core-slim";
import { takeOrder } from "../handover.ts";
import type { Language } from "../text.ts";
import { FIRST, OFFERS } from "./documents.ts";
import { fetchDocument, fetchRest, isThere } from "./loading.ts";
import { Order, type Values } from "./order.ts";

/** Kept by the browser until the tab is closed. Secrets are not in it. */
const KEY = "kvspec.orders";
/** Milliseconds after the last change. */
const CALM = 300;

/** An order as the browser keeps it. */
interface KeptOrder {
  readonly values: Values;
  readonly seen: readonly string[];
}
interface Kept {
  readonly profile: ProfileId;
  readonly orders: Partial<Record<ProfileId, KeptOrder>>;
}

const isObject = (value: unknown): value is Values => typeof value === "object" && value !== null && !Array.isArray(value);
const known = (id: unknown): ProfileId | undefined => OFFERS.find((offer) => offer.id === id)?.id;

/** What an address of the console names: `#/console/<profile>`, and perhaps an order. */
export function readAddress(hash: string): { readonly id: ProfileId; readonly values: Values | undefined } | undefined {
  const [, name = "", query = ""] = /^#\/?console\/([\w.-]+)(?:\?(.*))?$/s.exec(hash) ?? [];
  const id = known(name);
  if (!id) return undefined;
  try {
    const values = JSON.parse(new URLSearchParams(query).get("order") ?? "null") as unknown;
    return { id, values: isObject(values) ? values : undefined };
  } catch {
    return { id, values: undefined };
  }
}

export const addressOf = (id: ProfileId): string => `#/console/${id}`;
/** The address of an order, without its secrets. */
export const linkOf = (order: Order): string => `${addressOf(order.id)}?${new URLSearchParams({ order: JSON.stringify(order.shareable()) })}`;

/** The document that the page begins with: that of the address, or the one that was there before. */
export const beginning = (): ProfileId => readAddress(location.hash)?.id ?? known(read()?.profile) ?? FIRST;

export class Orders {
  readonly #orders = new Map<ProfileId, Order>();
  /** Orders of before a reload, whose documents were not asked for since. */
  readonly #kept = new Map<ProfileId, KeptOrder>();
  readonly #stops = new Map<Order, () => void>();
  readonly #listeners = new Set<() => void>();
  #current: ProfileId;
  /** The last document in whose order there was something. */
  #before: ProfileId | undefined;
  /** The document that is being fetched. */
  #wanted: ProfileId | undefined;
  /** The language that was asked for last. */
  #spoken: Language | undefined;
  /** What could not be fetched, to be asked for again. */
  #missed: (() => void) | undefined;
  #notGiven: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The document of the beginning is there already. */
  constructor(
    private language: Language,
    private readonly checked: boolean,
  ) {
    for (const [name, order] of Object.entries(read()?.orders ?? {})) {
      const id = known(name);
      if (id && isObject(order)) this.#kept.set(id, order as KeptOrder);
    }
    this.#current = beginning();
    this.follow(location.hash);
    fetchRest(this.#current, language);
  }

  get current(): Order {
    return this.#orders.get(this.#current) ?? this.#open(this.#current);
  }

  /** The document that the reader has turned to, which may be on its way. */
  get wanted(): ProfileId {
    return this.#wanted ?? this.#current;
  }

  /** What of an order that came from the lint pane did not come along. */
  get notGiven(): readonly string[] {
    return this.#notGiven;
  }

  /** Asks again for what could not be fetched. */
  get missed(): (() => void) | undefined {
    return this.#missed;
  }

  /** The order of the document before, if there is something in it. */
  get before(): Order | undefined {
    const order = this.#before && this.#orders.get(this.#before);
    return order && order !== this.current && Object.keys(order.values).length > 0 ? order : undefined;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  snapshot = (): Order => this.current;

  #open(id: ProfileId): Order {
    const kept = this.#kept.get(id);
    this.#kept.delete(id);
    return this.#keep(open(id, this.language, this.checked, kept?.values, kept?.seen));
  }

  #keep(order: Order): Order {
    const before = this.#orders.get(order.id);
    if (before) this.#stops.get(before)?.();
    this.#orders.set(order.id, order);
    this.#stops.set(order, order.subscribe(() => this.#later()));
    return order;
  }

  #tell(): void {
    this.#later();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Does something as soon as documents are there in a language. What is asked for in the meantime takes its place. */
  #when(ids: readonly ProfileId[], language: Language, isWanted: () => boolean, act: () => void): void {
    this.#missed = undefined;
    if (ids.every((id) => isThere(id, language))) return act();
    Promise.all(ids.map((id) => fetchDocument(id, language))).then(
      () => isWanted() && act(),
      () => {
        if (!isWanted()) return;
        this.#wanted = undefined;
        this.#missed = () => this.#when(ids, language, () => true, act);
        this.#tell();
      },
    );
  }

  /** Another language: every order with what was said about it. */
  speak(language: Language): void {
    this.#spoken = language;
    if (language === this.language) return;
    const ids = [...this.#orders.keys()];
    this.#when(ids, language, () => this.#spoken === language, () => {
      // Another one may have been opened meanwhile.
      if (this.#orders.size > ids.length) return this.speak(language);
      this.language = language;
      for (const order of [...this.#orders.values()]) this.#keep(new Order(order.id, language, this.checked, order.values, order.seen));
      this.#tell();
    });
  }

  turnTo(id: ProfileId, values?: Values): void {
    this.#wanted = id;
    this.#notGiven = [];
    this.#when([id], this.language, () => this.#wanted === id, () => this.#turn(id, values));
    // The questions show it at once.
    if (this.#wanted !== undefined) this.#tell();
  }

  #turn(id: ProfileId, values?: Values): void {
    this.#wanted = undefined;
    this.#missed = undefined;
    if (id !== this.#current && Object.keys(this.current.values).length > 0) this.#before = this.#current;
    this.#current = id;
    if (values) {
      this.current.replace(values);
      for (const path of this.current.paths) if (this.current.values[path] !== undefined) this.current.visit(path);
    }
    const { hash } = location;
    if (/^#\/?console/.test(hash) && readAddress(hash)?.id !== id) history.replaceState(history.state, "", addressOf(id));
    this.#tell();
  }

  /** Goes to what an address names. An order in it takes the place of the one that was there, which can be undone. */
  follow(hash: string): void {
    const given = takeOrder();
    if (given) {
      this.turnTo(given.id, given.values);
      this.#notGiven = given.left ?? [];
      return;
    }
    const asked = readAddress(hash);
    if (!asked) return;
    if (asked.values) {
      history.replaceState(history.state, "", addressOf(asked.id));
      this.turnTo(asked.id, asked.values);
    } else if (asked.id !== this.#current) this.turnTo(asked.id);
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), CALM);
  }

  save(): void {
    clearTimeout(this.#timer);
    const opened = [...this.#orders].map(([id, order]) => [id, { values: order.shareable(), seen: [...order.seen] }] as const);
    const orders = Object.fromEntries([...this.#kept, ...opened]);
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ profile: this.#current, orders } satisfies Kept));
    } catch {
      // A browser that keeps nothing is no reason to fail.
    }
  }
}

function read(): Kept | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as unknown;
    return isObject(kept) && isObject(kept.orders) ? (kept as unknown as Kept) : undefined;
  } catch {
    return undefined;
  }
}

/** An order as it was kept; what no longer fits is left out. */
function open(id: ProfileId, language: Language, checked: boolean, values: unknown, seen: unknown): Order {
  try {
    return new Order(id, language, checked, isObject(values) ? values : {}, Array.isArray(seen) ? (seen as string[]) : []);
  } catch {
    return new Order(id, language, checked);
  }
}
