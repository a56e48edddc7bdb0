/** Rules for Ant Design's `Form.Item`, which takes no Standard Schema. */
import { check, type CheckOptions, type Condition, type Diagnostic, type ProfileId, profiles } from "kvspec";

/** A path as Ant Design writes names: a name, or the keys that lead to it. */
export type NamePath = string | readonly (string | number)[];

/** What is asked of Ant Design's form. */
export interface FormValues {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  getFieldsValue(all: true): any;
}

/** A rule, as `Form.Item` takes it. */
export type FormRule = (form: FormValues) => { warningOnly: boolean; validator: () => Promise<void> };

const pointer = (name: NamePath): string => `/${typeof name === "string" ? name : name.join("/")}`;

export interface RulesOptions extends Omit<CheckOptions, "level"> {
  /** What the form's values are as a request; the values themselves if absent. */
  readonly toRequest?: ((values: Record<string, unknown>) => object) | undefined;
}

/** Findings of the values that were checked last: each field of a form asks for them by itself. */
interface Cache {
  key: string;
  diagnostics: readonly Diagnostic[];
}
const caches = new WeakMap<object, Map<string, Cache>>();

function findings(
  form: FormValues,
  profile: ProfileId,
  options: RulesOptions,
): readonly Diagnostic[] {
  const values = form.getFieldsValue(true) as Record<string, unknown>;
  const request = withoutEmpty(options.toRequest ? options.toRequest(values) : values) as Record<string, unknown>;
  const key = JSON.stringify([request, options.context]);
  const slot = `${profile} ${options.locale ?? ""}`;
  let cache = caches.get(form);
  if (cache === undefined) caches.set(form, (cache = new Map()));
  const known = cache.get(slot);
  if (known?.key === key) return known.diagnostics;
  const { diagnostics } = check(profile, request as never, { form: true, ...options, level: "warning" });
  cache.set(slot, { key, diagnostics });
  return diagnostics;
}

/** Whether it was found in this field, or in the object around it and names the field: one of several must be there. */
const concerns = ({ path: at, args }: Diagnostic, path: string): boolean =>
  at === path || ("parameters" in args && args.parameters.some((name) => `${at}/${name}` === path));

/** What nobody filled in is absent. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutEmpty);
  const members = Object.entries(value).filter(([, member]) => member !== "" && member !== undefined && member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutEmpty(member)]));
}

/**
 * The rules of one field: errors, which block, and warnings, which do not. Use `dependenciesOf`
 * beside it, so that the field is judged again when another changes what it may be.
 */
export function rulesFor(profile: ProfileId, name: NamePath, options: RulesOptions = {}): FormRule[] {
  const path = pointer(name);
  const rule = (severity: Diagnostic["severity"], warningOnly: boolean): FormRule => {
    return (form) => ({
      warningOnly,
      validator: () => {
        const found = findings(form, profile, options).find((each) => each.severity === severity && concerns(each, path));
        return found ? Promise.reject(new Error(found.message)) : Promise.resolve();
      },
    });
  };
  return [rule("error", false), rule("warning", true)];
}

/** The other fields that bear on this one: what Ant Design calls its `dependencies`. */
export function dependenciesOf(profile: ProfileId, name: NamePath): (string | (string | number)[])[] {
  const path = pointer(name);
  const pattern = path.replace(/\/\d+(?=\/|$)/g, "/*");
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
  const all = profiles.find(({ id }) => id === profile);
  if (!all) throw new TypeError(`kvspec has no profile ${JSON.stringify(profile)}`);
  for (const rule of all.rules) {
    const isOneOf = rule.code === "required-one-of" && rule.when.some((condition) => "path" in condition && condition.path === pattern);
    if (isOneOf || rule.at === pattern) rule.when.forEach(read);
  }
  const field = all.fields.find((each) => each.path === pattern);
  if (field?.constraint?.kind === "one-of-by") {
    found.add(pattern.replace(/[^/]*$/, field.constraint.decidedBy));
  }
  found.delete(pattern);
  return [...found].map((other) => {
    // The same element of the list as this field's.
    const keys = other
      .split("/")
      .map((key, index) => (key === "*" ? (places[index] ?? key) : key))
      .slice(1);
    return keys.length === 1 ? (keys[0] as string) : keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  });
}
