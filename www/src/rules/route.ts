/** Where in the reference the address points: `#/rules`, `#/rules/<code>`, `#/rules/compare?a=…&b=…`. */
import { type ProfileId, profiles } from "kvspec";
import { useSyncExternalStore } from "react";

export type Route =
  | { readonly view: "list" }
  | { readonly view: "rule"; readonly code: string }
  | { readonly view: "compare"; readonly a: ProfileId; readonly b: ProfileId };

const subscribe = (tell: () => void) => {
  window.addEventListener("hashchange", tell);
  return () => window.removeEventListener("hashchange", tell);
};

const known = (id: string | null): ProfileId | undefined => profiles.find((one) => one.id === id)?.id;

export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/rules\/?/, "").split("?");
  if (path === "" || hash === path) return { view: "list" };
  if (path === "compare") {
    const asked = new URLSearchParams(query);
    const first = profiles[0]?.id as ProfileId;
    const second = profiles[1]?.id as ProfileId;
    return { view: "compare", a: known(asked.get("a")) ?? first, b: known(asked.get("b")) ?? second };
  }
  try {
    return { view: "rule", code: decodeURIComponent(path) };
  } catch {
    return { view: "rule", code: path };
  }
}

export const compareLink = (a: ProfileId, b: ProfileId): string => `#/rules/compare?a=${a}&b=${b}`;
export const ruleLink = (code: string): string => `#/rules/${encodeURIComponent(code)}`;

export function useRoute(): Route {
  return readRoute(useSyncExternalStore(subscribe, () => window.location.hash));
}
