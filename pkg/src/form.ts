/** A form that is being filled in: its state, for every keystroke. */
import * as wasm from "../wasm/kvspec.js";
import { contextText, countsOf, isChinese, profileNumber, withoutText } from "./check.js";
import { type Field, profileOf } from "./profiles.js";
import { call, generation, result } from "./runtime.js";
import { toJson } from "./text.js";
import type { Context, Diagnostic, Locale, ProfileId, Report, Requests } from "./types.js";

export interface FormOptions {
  readonly locale?: Locale | undefined;
  /** The values to begin with: a request, or values under the paths of their fields. */
  readonly initial?: Readonly<Record<string, unknown>> | undefined;
  readonly context?: Context | undefined;
}

/** One thing that a password needs. */
export interface Checklist {
  readonly length: { readonly count: number; readonly min: number; readonly max: number; readonly met: boolean };
  /** How many of the classes must be met. */
  readonly need: number;
  readonly classes: readonly { readonly id: string; readonly label: string; readonly met: boolean }[];
  /** Special characters: those that are allowed, or those that are refused, and how many are wrong. */
  readonly characters: {
    readonly allowed: string | null;
    readonly refused: string | null;
    readonly count: number;
    readonly met: boolean;
  };
}

/** What a form needs to draw one field. */
export interface FieldState {
  /** The path: names joined by points, such as `cacheInstance.azId.master` or `Instances.0.RegionId`. */
  readonly path: string;
  readonly value: unknown;
  /** Whether it was set to something since the form began. An empty input does not count. */
  readonly touched: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** The first error, and the first warning. */
  readonly error: string | undefined;
  readonly warning: string | undefined;
  /** Whether it must be there, as the other fields stand. */
  readonly required: boolean;
  /** Whether it has a place in the request, as the other fields stand. */
  readonly applicable: boolean;
  /** The values there are, if they can be listed. */
  readonly options: readonly string[] | undefined;
  readonly label: string;
  readonly hint: string;
  readonly default: string | undefined;
  readonly secret: boolean;
  /** What a password needs, and what of it is met. */
  readonly checklist: Checklist | undefined;
}

/** A form that never changes: made anew by each `set`, for React's `useSyncExternalStore`. */
export interface FormSnapshot {
  readonly values: Readonly<Record<string, unknown>>;
  readonly report: Report;
  readonly valid: boolean;
}

export interface Form<P extends ProfileId = ProfileId> {
  readonly profile: P;
  /** Sets one field. `""`, `null` and `undefined` empty it. */
  set(path: string, value: unknown): void;
  /** Sets several fields, and tells subscribers once. */
  setAll(values: Readonly<Record<string, unknown>>): void;
  /** Back to the values it began with. */
  reset(): void;
  field(path: string): FieldState;
  /** Every field of the profile that stands by itself, in the order of the document. */
  readonly fields: readonly Field[];
  readonly report: Report;
  readonly valid: boolean;
  /** The request, if it is valid. Lists of a query string are written as the JSON text that travels. */
  request(): Requests[P] | undefined;
  /** Calls back after each change; returns how to stop that. */
  subscribe(listener: () => void): () => void;
  getSnapshot(): FormSnapshot;
}

let forms = 0;

interface Outlook {
  readonly required: ReadonlySet<string>;
  readonly inapplicable: ReadonlySet<string>;
}

/** A path as it crosses to WebAssembly. */
const inner = (path: string): string => path.replaceAll(".", "/");

/** A form for a profile. It holds its values itself, and needs no disposal. */
export function createForm<P extends ProfileId>(profile: P, options: FormOptions = {}): Form<P> {
  return new FormState(profile, options);
}

class FormState<P extends ProfileId> implements Form<P> {
  readonly #id = (forms = (forms + 1) >>> 0);
  readonly #number: number;
  readonly #chinese: boolean;
  readonly #context: string;
  readonly #fields: ReadonlyMap<string, Field>;
  readonly #initial: Readonly<Record<string, unknown>>;
  readonly #listeners = new Set<() => void>();
  #values: Map<string, unknown>;
  #touched = new Set<string>();
  #generation = 0;
  #snapshot: FormSnapshot | undefined;
  #outlook: Outlook | undefined;
  #states = new Map<string, FieldState>();

  constructor(
    readonly profile: P,
    options: FormOptions,
  ) {
    this.#number = profileNumber(profile);
    this.#chinese = isChinese(options.locale);
    this.#context = contextText(options.context);
    this.#fields = new Map(profileOf(profile).fields.map((field) => [field.path.slice(1), field]));
    this.#initial = options.initial ?? {};
    this.#values = this.#flat(this.#initial);
  }

  get fields(): readonly Field[] {
    return [...this.#fields.values()].filter((field) => field.holds === null);
  }

  set(path: string, value: unknown): void {
    if (this.#put(path, value)) this.#changed(path);
  }

  setAll(values: Readonly<Record<string, unknown>>): void {
    const flat = this.#flat(values);
    let changed = false;
    for (const path of Object.keys(values)) {
      if (isEmpty(values[path])) changed = this.#put(path, undefined) || changed;
    }
    for (const [path, value] of flat) changed = this.#put(path, value) || changed;
    if (changed) this.#changed();
  }

  reset(): void {
    this.#values = this.#flat(this.#initial);
    this.#touched.clear();
    this.#generation = 0;
    this.#changed();
  }

  /** Keeps a value; whether it is another than before. */
  #put(path: string, value: unknown): boolean {
    this.#fieldAt(path);
    if (isEmpty(value)) {
      this.#touched.delete(path);
      return this.#values.delete(path);
    }
    this.#touched.add(path);
    if (Object.is(this.#values.get(path), value)) {
      // The value is no news, but having been touched may be.
      this.#states.delete(path);
      return false;
    }
    this.#values.set(path, value);
    return true;
  }

  /** Checks anew, by way of the one field if only that changed. */
  #changed(path?: string): void {
    this.#outlook = undefined;
    this.#states.clear();
    this.#snapshot = undefined;
    if (path === undefined) this.#generation = 0;
    else this.#check(path);
    for (const listener of [...this.#listeners]) listener();
  }

  /** Values under the paths of their fields. */
  #flat(values: Readonly<Record<string, unknown>>): Map<string, unknown> {
    const flat = new Map<string, unknown>();
    const walk = (prefix: string, value: unknown): void => {
      const field = this.#fields.get(pattern(inner(prefix)));
      const holds = field === undefined || field.holds !== null;
      if (holds && typeof value === "object" && value !== null) {
        for (const [name, member] of Object.entries(value)) walk(prefix === "" ? name : `${prefix}.${name}`, member);
      } else if (!isEmpty(value)) {
        flat.set(prefix, value);
      }
    };
    walk("", values);
    return flat;
  }

  #fieldAt(path: string): Field | undefined {
    const field = this.#fields.get(pattern(inner(path)));
    if (/(^|\.)\d{4,}(\.|$)/.test(path)) throw new RangeError(`a list of a kvspec form has at most 1000 elements: ${path}`);
    return field;
  }

  /** Secrets are not kept in WebAssembly: they go along with every call. */
  #secrets(): string {
    let text = "";
    for (const [path, value] of this.#values) {
      if (this.#fieldAt(path)?.secret) text += `${inner(path)}\0${toJson(value)}\0`;
    }
    return text;
  }

  /** Calls with this form in place; loads it where another one was. */
  #with(act: () => string | undefined): string {
    if (this.#generation === generation()) {
      const text = call(act);
      if (text !== undefined) return text;
    }
    let values = "";
    for (const [path, value] of this.#values) {
      if (!this.#fieldAt(path)?.secret) values += `${inner(path)}\0${toJson(value)}\0`;
    }
    const refused = call(() => wasm.form_load(this.#id, this.#number, values, this.#chinese, this.#context));
    if (refused !== "") result(refused);
    this.#generation = generation();
    return call(act) as string;
  }

  #check(path = ""): FormSnapshot {
    const secret = path !== "" && this.#fieldAt(path)?.secret === true;
    const value = this.#values.get(path);
    const json = path === "" || secret || value === undefined ? "" : toJson(value);
    const at = secret ? "" : inner(path);
    const secrets = this.#secrets();
    const text = this.#with(() => wasm.form_set(this.#id, at, json, secrets));
    const diagnostics = withoutText(result<Diagnostic[]>(text));
    const summary = countsOf(diagnostics);
    const report = { profile: this.profile, valid: summary.errors === 0, summary, diagnostics };
    this.#snapshot = { values: Object.fromEntries(this.#values), report, valid: report.valid };
    return this.#snapshot;
  }

  getSnapshot = (): FormSnapshot => this.#snapshot ?? this.#check();

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get report(): Report {
    return this.getSnapshot().report;
  }

  get valid(): boolean {
    return this.getSnapshot().valid;
  }

  #look(): Outlook {
    if (this.#outlook === undefined) {
      const secrets = this.#secrets();
      const text = this.#with(() => wasm.form_outlook(this.#id, secrets));
      const { required, inapplicable } = result<{ required: string[]; inapplicable: string[] }>(text);
      this.#outlook = { required: new Set(required), inapplicable: new Set(inapplicable) };
    }
    return this.#outlook;
  }

  field(path: string): FieldState {
    let state = this.#states.get(path);
    if (state === undefined) {
      state = this.#state(path);
      this.#states.set(path, state);
    }
    return state;
  }

  #state(path: string): FieldState {
    const at = inner(path);
    const field = this.#fieldAt(path);
    const { required, inapplicable } = this.#look();
    const diagnostics = this.report.diagnostics.filter((found) => found.path === `/${at}`);
    const language = this.#chinese ? "zh" : "en";
    const value = this.#values.get(path);
    let checklist: Checklist | undefined;
    if (field?.constraint?.kind === "password") {
      const password = value === undefined ? "" : String(value);
      const text = call(() => wasm.checklist(this.#number, at, password, this.#chinese));
      if (text !== undefined) checklist = result<Checklist>(text);
    }
    return {
      path,
      value,
      touched: this.#touched.has(path),
      diagnostics,
      error: diagnostics.find(({ severity }) => severity === "error")?.message,
      warning: diagnostics.find(({ severity }) => severity === "warning")?.message,
      required: required.has(at),
      applicable: !inapplicable.has(at),
      options: this.#options(field, path),
      label: field?.label[language] ?? path,
      hint: field?.hint[language] ?? "",
      default: field?.default,
      secret: field?.secret ?? false,
      checklist,
    };
  }

  #options(field: Field | undefined, path: string): readonly string[] | undefined {
    const constraint = field?.constraint;
    if (constraint?.kind === "one-of") return constraint.values;
    if (constraint?.kind !== "one-of-by") return undefined;
    const decider = path.replace(/[^.]*$/, constraint.decidedBy);
    const decided = this.#values.get(decider) ?? this.#fieldAt(decider)?.default;
    return constraint.cases.find(({ value }) => value === decided)?.values;
  }

  request(): Requests[P] | undefined {
    const secrets = this.#secrets();
    const text = this.#with(() => wasm.form_request(this.#id, secrets));
    return text === "" ? undefined : (JSON.parse(text) as Requests[P]);
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** The path of a field in the profile: the elements of lists have no numbers there. */
const pattern = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, "/*");
