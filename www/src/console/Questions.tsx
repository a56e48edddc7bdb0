import { Radio } from "antd";
import type { ProfileId } from "kvspec/core-slim";
import { type Language, text } from "../text.ts";
import { editionName, nearest, type Offer, OFFERS, offerOf } from "./documents.ts";

interface Props {
  readonly id: ProfileId;
  readonly language: Language;
  readonly onChoose: (id: ProfileId) => void;
}

/** The two questions that a purchase begins with, the product, and whose edition of the document holds. */
export function Questions({ id, language, onChoose }: Props) {
  const offer = offerOf(id);
  const within = OFFERS.filter(({ provider }) => provider === offer.provider);
  const alike = within.filter(({ count }) => count === offer.count);
  const editions = alike.filter(({ product }) => product === offer.product);
  const distinct = <K extends keyof Offer>(offers: readonly Offer[], key: K) => [...new Set(offers.map((each) => each[key]))];
  const label = (each: Offer): string => {
    const name = editionName(each.id, language);
    if (each === editions[0] && name === undefined && each.date !== "") return text(language, "today", each.date);
    return [name, each.date].filter(Boolean).join(language === "zh" ? "，" : ", ") || each.id;
  };
  return (
    <div className="questions">
      <Question
        title={text(language, "provider")}
        name="provider"
        value={offer.provider}
        options={distinct(OFFERS, "provider").sort().map((value) => [value, text(language, value)])}
        onChange={(provider) => onChoose(nearest(offer, { provider }))}
      />
      <Question
        title={text(language, "count")}
        name="count"
        value={offer.count}
        options={distinct(within, "count").sort().map((value) => [value, text(language, value)])}
        onChange={(count) => onChoose(nearest(offer, { provider: offer.provider, count }))}
      />
      <Question
        title={text(language, "kind")}
        name="product"
        value={offer.product}
        options={distinct(alike, "product").sort().map((value) => [value, text(language, value)])}
        onChange={(product) => onChoose(nearest(offer, { provider: offer.provider, count: offer.count, product }))}
      />
      <Question
        small
        title={text(language, "edition")}
        name="profile"
        value={id}
        options={editions.map((each) => [each.id, label(each)])}
        onChange={onChoose}
      />
    </div>
  );
}

interface QuestionProps<T extends string> {
  readonly title: string;
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
  readonly small?: boolean;
}

function Question<T extends string>({ title, name, value, options, onChange, small = false }: QuestionProps<T>) {
  // What has one answer is no question; of the edition it is worth saying.
  if (options.length < 2 && !small) return null;
  return (
    <div className={small ? "question small" : "question"}>
      <span className="question-title" id={`q-${name}`}>{title}</span>
      <Radio.Group
        name={name}
        role="radiogroup"
        aria-labelledby={`q-${name}`}
        optionType="button"
        buttonStyle="solid"
        size={small ? "small" : "middle"}
        value={value}
        onChange={({ target }) => onChange(target.value as T)}
        options={options.map(([each, label]) => ({ value: each, label }))}
      />
    </div>
  );
}
