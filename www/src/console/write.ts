/** A request as the tools of the providers take it. */
import type { FormData } from "kvspec/core-slim";

export const MASK = "********";
/** Stands for a secret until the format says how it is left out. Private characters: no value has them. */
const SECRET = /\uE000(\d*)\uE001/g;
/** The variable that a secret comes from. */
const variable = (number: string): string => `redis_password${number === "" ? "" : `_${number}`}`;

export type Format = "json" | "query" | "http" | "aliyun" | "jdc" | "terraform";
type Json = Readonly<Record<string, unknown>>;

/** The formats that a profile can be written in. */
export function formatsOf(profile: FormData): readonly Format[] {
  if (profile.wire === "json") return ["json", "http", "jdc", "terraform"];
  return profile.id === "alibaba.console" ? ["json", "query"] : ["query", "json", "aliyun", "terraform"];
}

/** The request with a mark in place of every secret; each format has its own way of leaving it out. */
export function marked(profile: FormData, request: Json): Json {
  const secrets = new Set(profile.fields.filter((field) => field.secret).map((field) => field.path));
  const found: string[] = [];
  const walk = (value: unknown, path: string, seen: (value: string) => unknown): unknown => {
    if (Array.isArray(value)) return value.map((element) => walk(element, `${path}/*`, seen));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member, `${path}/${name}`, seen)]));
    }
    return secrets.has(path) && value !== "" ? seen(String(value)) : value;
  };
  // One name for one secret, however often it is there.
  walk(request, "", (value) => void (found.includes(value) || found.push(value)));
  return walk(request, "", (value) => `\uE000${found.length > 1 ? found.indexOf(value) + 1 : ""}\uE001`) as Json;
}

/** Whether a written request says where the secret comes from, so that it can be sent as it is. */
export const hasReference = (format: Format): boolean => format === "aliyun" || format === "jdc" || format === "terraform";

export function write(format: Format, profile: FormData, request: Json): string {
  return written(format, profile, request).replace(SECRET, MASK);
}

function written(format: Format, profile: FormData, request: Json): string {
  switch (format) {
    case "json":
      return JSON.stringify(profile.wire === "query" && "Instances" in request ? onWire(request) : request, null, 2);
    case "query":
      return query(profile, request);
    case "http":
      return http(request);
    case "aliyun":
      return aliyun(profile, request);
    case "jdc":
      return jdc(request);
    case "terraform":
      return profile.wire === "json" ? terraformJdcloud(request) : terraformAlicloud(profile, request);
  }
}

/** In a query string, the list of instances travels as JSON text, and others as `Tag.1.Key`. */
const onWire = (request: Json): Json =>
  Object.fromEntries(
    Object.entries(request).flatMap(([name, value]): [string, unknown][] => {
      if (typeof value !== "object") return [[name, value]];
      if (name === "Instances" || !Array.isArray(value)) return [[name, JSON.stringify(value)]];
      return (value as Json[]).flatMap((element, at) =>
        Object.entries(element).map(([member, inner]): [string, unknown] => [`${name}.${at + 1}.${member}`, inner]),
      );
    }),
  );

/** `Tag.1.Key` as a member of a list again. */
export function fromWire(request: Json): Json {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(request)) {
    const [, list, at, member] = /^(\w+)\.(\d{1,3})\.(\w+)$/.exec(name) ?? [];
    if (list === undefined || member === undefined || Number(at) < 1) out[name] = value;
    else {
      const elements = (out[list] ??= []) as Record<string, unknown>[];
      if (Array.isArray(elements)) (elements[Number(at) - 1] ??= {})[member] = value;
    }
  }
  return Object.fromEntries(Object.entries(out).map(([name, value]) => [name, Array.isArray(value) ? Array.from(value, (each: unknown) => each ?? {}) : value]));
}

/** As RFC 3986, which the providers' signatures are made over. A mark stays one. */
const percent = (value: string): string =>
  value
    .split(/(\uE000\d*\uE001)/)
    .map((part, index) => (index % 2 === 1 ? part : encodeURIComponent(part.toWellFormed()).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`)))
    .join("");

function query(profile: FormData, request: Json): string {
  const action = profile.fields.some(({ name }) => name === "Action") ? { Action: profile.operation } : {};
  return Object.entries({ ...action, ...onWire(request) })
    .map(([name, value]) => `${percent(name)}=${percent(String(value))}`)
    .join("&");
}

const SAFE = /^[\w@%+=:,./-]+$/;
/** One word of a POSIX shell. */
const shell = (value: string): string => {
  if (SAFE.test(value)) return value;
  const quoted = `'${value.replaceAll("'", "'\\''")}'`;
  // Out of the quotes, and in again; what is empty is left out.
  return quoted.replace(SECRET, (_, number: string) => `'"$${variable(number).toUpperCase()}"'`).replace(/^''(?=")|(?<=")''$/g, "");
};

const command = (words: readonly string[], options: readonly (readonly [string, string])[]): string =>
  [words.join(" "), ...options.map(([name, value]) => `  --${name} ${shell(value)}`)].join(" \\\n");

const aliyun = (profile: FormData, request: Json): string =>
  command(
    ["aliyun", "r-kvstore", profile.operation],
    Object.entries(onWire(request)).map(([name, value]) => [name, String(value)] as const),
  );

const jdc = (request: Json): string =>
  command(
    ["jdc", "redis", "create-cache-instance"],
    Object.entries(request).map(
      ([name, value]) =>
        [
          name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
          typeof value === "object" ? JSON.stringify(value) : String(value),
        ] as const,
    ),
  );

function http(request: Json): string {
  const { regionId, ...body } = request;
  const region = typeof regionId === "string" && regionId !== "" ? percent(regionId) : "{regionId}";
  return [
    `POST /v1/regions/${region}/cacheInstance HTTP/1.1`,
    "Host: redis.jdcloud-api.com",
    "Content-Type: application/json",
    "",
    JSON.stringify(body, null, 2),
  ].join("\n");
}

/** A string of Terraform's language. */
const hcl = (value: string): string => literally(JSON.stringify(value.toWellFormed()));
/** Text in which Terraform sees no template. */
const literally = (text: string): string => text.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening);

type Kind = "text" | "number" | "boolean" | "map" | "tags";
/** The arguments of `alicloud_kvstore_instance`; the names differ in case from one document to the other. */
const ARGUMENTS: Readonly<Record<string, readonly [name: string, kind: Kind]>> = {
  instancename: ["db_instance_name", "text"],
  password: ["password", "text"],
  instanceclass: ["instance_class", "text"],
  capacity: ["capacity", "number"],
  zoneid: ["zone_id", "text"],
  izno: ["zone_id", "text"],
  chargetype: ["payment_type", "text"],
  period: ["period", "text"],
  autorenew: ["auto_renew", "boolean"],
  autorenewperiod: ["auto_renew_period", "number"],
  instancetype: ["instance_type", "text"],
  engineversion: ["engine_version", "text"],
  nodetype: ["node_type", "text"],
  vswitchid: ["vswitch_id", "text"],
  privateip: ["private_ip", "text"],
  privateipaddress: ["private_ip", "text"],
  srcdbinstanceid: ["srcdb_instance_id", "text"],
  backupid: ["backup_id", "text"],
  config: ["config", "map"],
  couponno: ["coupon_no", "text"],
  businessinfo: ["business_info", "text"],
  autousecoupon: ["auto_use_coupon", "boolean"],
  resourcegroupid: ["resource_group_id", "text"],
  secondaryzoneid: ["secondary_zone_id", "text"],
  shardcount: ["shard_count", "number"],
  readonlycount: ["read_only_count", "number"],
  slavereadonlycount: ["slave_read_only_count", "number"],
  replicacount: ["replica_count", "number"],
  slavereplicacount: ["slave_replica_count", "number"],
  restoretime: ["restore_time", "text"],
  dedicatedhostgroupid: ["dedicated_host_group_id", "text"],
  globalinstance: ["global_instance", "boolean"],
  globalinstanceid: ["global_instance_id", "text"],
  dryrun: ["dry_run", "boolean"],
  port: ["port", "number"],
  connectionstringprefix: ["connection_string_prefix", "text"],
  maintainstarttime: ["maintain_start_time", "text"],
  maintainendtime: ["maintain_end_time", "text"],
  tag: ["tags", "tags"],
};

/** Those of `alicloud_redis_tair_instance`, where they are other ones. */
const TAIR: Readonly<Record<string, readonly [name: string, kind: Kind] | undefined>> = {
  ...ARGUMENTS,
  instancename: ["tair_instance_name", "text"],
  vpcid: ["vpc_id", "text"],
  shardtype: ["node_type", "text"],
  storagetype: ["storage_performance_level", "text"],
  storage: ["storage_size_gb", "number"],
  autorenew: ["auto_renew", "text"],
  autorenewperiod: ["auto_renew_period", "text"],
  clusterbackupid: ["cluster_backup_id", "text"],
  srcdbinstanceid: ["src_db_instance_id", "text"],
  recoverconfigmode: ["recover_config_mode", "text"],
  privateip: undefined, privateipaddress: undefined, nodetype: undefined, capacity: undefined, couponno: undefined,
  businessinfo: undefined, autousecoupon: undefined, replicacount: undefined, slavereplicacount: undefined,
  restoretime: undefined, dedicatedhostgroupid: undefined, globalinstance: undefined, dryrun: undefined,
};

function terraformAlicloud(profile: FormData, request: Json): string {
  const tair = profile.operation === "CreateTairInstance";
  const known = tair ? TAIR : ARGUMENTS;
  const { Instances: list, ...rest } = request;
  const instances = Array.isArray(list) ? (list as Json[]) : [request];
  const shared = Array.isArray(list) ? rest : {};
  const regions = new Set(instances.map(({ RegionId }) => RegionId).filter((region) => typeof region === "string"));
  const several = regions.size > 1;
  const blocks = instances.map((instance, index) => {
    const own = new Set(Object.keys(instance).map((name) => name.toLowerCase()));
    const inherited = Object.entries(shared).filter(([name]) => !own.has(name.toLowerCase()));
    const lines: [string, string][] = [];
    const left: string[] = [];
    for (const [name, value] of [...Object.entries(instance), ...inherited]) {
      const key = name.toLowerCase();
      const argument = known[key];
      if (key === "regionid") continue;
      if (key === "quantity") lines.unshift(["count", literal("number", value)]);
      else if (argument) lines.push([argument[0], literal(argument[1], value)]);
      else left.push(name);
    }
    const width = Math.max(0, ...lines.map(([name]) => name.length));
    const label = instances.length > 1 ? `redis_${index + 1}` : "redis";
    return [
      ...(left.length > 0 ? [`# Not an argument of the resource: ${left.join(", ")}`] : []),
      `resource "${tair ? "alicloud_redis_tair_instance" : "alicloud_kvstore_instance"}" "${label}" {`,
      ...(several && instance.RegionId !== undefined ? [`  provider = alicloud.${alias(String(instance.RegionId))}`] : []),
      ...lines.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`),
      "}",
    ].join("\n");
  });
  const text = blocks.join("\n\n");
  const variables = [...new Set([...text.matchAll(SECRET)].map(([, number = ""]) => number))].map((number) =>
    [`variable "${variable(number)}" {`, "  type      = string", "  sensitive = true", "}"].join("\n"),
  );
  const providers = [...regions].map((region) =>
    [
      'provider "alicloud" {',
      ...(several ? [`  alias  = "${alias(region)}"`] : []),
      `  region = ${hcl(region)}`,
      "}",
    ].join("\n"),
  );
  const referring = text.replace(/"\uE000(\d*)\uE001"/g, (_, number: string) => `var.${variable(number)}`);
  return [...variables, ...providers, referring].join("\n\n");
}

const alias = (region: string): string => region.replace(/\W/g, "_");

function literal(kind: Kind, value: unknown): string {
  const word = String(value);
  if (kind === "number" && /^\d+$/.test(word)) return word;
  if (kind === "boolean" && (word === "true" || word === "false")) return word;
  if (kind === "tags" && Array.isArray(value)) {
    const members = (value as Json[]).map(({ Key, Value }) => `    ${hcl(String(Key ?? ""))} = ${hcl(String(Value ?? ""))}`);
    return members.length === 0 ? "{}" : `{\n${members.join("\n")}\n  }`;
  }
  if (kind === "map") {
    try {
      const map = (typeof value === "string" ? JSON.parse(value) : value) as unknown;
      if (typeof map === "object" && map !== null && !Array.isArray(map)) {
        const members = Object.entries(map).map(([name, member]) => `    ${hcl(name)} = ${hcl(String(member))}`);
        return members.length === 0 ? "{}" : `{\n${members.join("\n")}\n  }`;
      }
    } catch {
      // Not JSON yet: shown as it is.
    }
  }
  return hcl(word);
}

/** The jdcloud provider has no resource for Redis, so its command line does the work. */
const terraformJdcloud = (request: Json): string =>
  [
    "# The jdcloud provider has no resource for Redis: this runs its command line.",
    'resource "terraform_data" "redis" {',
    '  provisioner "local-exec" {',
    "    command = <<-EOT",
    ...literally(jdc(request))
      .split("\n")
      .map((line) => `      ${line}`),
    "    EOT",
    "  }",
    "}",
  ].join("\n");
