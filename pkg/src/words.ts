/** The words of findings, which the WebAssembly module leaves to this side. */
import { standing } from "./source/words.js";
import type { Bilingual, Code, Severity, Source } from "./types.js";

/** A table, column by column. */
type Columns<Row extends readonly unknown[]> = { readonly [Place in keyof Row]: readonly Row[Place][] };

/**
 * As `pkg/bindings/examples/generate.rs` writes them. A number is written as the step from the one before. Where only one
 * language is written, the other one is empty.
 */
export interface Texts {
  /** Name, names of arguments, messages and help, each in English and Chinese. */
  readonly codes: Columns<readonly [string, readonly string[], readonly string[], readonly string[]]>;
  /** Fixed word, English, Chinese. */
  readonly terms: Columns<readonly [string, string, string]>;
  /** Number, English, Chinese. */
  readonly arguments: Columns<readonly [number, string, string]>;
  readonly documents: readonly string[];
  readonly sections: readonly string[];
  /** Number, document, section, quotation. */
  readonly citations: Columns<readonly [number, number, number, string]>;
}

/**
 * A template in pieces: text, and between each two of them a gap, which is an argument by its place among those of the
 * code. The parameter fills a gap that bears its name where no argument does.
 */
interface Template {
  readonly pieces: readonly string[];
  readonly gaps: readonly number[];
}
const PARAMETER = 64;

interface Phrases {
  readonly messages: readonly Template[];
  readonly help: readonly Template[];
}

/** What there is to say about a code: templates are read when they are first filled. */
export class CodeWords {
  #en: Phrases | undefined;
  #zh: Phrases | undefined;

  constructor(
    readonly code: Code,
    readonly names: readonly string[],
    readonly texts: { readonly en: readonly string[]; readonly zh: readonly string[] },
  ) {}

  get en(): Phrases {
    return (this.#en ??= this.#phrases(this.texts.en));
  }

  get zh(): Phrases {
    return (this.#zh ??= this.#phrases(this.texts.zh));
  }

  #phrases(texts: readonly string[]): Phrases {
    const templates = texts.map((text) => template(text, this.names));
    return { help: templates.splice(-1), messages: templates };
  }
}

/** An argument of a finding as it crossed: what kind of value it is, and the value. */
export type Argument =
  | { readonly kind: 0; readonly value: number; readonly digits?: string }
  | { readonly kind: 1; readonly value: string }
  | { readonly kind: 2; readonly value: number }
  | { readonly kind: 3; readonly value: readonly string[]; readonly isOfNumbers?: boolean }
  | { readonly kind: 4; readonly value: readonly number[] }
  | { readonly kind: 5; readonly value: readonly Character[] }
  | { readonly kind: 6; readonly value: number }
  | { readonly kind: 7; readonly value: Bilingual };

/** A character of a finding: the number of its kind, or the character, and how often it occurs. */
export interface Character {
  readonly kind: number;
  readonly character: string;
  /** Whether nobody would see it. */
  readonly unseen: boolean;
  /** Whether it is taken for a sign of ASCII. */
  readonly alike: boolean;
  readonly count: number;
}

export const SEVERITIES: readonly Severity[] = ["info", "warning", "error"];

/** All words that were added. */
const tables = {
  codes: [] as CodeWords[],
  terms: [] as [string, string, string][],
  words: new Map<number, Bilingual>(),
  sources: new Map<number, Source | (() => Source)>(),
};
let begun = false;

function all(): typeof tables {
  if (!begun) {
    begun = true;
    const texts = standing();
    if (texts !== undefined) addWords(JSON.parse(texts) as Texts);
  }
  return tables;
}

/** Adds words, of another document or in another language, to those that there are. */
export function addWords({ codes, terms, arguments: known, documents, sections, citations }: Texts): void {
  for (const [number, [code, names, en, zh]] of rows(codes).entries()) {
    const before = tables.codes[number]?.texts;
    const either = (texts: readonly string[], before: readonly string[] = []) => (texts.length > 0 ? texts : before);
    tables.codes[number] = new CodeWords(code as Code, names, { en: either(en, before?.en), zh: either(zh, before?.zh) });
  }
  for (const [number, [id, en, zh]] of rows(terms).entries()) {
    const before = tables.terms[number];
    tables.terms[number] = [id, en || before?.[1] || "", zh || before?.[2] || ""];
  }
  for (const [number, { en, zh }] of numbered(rows(known), ([, en, zh]) => ({ en, zh }))) {
    const before = tables.words.get(number);
    tables.words.set(number, { en: en || before?.en || "", zh: zh || before?.zh || "" });
  }
  const source = ([, document, section, quote]: readonly [number, number, number, string]) => (): Source =>
    Object.freeze({ document: documents[document]!, section: sections[section]!, quote });
  for (const [number, found] of numbered(rows(citations), source)) tables.sources.set(number, found);
}

function rows<Row extends readonly unknown[]>(columns: Columns<Row>): readonly Row[] {
  return ((columns[0] ?? []) as readonly unknown[]).map((_, place) => columns.map((column) => (column as unknown[])[place]) as unknown as Row);
}

/** Rows by their numbers, of which each is written as the step from the one before. */
function numbered<Row extends readonly [number, ...unknown[]], T>(rows: readonly Row[], read: (row: Row) => T): Map<number, T> {
  let number = 0;
  return new Map(rows.map((row) => [(number += row[0]), read(row)]));
}

function template(text: string, names: readonly string[]): Template {
  const parts = text.split(/\{(\w*)\}/);
  const gaps = parts.flatMap((name, index) => {
    if (index % 2 === 0) return [];
    const place = names.indexOf(name);
    const parameter = name === "parameter" ? PARAMETER : 0;
    return [(place < 0 ? PARAMETER - 1 : place) | parameter];
  });
  return { pieces: parts.filter((_, index) => index % 2 === 0), gaps };
}

export const codeWords = (number: number): CodeWords => all().codes[number] as CodeWords;

export const termId = (number: number): string => all().terms[number]![0];

export const termText = (number: number, chinese: boolean): string => all().terms[number]![chinese ? 2 : 1];

/** A class of characters, by its fixed word. */
export const classWord = (id: string, chinese: boolean): string => inWords(`{${id}}`, chinese);

/** A citation, by its number. */
export function sourceOf(number: number): Source {
  const { sources } = all();
  let source = sources.get(number) as Source | (() => Source);
  if (typeof source === "function") sources.set(number, (source = source()));
  return source;
}

/** A text of the tables, by its number. */
export const tableText = (number: number): Bilingual => all().words.get(number) as Bilingual;

/** A text of the other side, where terms stand as their fixed words in braces. */
export function inWords(text: string, chinese: boolean): string {
  return text.replace(/\{([\w-]+)\}/g, (written, id: string) => {
    const found = all().terms.find((term) => term[0] === id);
    return found ? found[chinese ? 2 : 1] : written;
  });
}

/** Fills the first of the templates whose gaps all have something to fill them. */
export function phrase(
  templates: readonly Template[],
  args: readonly (Argument | undefined)[],
  parameter: string | undefined,
  chinese: boolean,
): string {
  let text = "";
  for (let place = 0; place < templates.length; place++) {
    const { pieces, gaps } = templates[place] as Template;
    text = pieces[0] as string;
    let complete = true;
    for (let index = 0; index < gaps.length; index++) {
      const gap = gaps[index] as number;
      const arg = args[gap % PARAMETER];
      if (arg !== undefined) text += shown(arg, chinese);
      else if (gap >= PARAMETER && parameter !== undefined) text += parameter;
      else complete = false;
      text += pieces[index + 1] as string;
    }
    if (complete) return text;
  }
  return text;
}

/** An argument as a sentence has it. */
function shown(arg: Argument, chinese: boolean): string {
  let text = "";
  switch (arg.kind) {
    case 0:
      return arg.digits ?? String(arg.value);
    case 1:
      return arg.value;
    case 2:
      return termText(arg.value, chinese);
    case 3:
      for (let index = 0; index < arg.value.length; index++) {
        text += `${joint(index, arg.value.length, chinese)}\`${arg.value[index]}\``;
      }
      return text;
    case 4:
      for (let index = 0; index < arg.value.length; index++) {
        text += joint(index, arg.value.length, chinese) + termText(arg.value[index] as number, chinese);
      }
      return text;
    case 5:
      return arg.value
        .map(({ count, ...character }) => {
          const name = characterText(character, chinese);
          return count === 1 ? name : chinese ? `${name}（${count} 次）` : `${name} (${count} times)`;
        })
        .join(chinese ? "、" : ", ");
    case 6:
      return tableText(arg.value)[chinese ? "zh" : "en"];
    case 7:
      return arg.value[chinese ? "zh" : "en"];
  }
}

/** What joins a list to its next value: another before the last one. */
function joint(index: number, count: number, chinese: boolean): string {
  if (index === 0) return "";
  if (index === count - 1) return chinese ? "或" : " or ";
  return chinese ? "、" : ", ";
}

function characterText({ kind, character, unseen, alike }: Omit<Character, "count">, chinese: boolean): string {
  if (kind >= 0) return termText(kind, chinese);
  if (character === " ") return chinese ? "空格" : "space";
  const number = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
  if (unseen) return number;
  // What looks like a sign of ASCII is told apart by its number.
  return alike ? `\`${character}\` (${number})` : `\`${character}\``;
}
