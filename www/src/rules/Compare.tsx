/** How two profiles differ. */
import { Button, Select } from "antd";
import { compare } from "kvspec";
import { type Comparison, type ProfileId, profiles } from "kvspec";
import type { ReactNode } from "react";
import { Inline } from "../lint/Inline.js";
import { compareLink, ruleLink } from "./route.js";
import { type Language, TEXTS } from "./texts.js";

type Parameter = Comparison["parameters"][number];
type Side = Parameter["a"];
type RuleSide = Comparison["rules"][number]["a"];

const titleOf = (id: ProfileId, locale: Language) => profiles.find((one) => one.id === id)?.title[locale] ?? id;

export function Compare({ a, b, locale, heading }: { a: ProfileId; b: ProfileId; locale: Language; heading: (text: ReactNode) => ReactNode }) {
  const t = TEXTS[locale];
  const found = compare(a, b, { locale });
  const options = profiles.map(({ id, title }) => ({ value: id, label: title[locale] }));
  const go = (first: ProfileId, second: ProfileId) => {
    window.location.hash = compareLink(first, second);
  };
  const columns = [titleOf(a, locale), titleOf(b, locale)] as const;
  return (
    <article className="rules-page rules-compare">
      {heading(t.compare)}
      <p>{t.compareIntro}</p>
      <div className="rules-bar">
        <label className="rules-field">
          <span>{t.first}</span>
          <Select className="rules-select rules-first" aria-label={t.first} value={a} options={options} popupMatchSelectWidth={false} onChange={(id) => go(id, b)} />
        </label>
        <label className="rules-field">
          <span>{t.second}</span>
          <Select className="rules-select rules-second" aria-label={t.second} value={b} options={options} popupMatchSelectWidth={false} onChange={(id) => go(a, id)} />
        </label>
        <Button className="rules-swap" onClick={() => go(b, a)}>⇄ {t.swap}</Button>
      </div>
      <p role="status" className="rules-quiet">{a === b ? t.identical : t.same(found.same)}</p>

      <h3 id="rules-parameters">{t.parameters}</h3>
      {found.parameters.length === 0 ? <p>{t.noDifference}</p> : (
        <Table labelledBy="rules-parameters" columns={[...columns, t.difference]}>
          {found.parameters.map((row) => (
            <tr role="row" key={`${row.notion} ${row.a?.path} ${row.b?.path}`} data-notion={row.notion}>
              <Cell label={columns[0]}><Requirement side={row.a} locale={locale} /></Cell>
              <Cell label={columns[1]}><Requirement side={row.b} locale={locale} /></Cell>
              <Cell label={t.difference}>
                <ul className="rules-differences">
                  {row.differences.map(({ kind, aspect, message }, index) => (
                    // Both constraints stand beside it: here it is enough to say which way they differ.
                    <li key={index} data-kind={kind} title={message}><Inline text={aspect ? message.replace(/[:：].*/s, "") : message} /></li>
                  ))}
                </ul>
              </Cell>
            </tr>
          ))}
        </Table>
      )}

      <h3 id="rules-rules">{t.rules}</h3>
      {found.rules.length === 0 ? <p>{t.noDifference}</p> : (
        <Table labelledBy="rules-rules" columns={[...columns, t.difference]}>
          {found.rules.map((row, index) => (
            <tr role="row" key={index}>
              <Cell label={columns[0]}><Finding side={row.a} locale={locale} /></Cell>
              <Cell label={columns[1]}><Finding side={row.b} locale={locale} /></Cell>
              <Cell label={t.difference}>{t.kinds[row.kind] ?? t.changed}</Cell>
            </tr>
          ))}
        </Table>
      )}
    </article>
  );
}

/** On a narrow page each row becomes a card, so the roles are said: a table laid out otherwise would lose them. */
function Table({ labelledBy, columns, children }: { labelledBy: string; columns: readonly string[]; children: ReactNode }) {
  return (
    <table role="table" className="rules-table" aria-labelledby={labelledBy}>
      <thead role="rowgroup">
        <tr role="row">{columns.map((column, index) => <th role="columnheader" scope="col" key={index}>{column}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}

const Cell = ({ label, children }: { label: string; children: ReactNode }) => (
  <td role="cell"><span className="rules-label" aria-hidden="true">{label}</span>{children}</td>
);

function Requirement({ side, locale }: { side: Side; locale: Language }) {
  const t = TEXTS[locale];
  if (!side) return <span className="rules-quiet">{t.absent}</span>;
  return (
    <>
      <code>{side.path}</code> <span className="rules-quiet">{side.type}{side.need === "required" && `, ${t.required}`}</span>
      <p><Inline text={side.constraint} /></p>
      {side.default !== null && <p>{t.defaultsTo} <code>{side.default}</code></p>}
      <Quote {...side.source} />
    </>
  );
}

function Finding({ side, locale }: { side: RuleSide; locale: Language }) {
  const t = TEXTS[locale];
  if (!side) return <span className="rules-quiet">{t.absent}</span>;
  return (
    <>
      <a href={ruleLink(side.code)}>{side.code}</a> <span className="rules-severity" data-severity={side.severity}>{t.severity[side.severity]}</span>
      <p>{side.path && <><code>{side.path}</code>{t.colon}</>}<Inline text={side.when} /></p>
      <Quote {...side.source} />
    </>
  );
}

const Quote = ({ document, section, quote }: { document: string; section: string; quote: string }) => (
  <blockquote title={`${document}, ${section}`}>{quote}</blockquote>
);
