/** Which document a purchase begins with: the provider, one instance or several, the product, and the edition. */
import type { ProfileId } from "kvspec/core-slim";
import { DOCUMENTS, type Listed } from "virtual:documents";
import type { Language } from "../text.ts";

export type Provider = "alibaba" | "jdcloud";
export type Count = "one" | "several";
export type Product = "redis" | "tair";

export interface Offer {
  readonly id: ProfileId;
  readonly title: Listed["title"];
  readonly provider: Provider;
  readonly count: Count;
  readonly product: Product;
  /** The day or month of the document, where it is known. */
  readonly date: string;
}

/** When the documents without a day in their name are from. */
const DATES: Readonly<Record<string, string>> = {
  "alibaba.create-instances": "2026-03-30",
  "alibaba.create-instance.cn": "2019-02",
};

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  "alibaba.create-instance.cn": ["Chinese edition", "中文版"],
  "alibaba.create-instance.intl": ["International edition", "国际版"],
  "alibaba.console": ["Purchase page", "购买页"],
  "jdcloud.create-cache-instance": ["Edition v1", "v1 版"],
};

const dateOf = ({ id, edition }: Listed): string => DATES[id] ?? (/^\d{4}(-\d\d){0,2}$/.test(edition) ? edition : "");

/** The newest first. */
export const OFFERS: readonly Offer[] = DOCUMENTS
  .map((listed): Offer => ({
    id: listed.id,
    title: listed.title,
    provider: listed.id.startsWith("jdcloud") ? "jdcloud" : "alibaba",
    count: listed.several ? "several" : "one",
    product: listed.id.includes("tair") ? "tair" : "redis",
    date: dateOf(listed),
  }))
  .sort((a, b) => b.date.localeCompare(a.date) || Number(a.product === "tair") - Number(b.product === "tair") || Number(a.count === "several") - Number(b.count === "several"));

export const offerOf = (id: ProfileId): Offer => OFFERS.find((offer) => offer.id === id) as Offer;

/** What the page opens with: one instance of Alibaba Cloud's, as its newest document has it. */
export const FIRST: ProfileId = (OFFERS.find(({ provider, count, product }) => provider === "alibaba" && count === "one" && product === "redis") ?? (OFFERS[0] as Offer)).id;

/** What an edition is called beside its date. */
export const editionName = (id: ProfileId, language: Language): string | undefined => NAMES[id]?.[language === "zh" ? 1 : 0];

/** The document that comes nearest to one with another answer. */
export function nearest(from: Offer, wanted: Partial<Offer>): ProfileId {
  const aim = { ...from, ...wanted };
  const fits = (offer: Offer) => Object.entries(wanted).every(([name, value]) => offer[name as keyof Offer] === value);
  const score = (offer: Offer) => Number(offer.count === aim.count) * 4 + Number(offer.product === aim.product) * 2;
  return ([...OFFERS].filter(fits).sort((a, b) => score(b) - score(a))[0] ?? from).id;
}
