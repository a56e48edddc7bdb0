/** The editor: CodeMirror, loaded only when the pane opens. */
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { type Action, type Diagnostic as Mark, linter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorSelection, EditorState, type Extension, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
// From the other entry: its texts are data of their own, which the first view must not carry.
import { explain } from "kvspec";
import type { Diagnostic } from "kvspec";
import { capital } from "../text.js";
import type { Language, Problem } from "./check.js";
import { pieces } from "./inline.js";
import { EDITOR_PHRASES, TEXTS } from "./texts.js";

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly locale: Language;
  readonly dark: boolean;
  /** The element that says which keys there are. */
  readonly describedBy: string;
  readonly onChange: (byUser: boolean) => void;
  /** Asked to go to the next problem (1) or the previous one (-1), seen from the cursor. */
  readonly onMove: (step: 1 | -1) => void;
  /** Asked to show the entry of the problem at the cursor in the list. */
  readonly onReveal: () => void;
  readonly onFix: (problem: Problem) => void;
  readonly onFiles: (files: FileList) => void;
}

export interface Editor {
  readonly text: () => string;
  readonly cursor: () => number;
  /** Puts another text in; undone like any other change. */
  readonly replace: (text: string) => void;
  readonly apply: (edits: readonly { start: number; end: number; text: string }[]) => void;
  readonly mark: (problems: readonly Problem[]) => void;
  readonly select: (from: number, to: number) => void;
  readonly focus: () => void;
  readonly configure: (locale: Language, dark: boolean) => void;
  readonly destroy: () => void;
}

function element(tag: string, className: string, message: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  for (const { code, text } of pieces(message)) {
    const part = node.appendChild(document.createElement(code ? "code" : "span"));
    part.textContent = text;
  }
  return node;
}

/** What is shown beside the pointer: message, what to do, why, and the passage of the document. */
function tooltip(found: Diagnostic, locale: Language): HTMLElement {
  const t = TEXTS[locale];
  const box = document.createElement("div");
  box.className = "lint-tip";
  const head = box.appendChild(element("p", "lint-tip-message", capital(found.message)));
  const link = head.appendChild(document.createElement("a"));
  link.href = `#/rules/${found.code}`;
  link.className = "lint-code";
  link.textContent = found.code;
  box.append(element("p", "lint-tip-help", `${t.help}${locale === "zh" ? "：" : ": "}${found.help}`));
  const reason = explain(found.code, locale)?.reason;
  if (reason) box.append(element("p", "lint-tip-why", reason));
  if (found.source) {
    const quote = box.appendChild(document.createElement("blockquote"));
    quote.textContent = found.source.quote;
    const cite = quote.appendChild(document.createElement("cite"));
    cite.textContent = `${found.source.document}, ${found.source.section}`;
  }
  return box;
}

const looksLikeJson = (text: string) => /^[\ufeff\s]*[{["]/.test(text);

export function createEditor(options: EditorOptions): Editor {
  const { parent, onChange, onMove, onReveal, onFix, onFiles } = options;
  let { locale, dark } = options;
  let isJson = looksLikeJson(options.text);
  const words = new Compartment();
  const colours = new Compartment();
  const language = new Compartment();

  const wording = (): Extension => [
    EditorState.phrases.of(EDITOR_PHRASES[locale]),
    EditorView.contentAttributes.of({
      "aria-label": TEXTS[locale].editor,
      "aria-describedby": options.describedBy,
      spellcheck: "false",
      autocapitalize: "off",
      autocorrect: "off",
      translate: "no",
    }),
  ];

  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightSpecialChars(),
        bracketMatching(),
        highlightSelectionMatches(),
        search({ top: true }),
        EditorView.lineWrapping,
        syntaxHighlighting(classHighlighter),
        linter(null),
        keymap.of([
          { key: "F8", run: () => (onMove(1), true), shift: () => (onMove(-1), true) },
          { key: "Mod-.", run: () => (onReveal(), true) },
          ...searchKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        words.of(wording()),
        colours.of(EditorView.theme({}, { dark })),
        language.of(isJson ? json() : []),
        EditorView.domEventHandlers({
          drop(event) {
            const files = event.dataTransfer?.files;
            if (!files?.length) return false;
            event.preventDefault();
            onFiles(files);
            return true;
          },
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const start = update.state.doc.sliceString(0, 200);
          if (looksLikeJson(start) !== isJson) {
            isJson = !isJson;
            // Not while an update is under way.
            queueMicrotask(() => view.dispatch({ effects: language.reconfigure(isJson ? json() : []) }));
          }
          onChange(update.transactions.some((one) => one.annotation(Transaction.userEvent) !== undefined));
        }),
      ],
    }),
  });

  const mark = (problems: readonly Problem[]): void => {
    const length = view.state.doc.length;
    const marks = problems.map((problem): Mark => {
      const { diagnostic: found } = problem;
      const from = Math.min(found.span?.start.offset ?? 0, length);
      const to = Math.min(Math.max(found.span?.end.offset ?? from, from), length);
      const actions: Action[] = found.fix?.edits.length ? [{ name: found.fix.title, apply: () => onFix(problem) }] : [];
      return { from, to, severity: found.severity, message: found.message, renderMessage: () => tooltip(found, locale), actions };
    });
    view.dispatch(setDiagnostics(view.state, marks));
  };

  return {
    text: () => view.state.doc.toString(),
    cursor: () => view.state.selection.main.head,
    replace(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true, annotations: isolateHistory.of("full") });
    },
    apply(edits) {
      const length = view.state.doc.length;
      const changes = edits
        .filter(({ start, end }) => start <= end && end <= length)
        .map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
      // Undone by itself, however soon another follows.
      view.dispatch({ changes, annotations: isolateHistory.of("full") });
    },
    mark,
    select(from, to) {
      const length = view.state.doc.length;
      const selection = EditorSelection.single(Math.min(from, length), Math.min(to, length));
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.main, { y: "center" }) });
      view.focus();
    },
    configure(newLocale, newDark) {
      if (newLocale === locale && newDark === dark) return;
      ({ locale, dark } = { locale: newLocale, dark: newDark });
      view.dispatch({ effects: [words.reconfigure(wording()), colours.reconfigure(EditorView.theme({}, { dark }))] });
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
