/** A form for React, 16.8 and later. */
import { createForm, type Form, type FormOptions, type FormSnapshot, type ProfileId } from "kvspec";
import * as React from "react";

/** A form, and its state as of this rendering. */
export interface KvspecForm<P extends ProfileId> extends FormSnapshot<P> {
  readonly form: Form<P>;
  readonly set: Form<P>["set"];
  readonly field: Form<P>["field"];
  readonly visit: Form<P>["visit"];
}

type Store = <T>(subscribe: (listener: () => void) => () => void, getSnapshot: () => T, getServerSnapshot: () => T) => T;

/** What React has had since 18. Bundlers that look for the name among what React exports do not find it in older ones. */
const its = (React as unknown as Record<string, Store | undefined>)["useSyncExternalStore".toString()];

/** The same for older ones, which render without interruption. */
const useStore: Store =
  its ??
  ((subscribe, getSnapshot) => {
    const [, render] = React.useReducer((count: number) => count + 1, 0);
    const shown = getSnapshot();
    React.useEffect(() => {
      const look = () => render();
      // What changed before anybody listened.
      if (getSnapshot() !== shown) look();
      return subscribe(look);
      // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [subscribe]);
    return shown;
  });

/**
 * A form of a profile that lives as long as the component, which is rendered again whenever a
 * field changes. The language and the surroundings follow the options; all others count when the component is first
 * rendered: give it another `key` for another profile.
 */
export function useKvspecForm<P extends ProfileId>(profile: P, options?: FormOptions<P>): KvspecForm<P> {
  const [bound] = React.useState(() => {
    const form = createForm(profile, options);
    return { form, set: form.set.bind(form), field: form.field.bind(form), visit: form.visit.bind(form) } as const;
  });
  const { form } = bound;
  const locale = options?.locale;
  React.useEffect(() => {
    if (form.locale !== locale) form.setLocale(locale);
  }, [form, locale]);
  const context = JSON.stringify(options?.context);
  const known = React.useRef(context);
  React.useEffect(() => {
    if (known.current === context) return;
    known.current = context;
    form.setContext(options?.context);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [form, context]);
  const snapshot = useStore(form.subscribe, form.getSnapshot, form.getSnapshot);
  return { ...bound, ...snapshot };
}
