/** A request as the tools of the providers take it. */
import type { Profile } from "kvspec/slim";

export const MASK = "********";

export type Format = "json" | "query" | "http" | "aliyun" | "jdc" | "terraform";
type Json = Readonly<Record<string, unknown>>;

/** The formats that a profile can be written in. */
export function formatsOf(profile: Profile): readonly Format[] {
  if (profile.wire === "json") return ["json", "http", "jdc", "terraform"];
  return profile.id === "alibaba.console" ? ["json", "query"] : ["query", "json", "aliyun", "terraform"];
}

/** The request with a mask for every secret. */
export function masked(profile: Profile, request: Json): Json {
  const secrets = new Set(profile.fields.filter((field) => field.secret).map((field) => field.path));
  const walk = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((element) => walk(element, `${path}/*`));
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member, `${path}/${name}`)]));
    }
    return secrets.has(path) && value !== "" ? MASK : value;
  };
  return walk(request, "") as Json;
}

export function write(format: Format, profile: Profile, request: Json): string {
  switch (format) {
    case "json":
      return JSON.stringify(profile.wire === "query" ? onWire(request) : request, null, 2);
    case "query":
      return query(profile, request);
    case "http":
      return http(request);
    case "aliyun":
      return aliyun(profile, request);
    case "jdc":
      return jdc(request);
    case "terraform":
      return profile.wire === "json" ? terraformJdcloud(request) : terraformAlicloud(request);
  }
}

/** In a query string, lists travel as JSON text. */
const onWire = (request: Json): Json =>
  Object.fromEntries(
    Object.entries(request).map(([name, value]) => [name, typeof value === "object" ? JSON.stringify(value) : value]),
  );

/** As RFC 3986, which the providers' signatures are made over. A mask stays one. */
const percent = (value: string): string =>
  value === MASK ? MASK : encodeURIComponent(value.toWellFormed()).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

function query(profile: Profile, request: Json): string {
  const action = profile.fields.some(({ name }) => name === "Action") ? { Action: profile.operation } : {};
  return Object.entries({ ...action, ...onWire(request) })
    .map(([name, value]) => `${percent(name)}=${percent(String(value))}`)
    .join("&");
}

const SAFE = /^[\w@%+=:,./-]+$/;
/** One word of a POSIX shell. */
const shell = (value: string): string => (SAFE.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`);

const command = (words: readonly string[], options: readonly (readonly [string, string])[]): string =>
  [words.join(" "), ...options.map(([name, value]) => `  --${name} ${shell(value)}`)].join(" \\\n");

const aliyun = (profile: Profile, request: Json): string =>
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

/** The arguments of `alicloud_kvstore_instance`; the names differ in case from one document to the other. */
const ARGUMENTS: Readonly<Record<string, readonly [name: string, kind: "text" | "number" | "boolean" | "map"]>> = {
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
};

function terraformAlicloud(request: Json): string {
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
      const argument = ARGUMENTS[key];
      if (key === "regionid") continue;
      if (key === "quantity") lines.unshift(["count", literal("number", value)]);
      else if (argument) lines.push([argument[0], literal(argument[1], value)]);
      else left.push(name);
    }
    const width = Math.max(0, ...lines.map(([name]) => name.length));
    const label = instances.length > 1 ? `redis_${index + 1}` : "redis";
    return [
      ...(left.length > 0 ? [`# Not an argument of the resource: ${left.join(", ")}`] : []),
      `resource "alicloud_kvstore_instance" "${label}" {`,
      ...(several && instance.RegionId !== undefined ? [`  provider = alicloud.${alias(String(instance.RegionId))}`] : []),
      ...lines.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`),
      "}",
    ].join("\n");
  });
  const providers = [...regions].map((region) =>
    [
      'provider "alicloud" {',
      ...(several ? [`  alias  = "${alias(region)}"`] : []),
      `  region = ${hcl(region)}`,
      "}",
    ].join("\n"),
  );
  return [...providers, ...blocks].join("\n\n");
}

const alias = (region: string): string => region.replace(/\W/g, "_");

function literal(kind: "text" | "number" | "boolean" | "map", value: unknown): string {
  const word = String(value);
  if (kind === "number" && /^\d+$/.test(word)) return word;
  if (kind === "boolean" && (word === "true" || word === "false")) return word;
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
