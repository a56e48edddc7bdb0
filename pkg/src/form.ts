/** A form that is being filled in: its state, for every keystroke. */
import * as wasm from "../wasm/kvspec.js";
import { CHINESE, contextText, FORM, isChinese, profileNumber } from "./check.js";
import { addEntry, closeEntries, isPlainObject, type Known, openEntries, parameterOf, standIn, UNKNOWN, WRITTEN, writeStandIn } from "./fields.js";
import { readCounts, readFindings } from "./findings.js";
import { type Names, namesOf, readable, readableFinding } from "./messages.js";
import type { Dotted, FormInput, FormValueOf, FormValues, PathOf, PlaceOf, PointerOf, Scalar, Settable, ValueOf } from "./paths.js";
import { type Condition, type Field, profileOf } from "./profiles.js";
import { type Found, recheck } from "./recheck.js";
import { begin, call, generation, put, read, trapped } from "./runtime.js";
import { asRequest, loneSurrogate, toJson } from "./text.js";
import type { Context, Diagnostic, Entries, Locale, ProfileId, Report, Requests } from "./types.js";
import { concerns, dotted, isEmpty, pattern, typed } from "./values.js";
import { classWord } from "./words.js";

export interface FormOptions<P extends ProfileId = ProfileId> {
  readonly locale?: Locale | undefined;
  /** The values to begin with. */
  readonly initial?: FormInput<P> | Entries | undefined;
  readonly context?: Context | undefined;
  /** What parameters are called in messages: `code` if absent. */
  readonly names?: Names | undefined;
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
export type FieldState<P extends ProfileId = ProfileId, K = PathOf<P>> = FieldOf<
  Dotted<K>,
  FormValueOf<P, Dotted<K>>,
  ValueOf<P, Dotted<K>> & Scalar
>;

/** The state of a field by its path, its value and its options. */
export interface FieldOf<K, V, O> {
  /** The path: names joined by points, such as `cacheInstance.azId.master` or `Instances.0.RegionId`. */
  readonly path: K;
  readonly value: V | undefined;
  /** Whether it was set to something since the form began. An empty input does not count. */
  readonly touched: boolean;
  /** Whether it was left: see `visit` and `visitAll`. */
  readonly visited: boolean;
  /** What was found in it, and in the object around it where that names the field: one of several must be there. */
  readonly diagnostics: readonly Diagnostic[];
  /** All errors, with those that a server found, and all warnings. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** The first error, and the first warning. */
  readonly error: string | undefined;
  readonly warning: string | undefined;
  /** The same once the field was left, or an order was tried: who is still typing is not scolded. A server's is shown at once. */
  readonly visibleError: string | undefined;
  readonly visibleWarning: string | undefined;
  /** Whether it must be there, as the other fields stand; in an element of a list that is not begun, as if it were. */
  readonly required: boolean;
  /** Whether it has a place in the request, as the other fields stand. */
  readonly applicable: boolean;
  /** The document's word for the type. */
  readonly type: Field["type"] | undefined;
  /** The values there are, if they can be listed: of the type that the request has. */
  readonly options: readonly O[] | undefined;
  readonly label: string;
  readonly hint: string;
  readonly default: string | undefined;
  readonly secret: boolean;
  /** What a password needs, and what of it is met. */
  readonly checklist: Checklist | undefined;
}

/** A form that never changes: made anew by each `set`, for React's `useSyncExternalStore`. */
export type FormSnapshot<P extends ProfileId = ProfileId> = SnapshotOf<FormValues<P>>;

/** A form at one moment, by its values. */
export interface SnapshotOf<V> {
  /** By the paths of their fields. */
  readonly values: V;
  readonly report: Report;
  readonly valid: boolean;
}

export interface Form<P extends ProfileId = ProfileId> {
  readonly profile: P;
  readonly locale: Locale | undefined;
  /**
   * Sets one field, by its path or the JSON Pointer to it. `""`, `null` and `undefined` empty it. An object or a list takes
   * the place of all fields that stood in it; one that is given as text stays text, and has no fields. Where the profile's
   * types are strict, text that is written as a number or boolean is one: `"3"` becomes 3 in a field of the type Integer.
   *
   * @throws TypeError for a path that the profile does not have.
   */
  set<const K extends PlaceOf<P>, const V>(path: K, value: V & Settable<P, Dotted<K>, V>): void;
  /** Sets several fields in the same way, and tells subscribers once. Names that there are not stay, and are found. */
  setAll(values: FormInput<P> | Entries): void;
  /** Back to the values it began with; no field has been left. */
  reset(): void;
  /** Notes that a field was left, so that its errors may be shown: for `onBlur`. */
  visit(path: PlaceOf<P>): void;
  /** Notes that an order was tried: the errors of all fields may be shown. */
  visitAll(): void;
  /** Whether the profile has a field of that path. */
  has(path: string): path is PlaceOf<P>;
  /** The state of one field. @throws TypeError for a path that the profile does not have. */
  field<const K extends PlaceOf<P>>(path: K): FieldState<P, K>;
  /**
   * Puts the errors that a server found with their fields, in the place of those that were put there before: findings, issues
   * of a schema, or anything with a path and a message. Each stays until its field is another; none makes the order invalid.
   * Returns those about no field of the profile.
   */
  setErrors<E extends FieldError>(errors: readonly E[]): E[];
  /** Every field of the profile that stands by itself, in the order of the document. */
  readonly fields: readonly (Field & { readonly path: PointerOf<P> })[];
  readonly report: Report;
  readonly valid: boolean;
  /** The request, if it is valid. Lists of a query string are written as the JSON text that travels. */
  request(): Requests[P] | undefined;
  /** Another language for messages, labels and hints. The values stay. */
  setLocale(locale: Locale | undefined): void;
  /** Other surroundings. The values stay. */
  setContext(context: Context | undefined): void;
  /** Calls back after each change; returns how to stop that. */
  subscribe(listener: () => void): () => void;
  getSnapshot(): FormSnapshot<P>;
}

/** An error of a field: the path as a form has it, as a JSON Pointer, or as the keys that lead to it. */
export interface FieldError {
  readonly path: string | readonly (string | number)[];
  readonly message: string;
}

let forms = 0;

interface Outlook {
  readonly required: ReadonlySet<string>;
  readonly inapplicable: ReadonlySet<string>;
  /** How many elements each list has; the one after them stands for all that are not begun. */
  readonly elements: ReadonlyMap<string, number>;
}

/** What is known of a path that was asked for. */
interface Slot {
  readonly path: string;
  /** As it crosses to WebAssembly. */
  readonly inner: string;
  readonly field: Field | undefined;
  /** Whether it is a field that stands by itself. */
  readonly single: boolean;
  /** Whether it is one that holds others. */
  readonly holds: boolean;
  readonly secret: boolean;
  /** Whether rules look at it. */
  readonly decisive: boolean;
  /** What the tables have of it, once that was asked for. */
  parameter: Known | undefined;
  touched: boolean;
  visited: boolean;
  /** What a server found in the value. */
  told: readonly string[];
  /** What stands for the value; 0 if only the value does. */
  standIn: number;
  /** Whether WebAssembly knows of the value what it means for the verdict, but has not kept it. */
  ahead: boolean;
}

/** What `form_set` says: see `pkg/bindings/src/form.rs`. */
const VALID = 2;
const UNSURE = 3;

const NONE: readonly string[] = [];

/** A path as it crosses to WebAssembly. */
const inner = (path: string): string => (path.includes(".") ? path.replaceAll(".", "/") : path);

/** A form for a profile. It holds its values itself, and needs no disposal. */
export function createForm<P extends ProfileId>(profile: P, options: FormOptions<P> = {}): Form<P> {
  return new FormState(profile, options as unknown as FormOptions) as unknown as Form<P>;
}

class FormState {
  readonly #id = (forms = (forms + 1) >>> 0);
  readonly #number: number;
  #chinese = false;
  #context = "";
  readonly #names: Names;
  /** Whether a text is no number, as it is in a query string. */
  readonly #strict: boolean;
  readonly #fields: ReadonlyMap<string, Field>;
  /** The fields that rules look at. */
  readonly #decisive: ReadonlySet<string>;
  readonly #initial: Readonly<Record<string, unknown>>;
  /** The places, too, in which fields stand: lists and their elements. */
  readonly #places: ReadonlySet<string>;
  readonly #listeners = new Set<() => void>();
  #values: Map<string, unknown>;
  /** Those of them that are secrets. */
  #secrets = new Set<Slot>();
  /** Every path that was asked for. */
  readonly #slots = new Map<string, Slot>();
  /** Those whose values WebAssembly has yet to keep. */
  #ahead: Slot[] = [];
  #generation = 0;
  #snapshot: FormSnapshot | undefined;
  #allVisited = false;
  readonly #typedLists = new Map<readonly string[], readonly Scalar[]>();
  locale: Locale | undefined;
  /** The verdict, where it is known. */
  #valid: boolean | undefined;
  #outlook: Outlook | undefined;
  #states = new Map<string, FieldState<ProfileId, string>>();

  constructor(
    readonly profile: ProfileId,
    options: FormOptions,
  ) {
    this.#number = profileNumber(profile);
    this.locale = options.locale;
    this.#chinese = isChinese(options.locale);
    this.#context = contextText(options.context);
    this.#names = namesOf(options.names);
    const { fields, rules, wire } = profileOf(profile);
    this.#strict = wire === "json";
    this.#fields = new Map(fields.map((field) => [field.path.slice(1), field]));
    this.#decisive = new Set(rules.flatMap(({ at, when }) => [at, ...when.flatMap(pathsOf)]).map((at) => at.slice(1)));
    this.#places = new Set(fields.flatMap(({ path }) => path.slice(1).split("/").map((_, end, keys) => keys.slice(0, end + 1).join("/"))));
    this.#initial = asRequest(options.initial ?? {}) as Readonly<Record<string, unknown>>;
    this.#values = this.#flat(this.#initial);
    this.#noteSecrets();
  }

  #noteSecrets(): void {
    this.#secrets = new Set([...this.#values.keys()].map((path) => this.#slot(path)).filter(({ secret }) => secret));
  }

  get fields(): readonly Field[] {
    return [...this.#fields.values()].filter((field) => field.holds === null);
  }

  has(path: string): boolean {
    return typeof path === "string" && this.#places.has(pattern(inner(dotted(path))));
  }

  /** Throws for a path that is none of the profile's, unless a value that was given with others stands there. */
  #assertKnown(path: string): void {
    if (this.#slots.has(path) || this.#values.has(path) || this.has(path)) return;
    const wanted = pattern(inner(String(path))).toLowerCase();
    const end = (path: string) => path.slice(path.lastIndexOf("/") + 1);
    const known = [...this.#fields.keys()];
    const alike =
      known.find((field) => isAlike(field.toLowerCase(), wanted)) ??
      known.find((field) => isAlike(end(field).toLowerCase(), end(wanted)));
    const hint = alike === undefined ? "" : `; did you mean ${JSON.stringify(alike.replaceAll("/", "."))}?`;
    throw new TypeError(`kvspec: ${this.profile} has no field ${JSON.stringify(path)}${hint}`);
  }

  set(path: string, value: unknown): void {
    path = dotted(path);
    this.#assertKnown(path);
    const slot = this.#slot(path);
    if (slot.holds) return this.setAll({ [path]: value });
    value = this.#typed(slot.field, asJson(value));
    assertWritable(value);
    const had = this.#values.has(path);
    const { standIn: before } = slot;
    const valid = this.#valid;
    if (!this.#put(slot, value)) return;
    const replaced = had && this.#values.has(path);
    // Which fields are required and applicable is not changed by the value of one that no rule looks at.
    if (!replaced || slot.decisive) this.#outlook = undefined;
    this.#forget();
    this.#cross(slot, value, replaced, before, valid);
    this.#tell();
  }

  #typed(field: Field | undefined, value: unknown): unknown {
    return this.#strict ? typed(field, value) : value;
  }

  setAll(given: FormInput | Entries): void {
    const values = asRequest(given) as Readonly<Record<string, unknown>>;
    const flat = this.#flat(values);
    let changed = false;
    const empty = (path: string) => {
      if (!flat.has(path)) changed = this.#put(this.#slot(path), undefined) || changed;
    };
    for (const path of Object.keys(values)) {
      empty(path);
      if (!this.#slot(path).holds) continue;
      for (const held of [...this.#values.keys()]) if (held.startsWith(`${path}.`)) empty(held);
    }
    for (const [path, value] of flat) changed = this.#put(this.#slot(path), value) || changed;
    if (changed) this.#reload();
  }

  reset(): void {
    this.#values = this.#flat(this.#initial);
    this.#noteSecrets();
    for (const slot of this.#slots.values()) {
      slot.touched = false;
      slot.visited = false;
      slot.told = NONE;
      slot.standIn = 0;
    }
    this.#allVisited = false;
    this.#reload();
  }

  visit(path: string): void {
    path = dotted(path);
    this.#assertKnown(path);
    const slot = this.#slot(path);
    if (slot.visited) return;
    slot.visited = true;
    this.#states.delete(path);
    this.#renew();
  }

  visitAll(): void {
    if (this.#allVisited) return;
    this.#allVisited = true;
    this.#states.clear();
    this.#renew();
  }

  setErrors(errors: readonly FieldError[]): FieldError[] {
    for (const slot of this.#slots.values()) slot.told = NONE;
    const others = errors.filter(({ path, message }) => {
      const at = dotted(typeof path === "string" ? path : path.join("."));
      if (!this.has(at)) return true;
      const slot = this.#slot(at);
      slot.told = [...slot.told, readable(this.profile, message, { names: this.#names, locale: this.locale })];
      return false;
    });
    this.#states.clear();
    this.#renew();
    return others;
  }

  /** What was found is what it was, and yet there is something new to be shown. */
  #renew(): void {
    if (this.#snapshot !== undefined) this.#snapshot = { ...this.#snapshot };
    this.#tell();
  }

  setLocale(locale: Locale | undefined): void {
    this.locale = locale;
    this.#chinese = isChinese(locale);
    this.#reload();
  }

  setContext(context: Context | undefined): void {
    this.#context = contextText(context);
    this.#reload();
  }

  /** Keeps a value; whether it is another than before. */
  #put(slot: Slot, value: unknown): boolean {
    const { path } = slot;
    if (!Object.is(this.#values.get(path), isEmpty(value) ? undefined : value)) slot.told = NONE;
    if (isEmpty(value)) {
      slot.touched = false;
      slot.standIn = 0;
      if (slot.secret) this.#secrets.delete(slot);
      return this.#values.delete(path);
    }
    slot.touched = true;
    if (Object.is(this.#values.get(path), value)) {
      // The value is no news, but having been touched may be.
      this.#states.delete(path);
      return false;
    }
    slot.standIn = 0;
    // What stood in the place of an object or a list that this is in gives way.
    if (slot.inner !== path) {
      for (let at = path.length; (at = path.lastIndexOf(".", at - 1)) > 0; ) {
        if (this.#put(this.#slot(path.slice(0, at)), undefined)) this.#generation = 0;
      }
    }
    this.#values.set(path, value);
    if (slot.secret) this.#secrets.add(slot);
    return true;
  }

  /** Forgets what was found. */
  #forget(): void {
    if (this.#states.size > 0) this.#states.clear();
    this.#snapshot = undefined;
    this.#valid = undefined;
  }

  #tell(): void {
    if (this.#listeners.size > 0) for (const listener of [...this.#listeners]) listener();
  }

  /** Everything may be another than before: it crosses anew with the next question. */
  #reload(): void {
    this.#outlook = undefined;
    this.#generation = 0;
    this.#forget();
    this.#tell();
  }

  /**
   * Passes one field to WebAssembly, which answers with the verdict. A value in the place of another is judged and not
   * kept: the last of many key presses is enough. Where the same would stand for it as for the one `before`, the
   * verdict is still what it was.
   */
  #cross(slot: Slot, value: unknown, replaced: boolean, before: number, valid: boolean | undefined): void {
    // Another form in its place, or a new instance: all values are loaded with the next question.
    if (this.#generation !== generation()) {
      this.#generation = 0;
      return;
    }
    const keep = !slot.secret && !(replaced && slot.single);
    const parameter = (slot.parameter ??= slot.single ? parameterOf(this.#number, slot.inner) : UNKNOWN);
    if (keep) {
      begin();
      const begun = openEntries();
      this.#writeAhead();
      addEntry(WRITTEN, slot.inner, isEmpty(value) ? undefined : value);
      this.#set(closeEntries(begun), true);
      return;
    }
    if (!slot.secret && !slot.ahead) {
      slot.ahead = true;
      this.#ahead.push(slot);
    }
    const it = typeof value === "string" ? standIn(parameter, value) : 0;
    slot.standIn = it;
    if (it !== 0 && it === before && valid !== undefined) {
      this.#valid = valid;
      return;
    }
    begin();
    const begun = openEntries();
    if (it !== 0) writeStandIn(parameter.number, it);
    else addEntry(parameter.number, slot.inner, isEmpty(value) ? undefined : value);
    this.#set(closeEntries(begun), false);
  }

  #set(changes: number, keep: boolean): void {
    let verdict: number;
    try {
      verdict = wasm.form_set(this.#id, changes, keep ? 1 : 0);
    } catch (cause) {
      trapped(cause);
    }
    if (verdict === 0) this.#generation = 0;
    else if (verdict !== UNSURE) this.#valid = verdict === VALID;
  }

  /** Writes the values that WebAssembly has yet to keep. */
  #writeAhead(): void {
    for (const slot of this.#ahead) {
      slot.ahead = false;
      // One that was taken away meanwhile is not kept.
      if (this.#values.has(slot.path)) addEntry(WRITTEN, slot.inner, this.#values.get(slot.path));
    }
    this.#ahead = [];
  }

  /** Values under the paths of their fields. */
  #flat(values: Readonly<Record<string, unknown>>): Map<string, unknown> {
    const flat = new Map<string, unknown>();
    const walk = (prefix: string, given: unknown): void => {
      const documented = pattern(inner(prefix));
      const field = this.#fields.get(documented);
      const value = asJson(given);
      // What is no list, or no object, where one belongs stays as it is, and is found to be wrong.
      const holds = field === undefined && this.#places.has(documented) ? "object" : field?.holds;
      const opens = holds === undefined || (holds !== null && (holds === "list") === Array.isArray(value));
      if (opens && typeof value === "object" && value !== null) {
        for (const [name, member] of Object.entries(value)) walk(prefix === "" ? name : `${prefix}.${name}`, member);
      } else if (!isEmpty(value)) {
        assertWritable(value);
        flat.set(prefix, this.#typed(field, value));
      }
    };
    walk("", values);
    return flat;
  }

  #slot(path: string): Slot {
    const known = this.#slots.get(path);
    if (known !== undefined) return known;
    if (/(^|\.)\d{4,}(\.|$)/.test(path)) throw new RangeError(`a list of a kvspec form has at most 1000 elements: ${path}`);
    const at = inner(path);
    const documented = pattern(at);
    const field = this.#fields.get(documented);
    const slot: Slot = {
      path,
      inner: at,
      field,
      single: field?.holds === null,
      holds: field === undefined ? this.#places.has(documented) : field.holds !== null,
      secret: field?.secret ?? false,
      decisive: this.#decisive.has(documented),
      parameter: undefined,
      touched: false,
      visited: false,
      told: NONE,
      standIn: 0,
      ahead: false,
    };
    this.#slots.set(path, slot);
    return slot;
  }

  /** Loads all values, and reads the verdict. */
  #load(): void {
    for (const slot of this.#ahead) slot.ahead = false;
    this.#ahead = [];
    begin();
    const begun = openEntries();
    for (const [path, value] of this.#values) {
      const slot = this.#slot(path);
      if (!slot.secret) addEntry(WRITTEN, slot.inner, value);
    }
    const values = closeEntries(begun);
    const context = put(this.#context);
    const flags = this.#chinese ? CHINESE : 0;
    read(
      call(() => wasm.form_load(this.#id, this.#number, values, context, flags)),
      this.#chinese,
    );
    this.#generation = generation();
    begin();
    this.#set(this.#writeSecrets(), false);
  }

  /** Secrets are not kept in WebAssembly: they go along with every question about findings. */
  #writeSecrets(): number {
    const begun = openEntries();
    for (const slot of this.#secrets) addEntry(WRITTEN, slot.inner, this.#values.get(slot.path));
    return closeEntries(begun);
  }

  /** Asks with the secrets, of this form in its place; loads it where another one was. */
  #ask(question: (id: number, changes: number, secrets: number) => number): number {
    const ask = () => {
      begin();
      const begun = openEntries();
      this.#writeAhead();
      const changes = closeEntries(begun);
      const secrets = this.#writeSecrets();
      return call(() => question(this.#id, changes, secrets));
    };
    if (this.#generation === generation()) {
      const answer = ask();
      if (answer !== 0) return answer;
    }
    this.#load();
    return ask();
  }

  /** What there is to say of all values, of which secrets are the last. */
  #found(): Found {
    // An object cannot be given that name as it is given others.
    if (this.#context === "" && !this.#values.has("__proto__")) {
      const request: Record<string, unknown> = {};
      for (const [path, value] of this.#values) if (!this.#isSecret(path)) request[path] = value;
      for (const { path } of this.#secrets) request[path] = this.#values.get(path);
      const found = recheck(this.#number, request, FORM, this.#chinese);
      if (found !== undefined) return found;
    }
    const out = read(this.#ask(wasm.form_check), this.#chinese);
    const summary = readCounts(out);
    return { summary, diagnostics: readFindings(out, summary, this.#chinese, false) };
  }

  #isSecret(path: string): boolean {
    for (const slot of this.#secrets) if (slot.path === path) return true;
    return false;
  }

  getSnapshot = (): FormSnapshot => {
    if (this.#snapshot === undefined) {
      const { summary, diagnostics: found } = this.#found();
      const diagnostics = this.#names === "code" ? found : found.map((each) => readableFinding(this.profile, each, this.#names, this.locale));
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
    if (this.#valid === undefined) {
      if (this.#generation !== generation()) this.#load();
      this.#valid ??= this.report.valid;
    }
    return this.#valid;
  }

  #look(): Outlook {
    if (this.#outlook === undefined) {
      const out = read(this.#ask(wasm.form_outlook), this.#chinese);
      const paths = () => new Set(Array.from({ length: out.number() }, () => out.text()));
      const lists = () => new Map(Array.from({ length: out.number() }, () => [out.text(), out.number()] as const));
      const outlook = { required: paths(), inapplicable: paths(), elements: lists() };
      // With half of a surrogate pair in it a form cannot be read. It will not stay, and what it hides is not kept.
      const torn = (value: unknown) => typeof value === "string" && loneSurrogate(value) >= 0;
      if ([...this.#values.values()].some(torn)) return outlook;
      this.#outlook = outlook;
    }
    return this.#outlook;
  }

  field(path: string): FieldState<ProfileId, string> {
    path = dotted(path);
    let state = this.#states.get(path);
    if (state === undefined) {
      this.#assertKnown(path);
      state = this.#state(path);
      this.#states.set(path, state);
    }
    return state;
  }

  #state(path: string): FieldState<ProfileId, string> {
    const slot = this.#slot(path);
    const { inner: at, field, touched } = slot;
    const visited = slot.visited || this.#allVisited;
    const { required, inapplicable, elements } = this.#look();
    const like = at.replace(/^(.*?)\/(\d+|\*)\//, (_, list: string, element: string) => {
      return `${list}/${Math.min(element === "*" ? Infinity : Number(element), elements.get(list) ?? 0)}/`;
    });
    const diagnostics = this.report.diagnostics.filter((found) => concerns(found, `/${at}`));
    const language = this.#chinese ? "zh" : "en";
    const value = this.#values.get(path) as Scalar | undefined;
    const messages = (wanted: Diagnostic["severity"]) => diagnostics.filter(({ severity }) => severity === wanted).map(({ message }) => message);
    const [errors, warnings] = [[...messages("error"), ...slot.told], messages("warning")];
    return {
      path,
      value,
      touched,
      visited,
      diagnostics,
      errors,
      warnings,
      error: errors[0],
      warning: warnings[0],
      visibleError: visited ? errors[0] : slot.told[0],
      visibleWarning: visited ? warnings[0] : undefined,
      required: required.has(like),
      applicable: !inapplicable.has(like),
      type: field?.type,
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
    const password = put(value === undefined ? "" : typeof value === "string" ? value : toJson(value));
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

  #options(field: Field | undefined, path: string): readonly Scalar[] | undefined {
    const values = this.#listed(field, path);
    if (!this.#strict || values === undefined) return values;
    // The same list for as long as it is the same.
    let typed = this.#typedLists.get(values);
    if (typed === undefined) this.#typedLists.set(values, (typed = values.map((value) => this.#typed(field, value) as Scalar)));
    return typed;
  }

  #listed(field: Field | undefined, path: string): readonly string[] | undefined {
    const constraint = field?.constraint;
    if (constraint?.kind === "one-of") return constraint.values;
    if (constraint?.kind !== "one-of-by") return undefined;
    const decider = path.replace(/[^.]*$/, constraint.decidedBy);
    const decided = this.#values.get(decider) ?? this.#slot(decider).field?.default;
    return constraint.cases.find(({ value }) => value === decided)?.values;
  }

  request(): unknown {
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
    return JSON.parse(toJson(this.#plain(root, ""))) as unknown;
  }

  /** Values as a request has them; lists as the JSON text that travels, where it does. */
  #plain(tree: Tree, at: string): unknown {
    const out: [string, unknown][] = [];
    for (const [name, value] of tree) {
      const path = `${at}/${name}`;
      const field = this.#fields.get(path.slice(1));
      if (!(value instanceof Map)) out.push([name, value]);
      else if (field?.holds !== "list") out.push([name, this.#plain(value, path)]);
      else {
        const list = this.#list(value, `${path}/*`);
        out.push([name, field.type === "Array" ? list : toJson(list)]);
      }
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
  if ("other" in condition) return [condition.path, condition.other];
  if (condition.kind === "passes") return condition.paths;
  if (condition.kind === "either") return condition.conditions.flatMap(pathsOf);
  return condition.kind === "no-element" ? [condition.path, ...pathsOf(condition.condition)] : [condition.path];
}

/** Whether two names differ in no more than one letter, or two that changed places. */
function isAlike(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (text: string, from: number) => text.slice(from);
  return (
    rest(a, at + 1) === rest(b, at + 1) ||
    rest(a, at + 1) === rest(b, at) ||
    rest(a, at) === rest(b, at + 1) ||
    (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2))
  );
}

/** A value as JSON has it, where that is another: a date is a text there. */
function asJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return isPlainObject(value) && !("toJSON" in value) ? value : JSON.parse(toJson(value));
}

/** Throws for what JSON cannot hold, before a form holds it. */
function assertWritable(value: unknown): void {
  if (typeof value === "object" && value !== null) toJson(value);
}
