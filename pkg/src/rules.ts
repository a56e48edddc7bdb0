/**
 * Rules for the forms that people have: Ant Design 4 to 6 (`rulesFor`), and whatever takes the rules of async-validator
 * (`validatorsFor`): Element Plus, Fusion's Field and others. `bind` has all of a field beside them: required mark, label,
 * hint, options, visibility, and every error.
 *
 * @packageDocumentation
 */
import {
  check,
  type CheckOptions,
  type Condition,
  type Diagnostic,
  type FieldState,
  type Form,
  type Locale,
  type Names,
  type PlaceOf,
  type ProfileId,
  profileOf,
  readable,
} from "kvspec";
import { follow, localeOf, requestOf } from "./follow.js";
import { concerns, dotted, isEmpty, pattern, typed } from "./values.js";

/** A path as forms write names: a name, names joined by points, a JSON Pointer, or the keys that lead to it. */
export type NamePath<P extends ProfileId = ProfileId> = PlaceOf<P> | readonly (string | number)[];

/** What is asked of Ant Design's form. */
export interface AntdForm {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getFieldsValue(all: true): any;
}

/** A rule, as Ant Design's `Form.Item` takes it. */
export type AntdRule = (form: AntdForm) => { warningOnly: boolean; validator: () => Promise<void> };

/** A rule, as async-validator takes it, and with it Element Plus and Fusion. */
export interface ValidatorRule {
  readonly validator: (rule: unknown, value: unknown, callback: (errors?: string[]) => void) => void;
  readonly trigger?: string | string[];
}

export interface RulesOptions extends Omit<CheckOptions, "level" | "locale"> {
  /** What the form's values are as a request; the values themselves if absent. */
  readonly toRequest?: ((values: Record<string, unknown>) => object) | undefined;
  /** The language of messages, or what it is at the moment. */
  readonly locale?: Locale | (() => Locale | undefined) | undefined;
  /** What parameters are called in messages: `code` if absent. */
  readonly names?: Names | undefined;
}

const pointer = (name: NamePath): string => `/${typeof name === "string" ? dotted(name).replaceAll(".", "/") : name.join("/")}`;

/** Whether a field is there, or a list or an object. */
function isPlace(profile: ProfileId, path: string): boolean {
  const wanted = pattern(path);
  return profileOf(profile).fields.some((field) => field.path === wanted || field.path.startsWith(`${wanted}/`));
}

/** The path of a field that there is, or a list or an object; an error for others. */
function known(profile: ProfileId, name: NamePath): string {
  const path = pointer(name);
  if (!isPlace(profile, path)) {
    throw new TypeError(`kvspec: ${profile} has no field ${JSON.stringify(path.slice(1).replaceAll("/", "."))}`);
  }
  return path;
}

/** Findings of the values that were checked last: each field of a form asks for them by itself. */
interface Cache {
  key: string;
  diagnostics: readonly Diagnostic[];
}
const caches = new WeakMap<object, Map<string, Cache>>();

function findings(form: object, values: Record<string, unknown>, profile: ProfileId, options: RulesOptions): readonly Diagnostic[] {
  const request = requestOf(options, values);
  const key = JSON.stringify([request, options.context]);
  const { toRequest: _, names: __, ...rest } = options;
  const locale = localeOf(options);
  const slot = `${profile} ${locale ?? ""}`;
  let cache = caches.get(form);
  if (cache === undefined) caches.set(form, (cache = new Map()));
  const before = cache.get(slot);
  if (before?.key === key) return before.diagnostics;
  const { diagnostics } = check(profile, order(profile, JSON.parse(request) as object) as never, { form: true, ...rest, locale, level: "warning" });
  cache.set(slot, { key, diagnostics });
  return diagnostics;
}

/** The order that the values are, as `createForm` reads them: what nobody filled in is absent, and text is what it says. */
function order(profile: ProfileId, values: object): unknown {
  const { fields, wire } = profileOf(profile);
  const read = (path: string, value: unknown): unknown => {
    if (Array.isArray(value)) return Array.from(value, (member, index) => read(`${path}/${index}`, member ?? {}));
    if (typeof value === "object" && value !== null) {
      const members = Object.entries(value).filter(([, member]) => !isEmpty(member));
      return Object.fromEntries(members.map(([name, member]) => [name, read(`${path}/${name}`, member)]));
    }
    if (wire !== "json" || typeof value !== "string") return value;
    const documented = pattern(path);
    return typed(fields.find((field) => field.path === documented), value);
  };
  const tree: Tree = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.includes(".") && isPlace(profile, pointer(name))) plant(tree, name.split("."), value);
    else tree[name] = value;
  }
  return read("", tree);
}

type Tree = Record<string, unknown>;

/** Puts a value that was named by a path where it belongs. */
function plant(tree: Tree, keys: readonly string[], value: unknown): void {
  const [key, next, ...rest] = keys as [string, ...string[]];
  if (next === undefined) {
    tree[key] = value;
    return;
  }
  if (typeof tree[key] !== "object" || tree[key] === null) tree[key] = /^\d+$/.test(next) ? [] : {};
  plant(tree[key] as Tree, [next, ...rest], value);
}

function messages(found: readonly Diagnostic[], severity: Diagnostic["severity"], path: string, profile: ProfileId, options: RulesOptions): string[] {
  const told = found.filter((each) => each.severity === severity && concerns(each, path));
  const wording = { names: options.names ?? "code", locale: localeOf(options) } as const;
  return told.map(({ message }) => readable(profile, message, wording));
}

/**
 * The rules of one field for Ant Design: errors, which block, and warnings, which do not. Use `dependenciesOf`
 * beside it, so that the field is judged again when another changes what it may be.
 *
 * @throws TypeError for a profile or a field that there is not.
 */
export function rulesFor<const P extends ProfileId>(profile: P, name: NamePath<P>, options: RulesOptions = {}): AntdRule[] {
  const path = known(profile, name);
  const rule = (severity: Diagnostic["severity"], warningOnly: boolean): AntdRule => {
    return (form) => ({
      warningOnly,
      validator: () => {
        const found = findings(form, form.getFieldsValue(true) as Record<string, unknown>, profile, options);
        const told = messages(found, severity, path, profile, options);
        if (told.length === 0) return Promise.resolve();
        // One error by itself has a trace; several are shown below each other.
        return Promise.reject(told.length === 1 ? new Error(told[0]) : told.map((message) => new Error(message)));
      },
    });
  };
  return [rule("error", false), rule("warning", true)];
}

export interface ValidatorOptions extends RulesOptions {
  /** The values of the form as they are. */
  readonly values: () => Record<string, unknown>;
  /** When a rule runs, where the form asks for it: Element Plus has `blur` and `change`. */
  readonly trigger?: string | string[] | undefined;
}

/**
 * The rules of one field for whatever takes async-validator's: one that gives every error of the field.
 *
 * @throws TypeError for a profile or a field that there is not.
 */
export function validatorsFor<const P extends ProfileId>(profile: P, name: NamePath<P>, options: ValidatorOptions): ValidatorRule[] {
  const path = known(profile, name);
  const { values, trigger, ...rest } = options;
  return [
    {
      ...(trigger !== undefined && { trigger }),
      validator(_, __, callback) {
        const found = findings(options, values(), profile, rest);
        const told = messages(found, "error", path, profile, rest);
        if (told.length === 0) callback();
        else callback(told);
      },
    },
  ];
}

/** The other fields that bear on this one: what Ant Design calls its `dependencies`. */
export function dependenciesOf<const P extends ProfileId>(profile: P, name: NamePath<P>): (string | (string | number)[])[] {
  const path = known(profile, name);
  const wanted = pattern(path);
  const places = path.split("/");
  const found = new Set<string>();
  const read = (condition: Condition): void => {
    if (condition.kind === "passes") {
      for (const each of condition.paths) found.add(each);
      return;
    }
    if (condition.kind === "either") {
      condition.conditions.forEach(read);
      return;
    }
    found.add(condition.path);
    if ("other" in condition) found.add(condition.other);
    if ("outer" in condition) found.add(condition.outer);
    if (condition.kind === "no-element") read(condition.condition);
  };
  const all = profileOf(profile);
  for (const rule of all.rules) {
    const isOneOf = rule.code === "required-one-of" && rule.when.some((condition) => "path" in condition && condition.path === wanted);
    if (isOneOf || rule.at === wanted) rule.when.forEach(read);
  }
  const field = all.fields.find((each) => each.path === wanted);
  if (field?.constraint?.kind === "one-of-by") {
    found.add(wanted.replace(/[^/]*$/, field.constraint.decidedBy));
  }
  found.delete(wanted);
  return [...found].map((other) => {
    // The same element of the list as this field's.
    const keys = other
      .split("/")
      .map((key, index) => (key === "*" ? (places[index] ?? key) : key))
      .slice(1);
    return keys.length === 1 ? (keys[0] as string) : keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  });
}

export interface BindOptions extends RulesOptions {
  /** The values of the form as they are; not needed where each call brings them. */
  readonly values?: (() => Record<string, unknown>) | undefined;
  readonly trigger?: string | string[] | undefined;
}

/** A form of somebody else's, with what kvspec knows of its fields. */
export interface Bound<P extends ProfileId> {
  /** All that is known of a field under the values as they are: label, required, applicable, options, errors and more. */
  field<const K extends PlaceOf<P>>(path: K, values?: Record<string, unknown>): FieldState<P, K>;
  /** Ant Design's rules. */
  antd(path: NamePath<P>): AntdRule[];
  /** async-validator's rules, for Element Plus and Fusion. */
  validators(path: NamePath<P>): ValidatorRule[];
  dependencies(path: NamePath<P>): (string | (string | number)[])[];
  /** Every finding about the values as they are, also where the form has no field. */
  findings(values?: Record<string, unknown>): readonly Diagnostic[];
  /** The order, once there are no errors. */
  request(values?: Record<string, unknown>): ReturnType<Form<P>["request"]>;
}

/** Binds a profile to a form that keeps its values itself. Messages have labels unless `names` says otherwise. */
export function bind<const P extends ProfileId>(profile: P, options: BindOptions = {}): Bound<P> {
  const wording: BindOptions = { ...options, names: options.names ?? "label" };
  const { form, take } = follow(profile, options);
  const values = options.values ?? (() => ({}));
  const formOf = (given: Record<string, unknown> | undefined): Form<P> => (take(given ?? values()), form);
  return {
    field: (path, given) => formOf(given).field(path),
    antd: (path) => rulesFor(profile, path, wording),
    validators: (path) => validatorsFor(profile, path, { ...wording, values }),
    dependencies: (path) => dependenciesOf(profile, path),
    findings: (given) => formOf(given).report.diagnostics,
    request: (given) => formOf(given).request(),
  };
}
