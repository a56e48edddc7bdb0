/** A form for Vue 3. */
import { createForm, type FieldState, type Form, type FormOptions, type FormSnapshot, type FormValues, type Locale, type PlaceOf, type ProfileId, type Report } from "kvspec";
import { onScopeDispose, type ShallowRef, shallowRef, watch } from "vue";

/** A value, or what gives it: a ref or a getter, which is followed. */
export type Followed<T> = T | { readonly value: T } | (() => T);

export interface VueFormOptions<P extends ProfileId> extends Omit<FormOptions<P>, "locale"> {
  readonly locale?: Followed<Locale | undefined>;
}

/** A form, and its state, which templates and computed values follow. */
export interface VueForm<P extends ProfileId> {
  readonly form: Form<P>;
  readonly snapshot: Readonly<ShallowRef<FormSnapshot<P>>>;
  readonly field: <const K extends PlaceOf<P>>(path: K) => FieldState<P, K>;
  readonly set: Form<P>["set"];
  readonly setAll: Form<P>["setAll"];
  readonly visit: Form<P>["visit"];
  readonly visitAll: Form<P>["visitAll"];
  readonly reset: Form<P>["reset"];
  readonly request: Form<P>["request"];
  readonly values: () => FormValues<P>;
  readonly report: () => Report;
  readonly valid: () => boolean;
  /** For `v-model`: reads a field and sets it. */
  readonly model: <const K extends PlaceOf<P>>(path: K) => { value: FieldState<P, K>["value"] };
}

const now = <T>(given: Followed<T>): T => {
  if (typeof given === "function") return (given as () => T)();
  return typeof given === "object" && given !== null && "value" in given ? given.value : given;
};

/** A form of a profile, which lives as long as the scope in which it is made. */
export function useKvspecForm<const P extends ProfileId>(profile: P, options: VueFormOptions<P> = {}): VueForm<P> {
  const { locale, ...rest } = options;
  const form = createForm(profile, { ...rest, locale: now(locale) } as FormOptions<P>);
  const snapshot = shallowRef(form.getSnapshot());
  onScopeDispose(form.subscribe(() => (snapshot.value = form.getSnapshot())));
  if (typeof locale === "function" || typeof locale === "object") {
    watch(
      () => now(locale),
      (locale) => form.setLocale(locale),
      { flush: "sync" },
    );
  }
  // Reading the snapshot makes whoever asks follow it.
  const field: VueForm<P>["field"] = (path) => (void snapshot.value, form.field(path));
  return {
    form,
    snapshot,
    field,
    set: form.set.bind(form),
    setAll: form.setAll.bind(form),
    visit: form.visit.bind(form),
    visitAll: form.visitAll.bind(form),
    reset: form.reset.bind(form),
    request: () => (void snapshot.value, form.request()),
    values: () => snapshot.value.values,
    report: () => snapshot.value.report,
    valid: () => snapshot.value.valid,
    model: (path) => ({
      get value() {
        return field(path).value;
      },
      set value(value) {
        form.set(path, value as never);
      },
    }),
  };
}
