/** How texts are judged beyond their profile: kept by the browser until the tab is closed, since none of it is secret. */
import type { Context, Pack, Severity } from "kvspec/lint-slim";

export const PACKS: readonly Pack[] = ["security", "availability", "naming", "cost"];
export const LEVELS: readonly Severity[] = ["info", "warning", "error"];

export interface Settings {
  readonly packs: readonly Pack[];
  readonly level: Severity;
  /** `yyyy-mm-dd`, or nothing. */
  readonly asOf: string;
  /** JSON, or nothing. */
  readonly context: string;
  /** A team's own rules as a `kvspec.toml`, or nothing. */
  readonly house: string;
}

export const PLAIN: Settings = { packs: [], level: "info", asOf: "", context: "", house: "" };
const KEY = "kvspec.settings";

export const isPlain = (settings: Settings): boolean => JSON.stringify(settings) === JSON.stringify(PLAIN);

/** The surroundings as the package takes them; `"wrong"` where they are no JSON object. */
export function contextOf({ context }: Settings): Context | undefined | "wrong" {
  if (context.trim() === "") return undefined;
  try {
    const read = JSON.parse(context) as unknown;
    return typeof read === "object" && read !== null && !Array.isArray(read) ? (read as Context) : "wrong";
  } catch {
    return "wrong";
  }
}

export function readSettings(): Settings {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Partial<Settings>;
    const text = (value: unknown) => (typeof value === "string" ? value : "");
    return {
      packs: PACKS.filter((pack) => Array.isArray(kept.packs) && kept.packs.includes(pack)),
      level: LEVELS.find((level) => level === kept.level) ?? "info",
      asOf: text(kept.asOf),
      context: text(kept.context),
      house: text(kept.house),
    };
  } catch {
    return PLAIN;
  }
}

export function keepSettings(settings: Settings): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // They hold until the page is left.
  }
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The command that gives the same findings, for people or as SARIF, which code hosts and editors show. */
export function commandOf(settings: Settings, profile: string | undefined, locale: string, file: string | undefined, sarif = false): string {
  const options = [
    ...(profile ? ["--profile", profile] : []),
    ...(settings.asOf ? ["--as-of", settings.asOf] : []),
    ...settings.packs.flatMap((pack) => ["--pack", pack]),
    ...(settings.context.trim() ? ["--context", "context.json"] : []),
    ...(settings.house.trim() ? ["--config", "kvspec.toml"] : []),
    "--level", settings.level,
    "--locale", locale,
    ...(sarif ? ["--format", "sarif"] : []),
  ];
  return ["kvspec", "lint", ...options, file ?? "order.json"].map(quoted).join(" ") + (sarif ? " > kvspec.sarif" : "");
}
