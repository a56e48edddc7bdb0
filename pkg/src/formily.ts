/**
 * Formily: `effects` make a form of it follow a profile, `request` is what its values are to be sent as, `validator` is an
 * `x-validator` of one field, and `formilySchema` writes the JSON Schema that its `SchemaField` draws.
 *
 * @packageDocumentation
 */
import { type Context, type Field, type Form, type Locale, type Names, type PathOf, type PlaceOf, type ProfileId, profileOf } from "kvspec";
import { follow } from "./follow.js";
import { dotted, pattern } from "./values.js";

/** What is asked of a field of Formily's. */
interface FormilyField {
  readonly address: { toString(): string };
  readonly path: { toString(): string };
  setDisplay?: (display: "visible" | "none") => void;
  setRequired?: (required: boolean) => void;
  setSelfErrors?: (messages: string[]) => void;
  setSelfWarnings?: (messages: string[]) => void;
  setDataSource?: (options: { label: string; value: unknown }[]) => void;
}

/** What is asked of a form of Formily's. */
export interface FormilyForm {
  /** What passes events on; not there while the form itself is made. */
  readonly heart?: unknown;
  readonly values: Record<string, unknown>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  subscribe(subscriber: (event: { type: string; payload: any }) => void): unknown;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  query(pattern: string): { forEach(act: (field: any) => void): void };
}

export interface EffectsOptions {
  /** What the form's values are as a request; the values themselves if absent. */
  readonly toRequest?: ((values: Record<string, unknown>) => object) | undefined;
  /** The language of messages, or what it is at the moment. */
  readonly locale?: Locale | (() => Locale | undefined) | undefined;
  readonly context?: Context | undefined;
  /** What parameters are called in messages: `label` if absent. */
  readonly names?: Names | undefined;
  /** Whether the options of a field become its `dataSource`; `true` if absent. */
  readonly options?: boolean | undefined;
}

/**
 * Effects for Formily's `createForm({ effects })` or `form.addEffects("kvspec", …)`: after every change each field of the profile is shown or hidden, marked
 * as required, and given its options, errors and warnings.
 */
export function effects<const P extends ProfileId>(profile: P, options: EffectsOptions = {}): (form: FormilyForm) => void {
  return (formily) => {
    const { form, take } = follow(profile, options);
    const paths = new Set<string>(form.fields.map(({ path }) => path));
    const shown = new WeakMap<object, string>();
    const show = (field: FormilyField): void => {
      // Fields that only lay out others are no part of the address of values.
      const path = field.path.toString();
      if (!paths.has(pattern(`/${path.replaceAll(".", "/")}`))) return;
      const { errors, warnings, required, applicable, options: values } = form.field(path as PathOf<P>);
      const state = JSON.stringify([errors, warnings, required, applicable, values]);
      if (shown.get(field) === state) return;
      shown.set(field, state);
      field.setDisplay?.(applicable ? "visible" : "none");
      field.setRequired?.(required);
      if (options.options !== false && values) field.setDataSource?.(values.map((value) => ({ label: String(value), value })));
      field.setSelfErrors?.([...errors]);
      field.setSelfWarnings?.([...warnings]);
    };
    const showAll = (): void => {
      take(formily.values);
      formily.query("*").forEach(show);
    };
    const start = (): void => {
      formily.subscribe(({ type, payload }) => {
        if (type === "onFormValuesChange" || type === "onFormInit" || type === "onFormMount" || type === "onFormReset") showAll();
        else if (type === "onFieldInit" || type === "onFieldMount") {
          take(formily.values);
          show(payload as FormilyField);
        }
      });
      showAll();
    };
    // `createForm` asks for effects before it can be subscribed to, `addEffects` afterwards.
    if (formily.heart === undefined) queueMicrotask(start);
    else start();
  };
}

/**
 * The order that a form's values are, as `effects` judge them: text that says a number or a boolean is one where the
 * profile's types are strict, and what is empty is absent. `undefined` while there are errors.
 */
export function request<const P extends ProfileId>(
  profile: P,
  values: Record<string, unknown>,
  options: Pick<EffectsOptions, "toRequest" | "context"> = {},
): ReturnType<Form<P>["request"]> {
  const { form, take } = follow(profile, options);
  take(values);
  return form.request();
}

/** What a validator of Formily's is called with, beside the value and the rule. */
interface ValidatorContext {
  readonly form?: { readonly values: Record<string, unknown> };
}

/**
 * An `x-validator` of one field: all of its errors in one text. Effects do more; this is for forms that have only
 * schemas.
 *
 * @throws TypeError for a profile or a field that there is not.
 */
export function validator<const P extends ProfileId>(
  profile: P,
  path: PlaceOf<P>,
  options: EffectsOptions = {},
): (value: unknown, rule: unknown, context?: ValidatorContext) => string {
  const { form, take } = follow(profile, options);
  const { path: name } = form.field(path);
  return (value, _, context) => {
    take(context?.form?.values ?? { [name as string]: value });
    return form.field(path).errors.join(" ");
  };
}

/** A part of the JSON Schema that Formily draws. */
export interface FormilySchema {
  readonly type: "object" | "array" | "string" | "number" | "boolean" | "void";
  readonly title?: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly enum?: readonly { readonly label: string; readonly value: string | number | boolean }[];
  readonly default?: string | number | boolean;
  readonly properties?: Readonly<Record<string, FormilySchema>>;
  readonly items?: FormilySchema;
  readonly "x-decorator"?: string;
  readonly "x-component"?: string;
  readonly "x-component-props"?: Readonly<Record<string, unknown>>;
  readonly [extension: `x-${string}`]: unknown;
}

export interface FormilySchemaOptions {
  readonly locale?: Locale | undefined;
  /** The names of components, where they are others than those of `@formily/antd` and `@formily/next`. */
  readonly components?: Partial<Record<"input" | "password" | "select" | "number" | "switch" | "item" | "list", string>> | undefined;
  /** The fields that are wanted, in their order; all but common parameters if absent. */
  readonly fields?: readonly string[] | undefined;
}

/** The JSON Schema of a profile for Formily's `SchemaField`: titles, hints, components and options. Rules come by `effects`. */
export function formilySchema<const P extends ProfileId>(profile: P, options: FormilySchemaOptions = {}): FormilySchema {
  const found = profileOf(profile);
  const language = /^zh(?![a-z])/i.test(options.locale ?? "") ? "zh" : "en";
  const component = { input: "Input", password: "Password", select: "Select", number: "NumberPicker", switch: "Switch", item: "FormItem", list: "ArrayItems", ...options.components };
  const chosen = options.fields?.map(dotted);
  const place = ({ path }: Field): number => chosen?.findIndex((name) => name === dotted(path) || name.startsWith(`${dotted(path)}.`)) ?? 0;
  const of = (field: Field): FormilySchema => {
    const isStrict = found.wire === "json";
    const type = !isStrict ? "string" : field.type === "Boolean" ? "boolean" : field.type === "String" ? "string" : "number";
    const typed = (text: string): string | number | boolean => (type === "boolean" ? text === "true" : type === "number" ? Number(text) : text);
    const values = field.constraint?.kind === "one-of" ? field.constraint.values : undefined;
    const shown = field.secret ? "password" : type === "boolean" ? "switch" : values || field.constraint?.kind === "one-of-by" ? "select" : type === "number" ? "number" : "input";
    return {
      type,
      title: field.label[language],
      description: field.hint[language],
      ...(field.required === "always" && { required: true }),
      ...(values && type !== "boolean" && { enum: values.map((value) => ({ label: value, value: typed(value) })) }),
      "x-decorator": component.item,
      "x-component": component[shown],
      "x-component-props": { ...(field.default !== undefined && { placeholder: field.default }), ...(shown === "select" && { allowClear: true }) },
    };
  };
  const under = (parent: string): Record<string, FormilySchema> => {
    const members = found.fields.filter(({ path }) => path.startsWith(`${parent}/`) && !path.slice(parent.length + 1).includes("/"));
    const wanted = members.filter((field) => (chosen ? place(field) >= 0 : !field.common && field.required !== "on-wire"));
    wanted.sort((a, b) => place(a) - place(b));
    return Object.fromEntries(
      wanted.map((field): [string, FormilySchema] => {
        if (field.holds === "object") return [field.name, { type: "object", title: field.label[language], properties: under(field.path) }];
        if (field.holds !== "list") return [field.name, of(field)];
        const items: FormilySchema = { type: "object", properties: under(`${field.path}/*`) };
        return [field.name, { type: "array", title: field.label[language], "x-decorator": component.item, "x-component": component.list, items }];
      }),
    );
  };
  return { type: "object", properties: under("") };
}
