/** A form that follows the values of somebody else's, for `kvspec/rules` and `kvspec/formily`. */
import { type Context, createForm, type Form, type FormInput, type Locale, type Names, type ProfileId } from "kvspec";

/** What is followed. */
interface Followed {
  readonly toRequest?: ((values: Record<string, unknown>) => object) | undefined;
  readonly locale?: Locale | (() => Locale | undefined) | undefined;
  readonly context?: Context | undefined;
  readonly names?: Names | undefined;
}

/** The language at the moment. */
export const localeOf = ({ locale }: Pick<Followed, "locale">): Locale | undefined => (typeof locale === "function" ? locale() : locale);

/** Numbers that JSON has no word for, as text, which is found to be wrong. */
const written = (_: string, value: unknown): unknown =>
  typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value)) ? String(value) : value;

/** The values as a request, as JSON has them. */
export const requestOf = ({ toRequest }: Pick<Followed, "toRequest">, values: Record<string, unknown>): string =>
  JSON.stringify((toRequest ? toRequest(values) : values) ?? {}, written);

/** A form, and how it takes values. Messages have labels unless `names` says otherwise. */
export function follow<P extends ProfileId>(profile: P, options: Followed) {
  let locale = localeOf(options);
  const form: Form<P> = createForm(profile, { locale, context: options.context, names: options.names ?? "label" });
  let last: string | undefined;
  const take = (values: Record<string, unknown>): void => {
    const wanted = localeOf(options);
    if (wanted !== locale) form.setLocale((locale = wanted));
    const request = requestOf(options, values);
    if (request === last) return;
    last = request;
    // What is no longer there is empty.
    const before = Object.keys(form.getSnapshot().values).map((path) => [path.split(".", 1)[0] as string, undefined]);
    form.setAll({ ...(Object.fromEntries(before) as object), ...(JSON.parse(request) as object) } as FormInput<P>);
  };
  return { form, take };
}
