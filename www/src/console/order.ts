/** An order that is being filled in: the package's form, and what of it is to be shown. */
import {
  createForm,
  type Diagnostic,
  type Field,
  type FieldState,
  type Fix,
  type Form,
  type FormData,
  type ProfileId,
  profileOf,
  type Report,
} from "kvspec/core-slim";
import type { Language } from "../text.ts";
import { plainForm, unlisted } from "./plain.ts";

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

const NONE: readonly Refusal[] = [];
const UNDRAWN: readonly string[] = ["Array", "Object"];

/** `/Instances/0/Period` → `Instances.0.Period`. */
export const formPath = (pointer: string): string => pointer.slice(1).replaceAll("/", ".");

export class Order {
  readonly profile: FormData;
  readonly #form: Form;
  /** The fields that a form draws, by the last of their names' place. */
  readonly fields: readonly Field[];
  /** The list of instances that the order holds, if it is a batch. */
  readonly list: Field | undefined;
  /** Other lists, such as tags, and the fields of their elements. */
  readonly tags: readonly { readonly list: Field; readonly members: readonly Field[] }[];
  readonly #seen = new Set<string>();
  readonly #refusals = new Map<string, Refusal[]>();
  readonly #listeners = new Set<() => void>();
  readonly #views = new Map<string, FieldView>();
  #stale = new Set<string>();
  #version = 0;
  #elements = 1;
  /** Which findings there were when the typing began: others wait until it rests. */
  #held: ReadonlySet<string> | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** The order before each change, the last one last, and where that change was. */
  readonly #past: { readonly values: Values; readonly seen: readonly string[]; readonly at: string }[] = [];

  constructor(
    readonly id: ProfileId,
    readonly language: Language,
    /** Whether the WebAssembly is there: without it, nothing is checked. */
    readonly checked: boolean,
    initial: Values = {},
    seen: Iterable<string> = [],
  ) {
    this.profile = profileOf(id);
    const lists = this.profile.fields.filter(({ holds }) => holds === "list");
    this.list = lists.find(({ path }) => this.profile.fields.some((field) => field.path === `${path}/*/RegionId`));
    this.tags = lists
      .filter((list) => list !== this.list)
      .map((list) => ({ list, members: this.profile.fields.filter(({ path }) => path.startsWith(`${list.path}/*/`)) }));
    const within = new Set(this.tags.flatMap(({ members }) => members));
    // Lists and objects without described members are for who writes the request.
    const single = (field: Field) => field.holds === null && !UNDRAWN.includes(field.type);
    this.fields = this.profile.fields.filter((field) => !field.common && single(field) && !within.has(field));
    const options = { locale: language, initial: this.#given(initial) };
    this.#form = checked ? createForm(id, options) : plainForm(this.profile, options);
    for (const path of seen) this.#seen.add(path);
    this.#elements = this.#count();
    this.#form.subscribe(() => this.#changed());
  }

  /** A list that travels as text is a list here. */
  #given(values: Values): Values {
    return this.list ? { ...values, [this.list.name]: parsed(values[this.list.name]) } : values;
  }

  #count(): number {
    return Math.max(1, ...Object.keys(this.values).map((path) => this.#element(path) + 1));
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
  /** What was found. What is new since a field is being typed in waits until the typing rests. */
  get diagnostics(): readonly Diagnostic[] {
    return this.report.diagnostics.filter((found) => this.#isDue(found));
  }

  #isDue(found: Diagnostic): boolean {
    return this.#held === undefined || found.severity === "info" || this.#held.has(keyOf(found));
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
    const isThere = this.#form.has(path) || path in this.#form.getSnapshot().values;
    const state = isThere ? this.#form.field(path) : unlisted(path);
    const findings = this.#held ? state.diagnostics.filter((found) => this.#isDue(found)) : state.diagnostics;
    const view = { state, findings, seen: this.#seen.has(path), refusals: this.#refusals.get(path) ?? NONE };
    if (known && same(known, view)) return known;
    this.#views.set(path, view);
    return view;
  }

  /** A key was pressed in a field: what is right now is told at once, what is wrong when the typing rests. */
  type(path: string, value: string): void {
    this.#held ??= new Set(this.report.diagnostics.map(keyOf));
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.settle(), REST);
    this.set(path, value);
  }

  /** The typing rests, or has gone elsewhere. */
  settle(): void {
    clearTimeout(this.#rest);
    if (!this.#held) return;
    this.#held = undefined;
    this.#changed();
  }

  /** Whether something can be undone. */
  get undoable(): boolean {
    return this.#past.length > 0;
  }

  #remember(at: string): void {
    // What is typed in one field is undone as one.
    if (at !== "" && this.#past.at(-1)?.at === at) return;
    this.#past.push({ values: this.values, seen: [...this.#seen], at });
    if (this.#past.length > STEPS) this.#past.shift();
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.settle();
    this.#put(before.values, before.seen);
  }

  /** Another order in place of this one, which can be undone. Objects and lists may be in it as they are sent. */
  replace(values: Values): void {
    this.#remember("");
    this.settle();
    this.#put(this.#given(values), []);
  }

  #put(values: Values, seen: Iterable<string>): void {
    this.#seen.clear();
    for (const path of seen) this.#seen.add(path);
    this.#refusals.clear();
    const gone = Object.keys(this.values).filter((path) => !(path in values));
    this.#form.setAll({ ...Object.fromEntries(gone.map((path) => [path, undefined])), ...values });
    this.#elements = this.#count();
    this.#changed();
  }

  set(path: string, value: unknown): void {
    this.#remember(path);
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
    this.settle();
    if (this.#seen.has(path)) return;
    this.#seen.add(path);
    this.#changed();
  }

  setAll(values: Values): void {
    this.#remember("");
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
    this.settle();
    const changes: Record<string, unknown> = {};
    for (const { patch } of fixes) {
      for (const operation of patch) {
        const path = formPath(operation.path);
        if (operation.op === "replace" || operation.op === "add") changes[path] = operation.value;
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
    if (!this.list) return;
    this.#remember("");
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

  /** Takes an element out of another list. */
  removeFrom(list: Field, at: number): void {
    const prefix = `${formPath(list.path)}.`;
    const changes: Record<string, unknown> = {};
    for (const [path, value] of Object.entries(this.values)) {
      const [index = "", ...rest] = path.startsWith(prefix) ? path.slice(prefix.length).split(".") : [];
      if (index === "" || Number(index) < at) continue;
      changes[path] ??= undefined;
      if (Number(index) > at) changes[`${prefix}${Number(index) - 1}.${rest.join(".")}`] = value;
    }
    this.setAll(changes);
  }

  #elementAs(from: number, to: number): Record<string, unknown> {
    const entries = Object.entries(this.values).filter(([path]) => this.#element(path) === from);
    return Object.fromEntries(entries.map(([path, value]) => [path.replace(/\.\d+/, `.${to}`), value]));
  }

  isEmptyElement(at: number): boolean {
    return !Object.keys(this.values).some((path) => this.#element(path) === at);
  }

  /** How many elements a list has. */
  countOf(list: Field): number {
    const prefix = `${formPath(list.path)}.`;
    const of = (path: string) => (path.startsWith(prefix) ? Number(path.slice(prefix.length).split(".")[0]) + 1 : 0);
    return Math.max(0, ...Object.keys(this.values).map(of));
  }

  /** The paths of the fields that are on the page, one element of a list after the other. */
  get paths(): readonly string[] {
    const each = (fields: readonly Field[], count: number) =>
      Array.from({ length: count }, (_, at) => fields.map((field) => formPath(field.path).replace("*", String(at)))).flat();
    const own = this.fields.flatMap((field) => (field.path.includes("*") ? each([field], this.#elements) : [formPath(field.path)]));
    return [...own, ...this.tags.flatMap(({ list, members }) => each(members, this.countOf(list)))];
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
    return dense(out) as Record<string, unknown>;
  }

  /** The same without secrets, and without what may be one: what may be kept, or passed on. */
  shareable(): Record<string, unknown> {
    return without(this.draft(), (path, value) => {
      const field = this.field(path);
      return !field || field.secret || (typeof value === "string" && mayHoldSecret(value, field));
    });
  }
}

/** Milliseconds without a key after which what was typed is told wrong. */
const REST = 600;
/** How many changes can be undone. */
const STEPS = 200;

const keyOf = ({ code, path }: Diagnostic): string => `${code} ${path}`;

/** Lists without holes. */
function dense(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, (element: unknown) => dense(element ?? {}));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, dense(member)]));
}

/** A request without the values for which that holds. */
function without(request: Record<string, unknown>, left: (path: string, value: unknown) => boolean): Record<string, unknown> {
  const walk = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((element, index) => walk(element, `${path}.${index}`));
    if (typeof value !== "object" || value === null) return value;
    const names = Object.entries(value).map(([name, member]) => [name, member, path === "" ? name : `${path}.${name}`] as const);
    return Object.fromEntries(names.filter(([, member, own]) => typeof member === "object" || !left(own, member)).map(([name, member, own]) => [name, walk(member, own)]));
  };
  return walk(request, "") as Record<string, unknown>;
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

/** Whom a URL names, and JSON in a text, of which nobody knows what it is: but for settings that the document lists. */
function mayHoldSecret(value: string, { constraint }: Field): boolean {
  if (/:\/\/\S*@/.test(value)) return true;
  if (!/^\s*[[{"]|".*:/s.test(value)) return false;
  const listed = constraint?.kind === "config" ? constraint.keys.map(({ name }) => name) : [];
  try {
    const settings = JSON.parse(value) as unknown;
    if (typeof settings !== "object" || settings === null || Array.isArray(settings)) return true;
    return Object.entries(settings).some(([name, each]) => !listed.includes(name) || typeof each === "object" || /["@]/.test(String(each)));
  } catch {
    return true;
  }
}
