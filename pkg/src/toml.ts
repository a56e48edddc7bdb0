/** A team's own rules as an object, for who has no `kvspec.toml`: `docs/house-rules.md` explains every key. */
import type { Bilingual, Severity } from "./types.js";

type Level = Severity | "off";

/** What every rule can have. */
export interface RuleDetails {
  readonly name?: string;
  readonly message?: string | Bilingual;
  readonly severity?: Level;
  readonly files?: readonly string[];
}

type Values = readonly string[] | ({ readonly values: readonly string[] } & RuleDetails);
type Pattern = string | RegExp;
type Named = string | ({ readonly parameter: string } & RuleDetails);

/** The keys of a `kvspec.toml`. */
export interface HouseRules {
  /** How much findings matter, by code. */
  readonly severity?: Readonly<Record<string, Level>>;
  readonly level?: Severity;
  /** The only values that orders may have; `*` stands for any letters. */
  readonly allowed?: {
    readonly regions?: Values;
    readonly zones?: Values;
    readonly classes?: Values;
    readonly "engine-versions"?: Values;
    readonly "charge-types"?: Values;
  };
  /** What names of instances must match: a regular expression without looking ahead or behind, and without flags. */
  readonly naming?: Pattern | ({ readonly pattern: Pattern } & RuleDetails);
  readonly patterns?: readonly ({ readonly parameter: string; readonly pattern: Pattern } & RuleDetails)[];
  readonly required?: readonly Named[];
  readonly forbidden?: readonly Named[];
  readonly "known-classes"?: readonly string[];
  readonly "unknown-class"?: Level | RuleDetails;
  readonly packs?: readonly string[] | Readonly<Record<string, boolean | Readonly<Record<string, number>>>>;
  readonly overrides?: readonly { readonly files: readonly string[]; readonly severity: Readonly<Record<string, Level>> }[];
}

/** A key or a text of TOML: JSON writes the same, but for one character. */
const quoted = (text: string): string => JSON.stringify(text).replaceAll("\x7f", "\\u007f");

function value(given: unknown): string {
  if (typeof given === "string") return quoted(given);
  if (typeof given === "number" || typeof given === "boolean") return String(given);
  if (given instanceof RegExp) {
    if (given.flags !== "") throw new TypeError(`kvspec: a pattern of house rules has no flags: ${String(given)}`);
    return quoted(given.source.replaceAll("\\/", "/"));
  }
  if (Array.isArray(given)) return `[${given.map(value).join(", ")}]`;
  if (typeof given === "object" && given !== null) return `{ ${members(given).join(", ")} }`;
  throw new TypeError(`kvspec: house rules cannot hold a ${typeof given}`);
}

const members = (table: object): string[] =>
  Object.entries(table)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${quoted(name)} = ${value(member)}`);

/** The text of the `kvspec.toml` that says the same, with each key in a line. */
export const toToml = (rules: HouseRules): string => members(rules).join("\n");
