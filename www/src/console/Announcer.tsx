import { useEffect, useRef, useState } from "react";
import { text } from "../text.ts";
import { shownOf } from "./Findings.tsx";
import type { Order } from "./order.ts";

/** How long a reader of screens is left to type before findings are read out. */
const PAUSE = 900;

/** Tells screen readers what was found in the field that the keyboard is in, and how the order stands. */
export function Announcer({ order }: { readonly order: Order }) {
  const [said, setSaid] = useState("");
  const timer = useRef<number>(undefined);
  useEffect(() => {
    const stop = order.subscribe(() => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        const path = (document.activeElement?.closest("[data-path]") as HTMLElement | null)?.dataset.path;
        const { errors, warnings } = order.report.summary;
        const counts = order.valid
          ? text(order.language, "ready")
          : `${text(order.language, "errors", errors)}${text(order.language, "list")}${text(order.language, "warnings", warnings)}`;
        const view = path === undefined ? undefined : order.view(path);
        const shown = view && shownOf(view);
        const found = shown ? [...shown.errors, ...shown.warnings].map(({ message }) => message.replaceAll("`", "")) : [];
        setSaid([...found, order.checked ? counts : text(order.language, "unchecked")].join(". "));
      }, PAUSE);
    });
    return () => {
      clearTimeout(timer.current);
      stop();
    };
  }, [order]);
  return <div className="sr" role="status" aria-live="polite" id="announcer">{said}</div>;
}
