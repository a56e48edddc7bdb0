/** The pane's state in the fragment of the address, and texts to pass on. Neither ever holds a secret. */
import type { OrderFormat } from "kvspec/lint-slim";
import { redactText } from "./background.js";
import type { Checked, Language, Problem } from "./check.js";
import { TEXTS } from "./texts.js";

/** What a link holds. */
export interface Shared {
  readonly text: string;
  readonly profile: string | undefined;
  /** What its file is called, if it has a name. */
  readonly file?: string | undefined;
}

/** Longer links are cut by mail programs and chats. */
export const LONGEST_LINK = 16_000;
/** Characters. Browsers keep some millions for a page. */
const LONGEST_KEPT = 500_000;

const utf8 = new TextEncoder();

/**
 * The text without its secrets, and how many there were. The package masks them byte by byte; so that the rest still
 * reads as it did, a masked JSON value becomes `null`, and one of a query string becomes empty. Of a text that cannot
 * be read the asterisks stay.
 */
export async function withoutSecrets({ text, profile, file }: Shared): Promise<{ text: string; blanked: number }> {
  const masked = await redactText({ text, profile, file, locale: "en" });
  const before = utf8.encode(text);
  const after = utf8.encode(masked);
  if (before.length !== after.length) return { text: masked, blanked: 1 };
  const parts: Uint8Array[] = [];
  const blank = utf8.encode(isQuery(text) ? "" : "null");
  let blanked = 0;
  let done = 0;
  for (let at = 0; at < after.length; at++) {
    if (after[at] === before[at]) continue;
    let start = at;
    while (start > done && after[start - 1] === STAR) start--;
    let end = at;
    // Line breaks within a masked value stay, and what lines are indented by.
    let begins = false;
    for (let next = at; next < after.length; next++) {
      const byte = after[next];
      if (byte === STAR) {
        end = next + 1;
        begins = false;
      } else if (byte === 10 || byte === 13) {
        begins = true;
      } else if (!begins || (byte !== 0x20 && byte !== 9)) {
        break;
      }
    }
    parts.push(after.subarray(done, start), blank);
    blanked++;
    done = end;
    at = end - 1;
  }
  parts.push(after.subarray(done));
  const clean = parts.map((part) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(part)).join("");
  return { text: isQuery(text) || (/^[\ufeff\s]*[{["]/.test(text) && isJson(clean)) ? clean : masked, blanked };
}

const STAR = 0x2a;
const isQuery = (text: string) => /^[\ufeff\s]*(https?:\/\/|[^\s={["]+=)/.test(text);

/** Whether it is JSON, or JSON on each line. */
function isJson(text: string): boolean {
  const reads = (part: string) => {
    try {
      JSON.parse(part.replace(/^\ufeff/, ""));
      return true;
    } catch {
      return false;
    }
  };
  return reads(text) || text.split("\n").every((line) => line.trim() === "" || reads(line));
}

/** The fragment for a state; `undefined` where it would be too long to share. */
export async function fragmentOf(state: Shared): Promise<{ fragment: string | undefined; blanked: number }> {
  const { text, blanked } = await withoutSecrets(state);
  const query = new URLSearchParams();
  if (state.profile) query.set("profile", state.profile);
  if (state.file) query.set("file", state.file);
  query.set("text", text);
  const fragment = `#/lint?${query}`;
  return { fragment: fragment.length > LONGEST_LINK ? undefined : fragment, blanked };
}

/** The state that a fragment holds, if it is one of the lint pane with a text or a profile. */
export function readFragment(fragment: string): Shared | undefined {
  if (!fragment.startsWith("#/lint?")) return undefined;
  const query = new URLSearchParams(fragment.slice("#/lint?".length));
  const text = query.get("text");
  const profile = word(query.get("profile"));
  return text === null && !profile ? undefined : { text: text ?? "", profile, file: word(query.get("file")) };
}

/** A name as one may stand in an address: nothing else is taken from it. */
const word = (given: string | null): string | undefined => (given !== null && /^[\w.-]{1,100}$/.test(given) ? given : undefined);

/** The fragment that opens the pane with a sample. */
export const linkTo = (text: string, profile: string | undefined): string => {
  const query = new URLSearchParams(profile ? { profile, text } : { text });
  return `#/lint?${query}`;
};

const KEY = "kvspec.text";
/** Milliseconds after the text was checked. */
const CALM = 500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keeps a text, without its secrets, until the tab is closed; or nothing. */
export function keepText(state: Shared | undefined): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (!state) return forget();
    if (state.text.length > LONGEST_KEPT) return;
    void withoutSecrets(state).then(({ text }) => sessionStorage.setItem(KEY, JSON.stringify({ ...state, text }))).catch(() => undefined);
  }, CALM);
}

function forget(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept either.
  }
}

/** The text that was kept. */
export function keptText(): Shared | undefined {
  try {
    const { text, profile, file } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Record<string, unknown>;
    const named = (given: unknown) => word(typeof given === "string" ? given : null);
    return typeof text === "string" ? { text, profile: named(profile), file: named(file) } : undefined;
  } catch {
    return undefined;
  }
}

/** What a fence calls the formats of orders. */
const FENCES: Partial<Record<OrderFormat, string>> = {
  json: "json",
  ndjson: "json",
  terraform: "hcl",
  "terraform-json": "json",
  ros: "yaml",
  pulumi: "yaml",
  crossplane: "yaml",
  shell: "shell",
  markdown: "markdown",
};

/** A code block fence longer than any run of backticks inside. */
const fence = (text: string) => "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));

/** A finding as the text of an issue: Markdown with the order, without its secrets. */
export async function issueText(state: Shared, checked: Checked, problem: Problem, locale: Language, page: string): Promise<string> {
  const t = TEXTS[locale];
  const { diagnostic: found } = problem;
  const order = checked.orders.find(({ index }) => index === problem.spec);
  const { text } = await withoutSecrets(state);
  const shown = excerpt(text, found.span?.start.line ?? 1);
  const marks = fence(shown);
  const { fragment } = await fragmentOf(state);
  return [
    `### ${found.code}: ${found.message}`,
    "",
    `- ${t.place}: \`${found.path || "/"}\`${found.span ? `, ${t.lineColumn(found.span.start.line, found.span.start.column)}` : ""}`,
    `- ${t.profile}: ${order?.profile ?? "–"}${order?.inferred ? ` (${t.inferred})` : ""}`,
    `- ${t.help}: ${found.help}`,
    ...(found.source ? [`- ${found.source.document}, ${found.source.section}: “${found.source.quote}”`] : []),
    ...(fragment ? [`- ${page}${fragment}`] : []),
    "",
    marks + (FENCES[order?.format ?? "query"] ?? ""),
    shown,
    marks,
    "",
  ].join("\n");
}

/** Of a long text, the lines around one. */
function excerpt(text: string, line: number): string {
  const lines = text.replace(/\n$/, "").split("\n");
  const from = lines.length <= 40 ? 0 : Math.max(0, line - 11);
  const cut = (each: string) => (each.length > 2000 ? `${each.slice(0, 2000)}…` : each);
  return lines.slice(from, from + 40).map(cut).join("\n");
}
