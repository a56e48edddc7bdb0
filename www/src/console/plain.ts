/** A form without WebAssembly: it holds the values and checks nothing. */
import type { FieldState, Form, FormData, FormOptions, FormSnapshot } from "kvspec/core-slim";

export function plainForm(profile: FormData, options: FormOptions): Form {
  const language = options.locale === "zh" ? "zh" : "en";
  const listeners = new Set<() => void>();
  const report = { profile: profile.id, valid: false, summary: { errors: 0, warnings: 0, infos: 0 }, diagnostics: [] };
  const begin = () => new Map(flat(options.initial ?? {}));
  let values = begin();
  let snapshot: FormSnapshot | undefined;
  const changed = () => {
    snapshot = undefined;
    for (const listener of [...listeners]) listener();
  };
  const put = (path: string, value: unknown) => {
    if (value === undefined || value === null || value === "") values.delete(path);
    else values.set(path, value);
  };
  const getSnapshot = () => (snapshot ??= { values: Object.fromEntries(values), report, valid: false });
  return {
    profile: profile.id,
    locale: options.locale,
    has: (path): path is string => profile.fields.some((field) => field.path === patternOf(path)),
    visit: () => {},
    visitAll: () => {},
    setErrors: (errors) => [...errors],
    setLocale: () => {},
    setContext: () => {},
    fields: profile.fields.filter((field) => field.holds === null),
    report,
    valid: false,
    set: (path, value) => (put(path, value), changed()),
    setAll: (all) => {
      for (const [path, value] of Object.entries(all)) if (!(typeof value === "object" && value)) put(path, value);
      for (const [path, value] of flat(all)) put(path, value);
      changed();
    },
    reset: () => ((values = begin()), changed()),
    request: () => undefined,
    subscribe: (listener) => (listeners.add(listener), () => void listeners.delete(listener)),
    getSnapshot,
    field: ((path: string): FieldState => {
      const field = profile.fields.find((each) => each.path === patternOf(path));
      const constraint = field?.constraint;
      return {
        ...unlisted(path),
        value: values.get(path) as FieldState["value"],
        touched: values.has(path),
        required: field?.required === "always",
        applicable: true,
        type: field?.type,
        options: constraint?.kind === "one-of" ? constraint.values : undefined,
        label: field?.label[language] ?? path,
        hint: field?.hint[language] ?? "",
        default: field?.default,
        secret: field?.secret ?? false,
      };
    }) as Form["field"],
  };
}

/** What a path is that the document does not have, and where nothing stands and nothing was found. */
export const unlisted = (path: string): FieldState => ({
  path,
  value: undefined,
  touched: false,
  visited: false,
  diagnostics: [],
  errors: [],
  warnings: [],
  error: undefined,
  warning: undefined,
  visibleError: undefined,
  visibleWarning: undefined,
  required: false,
  applicable: false,
  type: undefined,
  options: undefined,
  label: path,
  hint: "",
  default: undefined,
  secret: false,
  checklist: undefined,
});

/** The path of a field in its profile. */
const patternOf = (path: string): string => `/${path.replaceAll(".", "/").replace(/\/\d+(?=\/|$)/g, "/*")}`;

/** Values under the paths of their fields. */
function flat(value: object, prefix = ""): [string, unknown][] {
  return Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    if (typeof member === "object" && member !== null) return flat(member, `${prefix}${name}.`);
    return member === undefined || member === null || member === "" ? [] : [[prefix + name, member]];
  });
}
