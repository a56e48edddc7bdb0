/** What the browser remembers of the reader's wishes; a browser that refuses is no reason to fail. */
import type { Language } from "./text.ts";

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It is asked again next time.
  }
}

/** The language that was chosen, or that of the browser. */
export const preferredLanguage = (): Language => (/^zh/i.test(remembered("kvspec.language") ?? navigator.language) ? "zh" : "en");
