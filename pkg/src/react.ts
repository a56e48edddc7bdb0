/** A form for React. */
import { createForm, type Form, type FormOptions, type FormSnapshot, type ProfileId } from "kvspec";
import { useState, useSyncExternalStore } from "react";

/** A form, and its state as of this rendering. */
export interface KvspecForm<P extends ProfileId> extends FormSnapshot {
  readonly form: Form<P>;
  readonly set: Form<P>["set"];
  readonly field: Form<P>["field"];
}

/**
 * A form of a profile that lives as long as the component, which is rendered again whenever a
 * field changes. The options count when the component is first rendered; give it another `key`
 * for another profile or language.
 */
export function useKvspecForm<P extends ProfileId>(profile: P, options?: FormOptions<P>): KvspecForm<P> {
  const [form] = useState(() => {
    const form = createForm(profile, options);
    return { form, set: form.set.bind(form), field: form.field.bind(form) };
  });
  const snapshot = useSyncExternalStore(form.form.subscribe, form.form.getSnapshot, form.form.getSnapshot);
  return { ...form, ...snapshot };
}
