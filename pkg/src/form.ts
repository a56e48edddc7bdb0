/** A form that is being filled in: its state, for every keystroke. */
import * as wasm from "../wasm/kvspec.js";
import { CHINESE, contextText, isChinese, profileNumber } from "./check.js";
import { writeEntries } from "./fields.js";
import { readCounts, readFindings } from "./findings.js";
import { type Condition, type Field, profileOf } from "./profiles.js";
import { begin, call, generation, put, read } from "./runtime.js";
import { toJson } from "./text.js";
import type { Context, Diagnostic, Locale, ProfileId, Report, Requests } from "./types.js";
import { classWord } from "./words.js";

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
const inner = (path: string): string => (path.includes(".") ? path.replaceAll(".", "/") : path);

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
  /** The fields that rules look at. */
  readonly #decisive: ReadonlySet<string>;
  readonly #initial: Readonly<Record<string, unknown>>;
  readonly #listeners = new Set<() => void>();
  #values: Map<string, unknown>;
  /** The paths of those that are secrets. */
  #secrets = new Set<string>();
  /** The field of each path that was asked for. */
  readonly #known = new Map<string, Field | undefined>();
  #touched = new Set<string>();
  #generation = 0;
  #snapshot: FormSnapshot | undefined;
  /** The verdict, where it is known. */
  #valid: boolean | undefined;
  #outlook: Outlook | undefined;
  #states = new Map<string, FieldState>();

  constructor(
    readonly profile: P,
    options: FormOptions,
  ) {
    this.#number = profileNumber(profile);
    this.#chinese = isChinese(options.locale);
    this.#context = contextText(options.context);
    const { fields, rules } = profileOf(profile);
    this.#fields = new Map(fields.map((field) => [field.path.slice(1), field]));
    this.#decisive = new Set(rules.flatMap(({ at, when }) => [at, ...when.flatMap(pathsOf)]).map((at) => at.slice(1)));
    this.#initial = options.initial ?? {};
    this.#values = this.#flat(this.#initial);
    this.#noteSecrets();
  }

  #noteSecrets(): void {
    this.#secrets = new Set([...this.#values.keys()].filter((path) => this.#fieldAt(path)?.secret));
  }

  get fields(): readonly Field[] {
    return [...this.#fields.values()].filter((field) => field.holds === null);
  }

  set(path: string, value: unknown): void {
    const had = this.#values.has(path);
    if (!this.#put(path, value)) return;
    // Which fields are required and applicable is not changed by the value of one that no rule looks at.
    const outlook = had && this.#values.has(path) && !this.#decisive.has(pattern(inner(path))) ? this.#outlook : undefined;
    this.#changed(path, outlook);
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
    this.#noteSecrets();
    this.#touched.clear();
    this.#generation = 0;
    this.#changed();
  }

  /** Keeps a value; whether it is another than before. */
  #put(path: string, value: unknown): boolean {
    const secret = this.#fieldAt(path)?.secret;
    if (isEmpty(value)) {
      this.#touched.delete(path);
      this.#secrets.delete(path);
      return this.#values.delete(path);
    }
    this.#touched.add(path);
    if (Object.is(this.#values.get(path), value)) {
      // The value is no news, but having been touched may be.
      this.#states.delete(path);
      return false;
    }
    this.#values.set(path, value);
    if (secret) this.#secrets.add(path);
    return true;
  }

  /** Forgets what was found; sets the one field if only that changed. */
  #changed(path?: string, outlook?: Outlook): void {
    this.#outlook = outlook;
    if (this.#states.size > 0) this.#states.clear();
    this.#snapshot = undefined;
    this.#valid = undefined;
    // Another form in its place, or a new instance: all values are loaded with the next question.
    if (path === undefined || this.#generation !== generation()) this.#generation = 0;
    else if (!this.#secrets.has(path)) this.#cross(path);
    if (this.#listeners.size > 0) for (const listener of [...this.#listeners]) listener();
  }

  /** Passes one field to WebAssembly. */
  #cross(path: string): void {
    begin();
    const changes = writeEntries([[inner(path), this.#values.get(path)]]);
    if (call(() => wasm.form_set(this.#id, changes)) === 0) this.#generation = 0;
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
    if (this.#known.has(path)) return this.#known.get(path);
    if (/(^|\.)\d{4,}(\.|$)/.test(path)) throw new RangeError(`a list of a kvspec form has at most 1000 elements: ${path}`);
    const field = this.#fields.get(pattern(inner(path)));
    this.#known.set(path, field);
    return field;
  }

  /** Secrets are not kept in WebAssembly: they go along with every call. */
  #writeSecrets(): number {
    if (this.#secrets.size === 0) return 0;
    return writeEntries([...this.#secrets].map((path) => [inner(path), this.#values.get(path)]));
  }

  /** Asks with the secrets, of this form in its place; loads it where another one was. */
  #ask(question: (id: number, secrets: number) => number): number {
    const ask = () => {
      begin();
      const secrets = this.#writeSecrets();
      return call(() => question(this.#id, secrets));
    };
    if (this.#generation === generation()) {
      const answer = ask();
      if (answer !== 0) return answer;
    }
    begin();
    const kept = [...this.#values].filter(([path]) => !this.#secrets.has(path));
    const values = writeEntries(kept.map(([path, value]) => [inner(path), value]));
    const context = put(this.#context);
    const flags = this.#chinese ? CHINESE : 0;
    read(
      call(() => wasm.form_load(this.#id, this.#number, values, context, flags)),
      this.#chinese,
    );
    this.#generation = generation();
    return ask();
  }

  getSnapshot = (): FormSnapshot => {
    if (this.#snapshot === undefined) {
      const out = read(this.#ask(wasm.form_check), this.#chinese);
      const summary = readCounts(out);
      const diagnostics = readFindings(out, summary, this.#chinese, false);
      const report = { profile: this.profile, valid: summary.errors === 0, summary, diagnostics };
      this.#snapshot = { values: Object.fromEntries(this.#values), report, valid: report.valid };
      this.#valid = report.valid;
    }
    return this.#snapshot;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  get report(): Report {
    return this.getSnapshot().report;
  }

  get valid(): boolean {
    return (this.#valid ??= this.#ask(wasm.form_valid) === 2);
  }

  #look(): Outlook {
    if (this.#outlook === undefined) {
      const out = read(this.#ask(wasm.form_outlook), this.#chinese);
      const paths = () => new Set(Array.from({ length: out.number() }, () => out.text()));
      this.#outlook = { required: paths(), inapplicable: paths() };
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
      checklist: this.#checklist(field, at, value),
    };
  }

  #checklist(field: Field | undefined, at: string, value: unknown): Checklist | undefined {
    const rule = field?.constraint;
    if (rule?.kind !== "password") return undefined;
    begin();
    const path = put(at);
    const password = put(value === undefined ? "" : String(value));
    const out = read(
      call(() => wasm.checklist(this.#number, path, password)),
      this.#chinese,
    );
    const count = out.number();
    const wrong = out.number();
    const met = out.number();
    const { min, max, atLeast: need, classes, special: allowed = null, refused = null } = rule;
    return {
      length: { count, min, max, met: min <= count && count <= max },
      need,
      classes: classes.map((id, place) => ({ id, label: classWord(id, this.#chinese), met: (met & (1 << place)) !== 0 })),
      characters: { allowed, refused, count: wrong, met: wrong === 0 },
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
    if (!this.valid) return undefined;
    const root: Tree = new Map();
    for (const [path, value] of this.#values) {
      const keys = path.split(".");
      const last = keys.pop() as string;
      let at = root;
      for (const key of keys) {
        let next = at.get(key) as Tree | undefined;
        if (!(next instanceof Map)) at.set(key, (next = new Map()));
        at = next;
      }
      at.set(last, value);
    }
    return JSON.parse(toJson(this.#plain(root, ""))) as Requests[P];
  }

  /** Values as a request has them; lists as the JSON text that travels. */
  #plain(tree: Tree, at: string): unknown {
    const out: [string, unknown][] = [];
    for (const [name, value] of tree) {
      const path = `${at}/${name}`;
      if (!(value instanceof Map)) out.push([name, value]);
      else if (this.#fields.get(path.slice(1))?.holds === "list") out.push([name, toJson(this.#list(value, `${path}/*`))]);
      else out.push([name, this.#plain(value, path)]);
    }
    return Object.fromEntries(out);
  }

  /** Elements between those that have values are empty. */
  #list(tree: Tree, at: string): unknown[] {
    const places = [...tree.keys()].filter((key) => /^\d+$/.test(key)).map(Number);
    return Array.from({ length: 1 + Math.max(...places) }, (_, index) => {
      const value = tree.get(String(index)) ?? new Map();
      return value instanceof Map ? this.#plain(value, at) : value;
    });
  }
}

/** Values by name, as deep as their paths are long. */
type Tree = Map<string, unknown>;

/** The fields that a condition looks at. */
function pathsOf(condition: Condition): readonly string[] {
  if ("outer" in condition) return [condition.path, condition.outer];
  return condition.kind === "no-element" ? [condition.path, ...pathsOf(condition.condition)] : [condition.path];
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";

/** The path of a field in the profile: the elements of lists have no numbers there. */
const pattern = (path: string): string => path.replace(/\/\d+(?=\/|$)/g, "/*");
