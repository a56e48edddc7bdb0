/** What the providers sell: their instance classes, as plain data without WebAssembly. */
import { isChinese, noSuch } from "./check.js";
import { classes as packed } from "./generated/classes.js";
import type { Locale } from "./types.js";
import { once, unpack } from "./unpack.js";

/** One instance class, under the names of `kvspec classes --format json`. What no source tells is `null`, or empty. */
export interface InstanceClass {
  /** The code, as an order writes it. */
  readonly name: string;
  readonly provider: "alibaba" | "jdcloud";
  /** Classes that are ordered, and behave, in one way; a collective name has none. */
  readonly family: string | null;
  readonly edition: "classic" | "cloud-native" | null;
  /** How an instance is built: `standard`, `cluster`, `rw-split`, or one of two of them. */
  readonly layout: string;
  /** Memory in MB: of a whole instance or of each shard, as `capacity_basis` says. */
  readonly capacity_mb: number | null;
  readonly capacity_basis: "total" | "per_shard" | "none";
  /** How many shards it can have: `2`, or `1 or 2..`. */
  readonly shards: string | null;
  /** Replicas that answer reads, where the name fixes them. */
  readonly read_replicas: number | null;
  /** In Mbit/s, on the basis of the capacity. */
  readonly bandwidth_mbps: number | null;
  readonly connections: number | null;
  /** Connections through the proxies, where the sources tell the two apart. */
  readonly proxy_connections: number | null;
  readonly engine_versions: readonly string[];
  /** On what the engine versions rest. */
  readonly engine_evidence: "documented" | "reported" | "inferred";
  /** Disks that can be ordered with it. */
  readonly storage: readonly { readonly storage_type: string; readonly min_gb: number; readonly max_gb: number }[];
  /** Whether it can be ordered. */
  readonly state: "sold" | "retired" | "doubtful" | "collective";
  readonly notes: readonly string[];
  /** Titles of the pages that it is from, and their dates. */
  readonly source: string;
  readonly date: string;
}

const PROVIDERS = ["alibaba", "jdcloud"] as const;
const read = (chinese: boolean) => once(() => unpack<InstanceClass[]>(packed, [], chinese));
const english = /* @__PURE__ */ read(false);
const chinese = /* @__PURE__ */ read(true);

/** The instance classes of a provider, or of both, by name: what a form offers to choose from. */
export function classes(
  provider?: "alibaba" | "jdcloud" | undefined,
  locale?: Locale | undefined,
): readonly InstanceClass[] {
  if (provider !== undefined && !PROVIDERS.includes(provider)) throw noSuch("provider", provider, PROVIDERS);
  const every = (isChinese(locale) ? chinese : english)();
  return provider === undefined ? every : every.filter((each) => each.provider === provider);
}
