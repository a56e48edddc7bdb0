/** Where a purchase page shows what. Only the places are here: the fields come from the package. */
import type { Field } from "kvspec/core-slim";
import { type Language, text } from "../text.ts";

export const SECTIONS = ["billing", "place", "network", "instance", "name", "upkeep", "more"] as const;
export type Section = (typeof SECTIONS)[number];

/** Names of parameters in the order in which a purchase page asks for them. What is not here comes last. */
const PLACES: Record<Exclude<Section, "more">, readonly string[]> = {
  billing: [
    "billingMethod", "ChargeType", "chargeMode", "chargeUnit", "duration", "Period", "chargeDuration",
    "AutoRenew", "autoRenew", "AutoRenewPeriod", "AutoPay",
  ],
  place: ["region", "RegionId", "regionId", "zone", "ZoneId", "izNo", "master", "slave", "SecondaryZoneId"],
  network: [
    "networkType", "NetworkType", "vpc", "VpcId", "vpcId", "vSwitch", "VSwitchId", "vSwitchId", "subnetId",
    "PrivateIp", "PrivateIpAddress", "ipv6On",
  ],
  instance: [
    "InstanceType", "instanceType", "version", "EngineVersion", "redisVersion", "cacheInstanceType", "nodeType", "NodeType", "ShardType",
    "instanceClass", "InstanceClass", "cacheInstanceClass", "Capacity", "StorageType", "Storage", "ShardCount", "shardNumber",
    "ReadOnlyCount", "SlaveReadOnlyCount", "ReplicaCount", "SlaveReplicaCount", "replicaNumber", "quantity",
  ],
  upkeep: ["MaintainStartTime", "MaintainEndTime", "Tag", "userTags"],
  name: ["instanceName", "InstanceName", "cacheInstanceName", "password", "Password", "cacheInstanceDescription"],
};

export function sectionOf({ name }: Field): Section {
  return SECTIONS.find((section) => section !== "more" && PLACES[section].includes(name)) ?? "more";
}

/** The fields by section, each in the order of a purchase page. */
export function arrange(fields: readonly Field[]): ReadonlyMap<Section, readonly Field[]> {
  const rank = (section: Section, { name }: Field) => (section === "more" ? 0 : PLACES[section].indexOf(name));
  return new Map(
    SECTIONS.map((section): [Section, Field[]] => [
      section,
      fields.filter((field) => sectionOf(field) === section).sort((a, b) => rank(section, a) - rank(section, b)),
    ]).filter(([, found]) => found.length > 0),
  );
}

/** What a purchase page calls a value. The value itself stands beside it. */
const WORDS: Readonly<Record<string, readonly [string, string]>> = {
  PrePaid: ["Subscription", "包年包月"],
  Subscription: ["Subscription", "包年包月"],
  prepaid_by_duration: ["Subscription", "包年包月"],
  PostPaid: ["Pay-as-you-go", "按量付费"],
  "Pay-As-You-Go": ["Pay-as-you-go", "按量付费"],
  postpaid_by_usage: ["By usage", "按用量计费"],
  postpaid_by_duration: ["By configuration", "按配置计费"],
  VPC: ["VPC", "专有网络"],
  CLASSIC: ["Classic network", "经典网络"],
  Classic: ["Classic network", "经典网络"],
  "Classic Network": ["Classic network", "经典网络"],
  STAND_ALONE: ["Single copy", "单副本"],
  MASTER_SLAVE: ["Dual copy", "双副本"],
  "Dual Copy": ["Dual copy", "双副本"],
  // Other words for the same, which only classic classes take.
  double: ["Dual copy, classic", "双副本（经典版）"],
  single: ["Single copy, classic", "单副本（经典版）"],
  tair_rdb: ["Memory", "内存型"],
  tair_scm: ["Persistent memory", "持久内存型"],
  tair_essd: ["Disk", "磁盘型"],
  "master-slave": ["Primary and replica", "主从架构"],
  cluster: ["Cluster", "集群架构"],
  "native-cluster": ["Native cluster", "原生集群架构"],
  AzIndependentEndpoint: ["One per zone", "各可用区独立地址"],
  UnifiedEndpoint: ["One for all zones", "统一地址"],
  yes: ["On", "开启"],
  no: ["Off", "关闭"],
  month: ["By month", "按月"],
  year: ["By year", "按年"],
};

const DURATIONS = ["duration", "Period", "chargeDuration", "AutoRenewPeriod"];

/** A value in the words of a purchase page, or nothing where the value says it all. */
export function wordOf(field: Field, value: string, language: Language, unit = "month"): string | undefined {
  if (DURATIONS.includes(field.name) && /^\d+$/.test(value)) {
    const months = Number(value);
    const years = unit === "year" ? months : months / 12;
    if (Number.isInteger(years)) return text(language, years === 1 ? "year1" : "year", years);
    return text(language, months === 1 ? "month1" : "month", months);
  }
  const values = field.constraint?.kind === "one-of" ? field.constraint.values : [];
  if (values.length === 2 && (values.includes("true") || values.includes("1"))) {
    if (value === "true" || value === "1") return text(language, "on");
    if (value === "false" || value === "0") return text(language, "off");
  }
  return WORDS[value]?.[language === "zh" ? 1 : 0];
}
