/** The ids of a field on the page. */
export const controlId = (path: string): string => `c-${path}`;

/** Moves the keyboard to a field, out of a closed fold if need be. */
export function focusOn(path: string): void {
  // After the fix, or whatever led here, is drawn.
  requestAnimationFrame(() => {
    const control = document.getElementById(controlId(path));
    for (let at = control?.closest("details"); at; at = at.parentElement?.closest("details")) at.open = true;
    const target = control?.matches("input, textarea") ? control : control?.querySelector<HTMLElement>("input:checked, input");
    target?.scrollIntoView({ block: "center" });
    target?.focus({ preventScroll: true });
  });
}
