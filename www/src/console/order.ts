/** An order that is being filled in: the package's form, and what of it is to be shown. */
import {
  createForm,
  type Diagnostic,
  type Field,
  type FieldState,
  type Fix,
  type Form,
  type Profile,
  type ProfileId,
  profiles,
  type Report,
} from "kvspec/slim";
import type { Language } from "../text.ts";
import { plainForm } from "./plain.ts";

/** What a provider said about a field. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** A field, as it is to be drawn. Kept as long as nothing about it changes. */
export interface FieldView {
  readonly state: FieldState;
  /** What was found in it, and in the object that it is in if it names the field. */
  readonly findings: readonly Diagnostic[];
  /** Whether the reader has been here, so that an empty field may be called wrong. */
  readonly seen: boolean;
  readonly refusals: readonly Refusal[];
}

export type Values = Readonly<Record<string, unknown>>;

export const profileOf = (id: ProfileId): Profile => profiles.find((profile) => profile.id === id) as Profile;

const NONE: readonly Refusal[] = [];

/** `/Instances/0/Period` → `Instances.0.Period`. */
export const formPath = (pointer: string): string => pointer.slice(1).replaceAll("/", ".");

export class Order {
  readonly profile: Profile;
  readonly #form: Form;
  /** The fields that a form draws, by the last of their names' place. */
  readonly fields: readonly Field[];
  /** The list that the order holds, if it is a batch. */
  readonly list: Field | undefined;
  readonly #seen = new Set<string>();
  readonly #refusals = new Map<string, Refusal[]>();
  readonly #listeners = new Set<() => void>();
  readonly #views = new Map<string, FieldView>();
  #stale = new Set<string>();
  #version = 0;
  #elements: number;

  constructor(
    readonly id: ProfileId,
    readonly language: Language,
    /** Whether the WebAssembly is there: without it, nothing is checked. */
    readonly checked: boolean,
    initial: Values = {},
    seen: Iterable<string> = [],
  ) {
    this.profile = profileOf(id);
    this.fields = this.profile.fields.filter((field) => !field.common && field.holds === null);
    this.list = this.profile.fields.find((field) => field.holds === "list");
    const given = this.list ? { ...initial, [this.list.name]: parsed(initial[this.list.name]) } : initial;
    const options = { locale: language, initial: given };
    this.#form = checked ? createForm(id, options) : plainForm(this.profile, options);
    for (const path of seen) this.#seen.add(path);
    this.#elements = Math.max(1, ...Object.keys(this.values).map((path) => this.#element(path) + 1));
    this.#form.subscribe(() => this.#changed());
  }

  #element(path: string): number {
    const parts = path.split(".");
    return this.list && parts[0] === this.list.name ? Number(parts[1]) : -1;
  }

  get values(): Values {
    return this.#form.getSnapshot().values;
  }
  get report(): Report {
    return this.#form.report;
  }
  get valid(): boolean {
    return this.#form.valid;
  }
  get seen(): Iterable<string> {
    return this.#seen;
  }
  /** How many elements the list has on the page: at least one. */
  get elements(): number {
    return this.#elements;
  }

  #changed(): void {
    this.#version++;
    this.#stale = new Set(this.#views.keys());
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };
  version = (): number => this.#version;

  /** A field of the document by a path of the form. */
  field(path: string): Field | undefined {
    const pattern = `/${path.replaceAll(".", "/").replace(/\/\d+(?=\/|$)/g, "/*")}`;
    return this.profile.fields.find((field) => field.path === pattern);
  }

  view(path: string): FieldView {
    const known = this.#views.get(path);
    if (known && !this.#stale.has(path)) return known;
    this.#stale.delete(path);
    const state = this.#form.field(path);
    const view = { state, findings: state.diagnostics, seen: this.#seen.has(path), refusals: this.#refusals.get(path) ?? NONE };
    if (known && same(known, view)) return known;
    this.#views.set(path, view);
    return view;
  }

  set(path: string, value: unknown): void {
    this.#seen.add(path);
    this.#refusals.delete(path);
    const before = this.#version;
    this.#form.set(path, this.#typed(path, value));
    if (this.#version === before) this.#changed();
  }

  /** What is typed is text; a JSON body has numbers and booleans. */
  #typed(path: string, value: unknown): unknown {
    if (this.profile.wire !== "json" || typeof value !== "string") return value;
    const type = this.field(path)?.type;
    if (type === "Boolean" && (value === "true" || value === "false")) return value === "true";
    if ((type === "Integer" || type === "Long") && /^(0|[1-9]\d{0,14})$/.test(value)) return Number(value);
    return value;
  }

  /** The reader was at a field: what it lacks may be said now. */
  visit(path: string): void {
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    this.#changed();
  }

  setAll(values: Values): void {
    for (const path of Object.keys(values)) {
      this.#seen.add(path);
      this.#refusals.delete(path);
    }
    const before = this.#version;
    this.#form.setAll(values);
    if (this.#version === before) this.#changed();
  }

  /** The changes of a fix. */
  mend(...fixes: readonly Fix[]): void {
    const changes: Record<string, unknown> = {};
    for (const { patch } of fixes) {
      for (const operation of patch) {
        const path = formPath(operation.path);
        if (operation.op === "replace") changes[path] = operation.value;
        else if (operation.op === "remove") changes[path] = undefined;
        else {
          const from = formPath(operation.from);
          changes[path] = this.values[from];
          changes[from] = undefined;
        }
      }
    }
    this.setAll(changes);
  }

  refuse(path: string, refusal: Refusal): void {
    this.#refusals.set(path, [...(this.#refusals.get(path) ?? []), refusal]);
    this.#seen.add(path);
    this.#changed();
  }
  forgive(path: string): void {
    if (this.#refusals.delete(path)) this.#changed();
  }
  get refused(): readonly string[] {
    return [...this.#refusals.keys()];
  }

  addElement(copy?: number): void {
    const at = this.#elements++;
    if (copy === undefined) this.#changed();
    else this.setAll(this.#elementAs(copy, at));
  }

  removeElement(at: number): void {
    const name = this.list?.name;
    if (name === undefined) return;
    const changes: Record<string, unknown> = {};
    for (let index = at; index < this.#elements; index++) {
      for (const path of Object.keys(this.values)) if (this.#element(path) === index) changes[path] ??= undefined;
      Object.assign(changes, this.#elementAs(index + 1, index));
    }
    const moved = [...this.#seen].flatMap((path) => {
      const element = this.#element(path);
      if (element < at) return [path];
      return element === at ? [] : [path.replace(/\.\d+/, `.${element - 1}`)];
    });
    this.#elements = Math.max(1, this.#elements - 1);
    for (const path of [...this.#refusals.keys()]) if (this.#element(path) >= at) this.#refusals.delete(path);
    this.#form.setAll(changes);
    this.#seen.clear();
    for (const path of moved) this.#seen.add(path);
    this.#changed();
  }

  #elementAs(from: number, to: number): Record<string, unknown> {
    const entries = Object.entries(this.values).filter(([path]) => this.#element(path) === from);
    return Object.fromEntries(entries.map(([path, value]) => [path.replace(/\.\d+/, `.${to}`), value]));
  }

  isEmptyElement(at: number): boolean {
    return !Object.keys(this.values).some((path) => this.#element(path) === at);
  }

  /** The paths of the fields that are on the page, one element of the list after the other. */
  get paths(): readonly string[] {
    return this.fields.flatMap((field) => {
      const path = formPath(field.path);
      return path.includes("*") ? Array.from({ length: this.#elements }, (_, at) => path.replace("*", String(at))) : [path];
    });
  }

  /** The field of the page that a finding is about, for a link; a finding about several goes to the first. */
  placeOf(found: Diagnostic): string {
    const path = formPath(found.path);
    if (this.paths.includes(path)) return path;
    const prefix = path === "" ? "" : `${path}.`;
    const named = "parameters" in found.args ? found.args.parameters.map((name) => prefix + name) : [];
    const within = this.paths.filter((each) => each.startsWith(prefix));
    return (
      named.find((each) => this.paths.includes(each)) ??
      within.find((each) => this.view(each).state.required) ??
      within[0] ??
      (this.paths[0] as string)
    );
  }

  /** The request as it stands, valid or not; secrets included. Lists stay lists. */
  draft(): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const path of this.paths) {
      const value = this.values[path];
      if (value === undefined) continue;
      const names = path.split(".");
      let at = out;
      names.slice(0, -1).forEach((name, index) => {
        at = (at[name] ??= /^\d+$/.test(names[index + 1] as string) ? [] : {}) as Record<string, unknown>;
      });
      at[names.at(-1) as string] = value;
    }
    const list = this.list && out[this.list.name];
    if (this.list && Array.isArray(list)) out[this.list.name] = Array.from(list, (element: unknown) => element ?? {});
    return out;
  }
}

/** A list that travels as text is a list here. */
function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

function same(a: FieldView, b: FieldView): boolean {
  return (
    a.seen === b.seen &&
    a.refusals === b.refusals &&
    Object.is(a.state.value, b.state.value) &&
    a.state.required === b.state.required &&
    a.state.applicable === b.state.applicable &&
    a.state.options === b.state.options &&
    a.findings.length === b.findings.length &&
    a.findings.every((found, index) => {
      const other = b.findings[index] as Diagnostic;
      return found.code === other.code && found.message === other.message;
    })
  );
}
