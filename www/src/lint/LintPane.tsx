/** The lint pane: an editor for orders, and what is wrong with them. */
import { Button, Dropdown, Select, theme } from "antd";
import type { ProfileName } from "kvspec/lint-slim";
import { type ChangeEvent, type CSSProperties, type DragEvent, type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { takeText, toConsole } from "../handover.js";
import { fixText, inspectText, orderOf, profileNames, reportText } from "./background.js";
import { type Output, OutputMenu, SettingsFields } from "./Bench.js";
import type { Checked, CheckRequest, Language, Problem } from "./check.js";
import type { Editor } from "./editor.js";
import { EXAMPLES, type Example, FAULTY } from "./examples.js";
import { spoken } from "./inline.js";
import { ProblemList } from "./ProblemList.js";
import { asJson, formOf, parametersOf } from "./request.js";
import { commandOf, isPlain, keepSettings, readSettings } from "./settings.js";
import { fragmentOf, issueText, keepText, keptText, readFragment, type Shared } from "./share.js";
import { TEXTS } from "./texts.js";

export interface LintPaneProps {
  readonly locale: Language;
  readonly dark: boolean;
}

/** What is there to be copied: shown, too, since browsers may refuse to copy. */
interface Outgoing {
  readonly kind: "link" | "issue" | Output;
  readonly text: string;
}

/** What the pane begins with: a file as most people have one. */
const FIRST = FAULTY.find(({ name }) => name.endsWith(".tf")) ?? FAULTY[0];

/** Whether a text is an edited one and not another that was pasted in its place: half of the shorter stayed where it was. */
function isEdited(before: string, now: string): boolean {
  const shorter = Math.min(before.length, now.length);
  let same = 0;
  while (same < shorter && before[same] === now[same]) same++;
  let tail = 0;
  while (tail < shorter - same && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return same + tail >= shorter / 2;
}

const LARGEST_FILE = 40;
/** Milliseconds without a key before the text is checked: at least, and at most. */
const PAUSE = { least: 120, most: 1500 } as const;
const INFERRED = "";
/** Characters of an order that is one, and no file of many. */
const SHORT = 50_000;

/**
 * What the pane held when it was left, for a rule's page say, and its address then. In memory only, since it may have
 * secrets in it.
 */
let left: (Shared & { readonly hash: string }) | undefined;

/** Whether it began with what the browser had kept. */
let restored = false;

/** What the pane begins with: what the address says, what it held before, or an order with mistakes. */
function begin(): Shared {
  const { hash } = location;
  const given = takeText();
  if (given) left = { ...given, hash };
  if (left?.hash === hash) return left;
  const known = readFragment(hash) ?? left;
  if (known) return known;
  const kept = keptText();
  restored = kept !== undefined;
  return kept ?? { text: FIRST?.text ?? "", profile: undefined, file: FIRST?.name };
}

export default function LintPane({ locale, dark }: LintPaneProps) {
  const t = TEXTS[locale];
  const { token } = theme.useToken();
  const ground = { "--lint-ground": token.colorBgContainer, "--lint-line": token.colorBorder } as CSSProperties;
  const [profile, setProfile] = useState<string | undefined>(() => begin().profile);
  const [profiles, setProfiles] = useState<readonly ProfileName[]>([]);
  const [checked, setChecked] = useState<Checked>();
  const [failure, setFailure] = useState<string>();
  const [phase, setPhase] = useState<"loading" | "ready" | "failed">("loading");
  const [current, setCurrent] = useState<Problem>();
  const [notesOpen, setNotesOpen] = useState(false);
  const [said, setSaid] = useState(() => (begin(), restored ? t.restored : ""));
  const [outgoing, setOutgoing] = useState<Outgoing>();
  const [settings, setSettings] = useState(readSettings);
  /** Whether other settings than the usual ones were kept: then they are in sight. */
  const [begun] = useState(() => !isPlain(settings));
  /** Whether the editor is empty. */
  const [blank, setBlank] = useState(() => begin().text.trim() === "");
  const [over, setOver] = useState(false);
  /** How often the editor had to be asked for. */
  const [attempt, setAttempt] = useState(0);

  const pane = useRef<HTMLElement>(null);
  const holder = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const editor = useRef<Editor>(undefined);
  const timer = useRef<number>(undefined);
  const run = useRef(0);
  /** What the file is called that the text comes from. */
  const file = useRef(begin().file);
  /** The text that the name belonged to when it was last looked at. */
  const named = useRef(begin().text);
  /** The address while the pane is shown. */
  const hash = useRef(location.hash);
  const pause = useRef<number>(PAUSE.least);
  /** The text that the problems belong to. */
  const checkedText = useRef<string>(undefined);
  const hintId = useId();
  const titleId = useId();
  const problemsId = useId();
  const outgoingId = useId();

  const request = (text: string): CheckRequest => ({ text, profile, locale, file: file.current, settings });

  async function check(): Promise<Checked | undefined> {
    if (!editor.current) return undefined;
    window.clearTimeout(timer.current);
    const mine = ++run.current;
    const text = editor.current.text();
    if (!isEdited(named.current, text)) file.current = undefined;
    named.current = text;
    const begun = performance.now();
    try {
      const result = await inspectText(request(text));
      // Something newer is under way.
      if (mine !== run.current) return undefined;
      pause.current = Math.min(Math.max((performance.now() - begun) * 3, PAUSE.least), PAUSE.most);
      checkedText.current = text;
      keepText(exampleOf(file.current ?? "")?.text === text ? undefined : { text, profile, file: file.current });
      editor.current.mark(text.trim() === "" ? [] : result.problems);
      // Shown before anybody is told that it is there: whoever mended something looks for the focus next.
      flushSync(() => {
        setChecked(result);
        setBlank(text.trim() === "");
        setFailure(undefined);
        setCurrent(undefined);
      });
      list.current?.setAttribute("aria-busy", "false");
      return result;
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
      list.current?.setAttribute("aria-busy", "false");
      return undefined;
    }
  }

  function changed(byUser: boolean): void {
    list.current?.setAttribute("aria-busy", "true");
    run.current++;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void act.current.check(), pause.current);
    setOutgoing(undefined);
    // The address no longer says what the editor holds.
    if (byUser && location.hash.startsWith("#/lint?")) setHash("#/lint");
  }

  function setHash(to: string): void {
    history.replaceState(history.state, "", to);
    hash.current = location.hash;
  }

  const visible = (): readonly Problem[] =>
    (checked?.problems ?? []).filter(({ diagnostic }) => notesOpen || diagnostic.severity !== "info");

  function go(problem: Problem): void {
    const span = problem.diagnostic.span;
    setCurrent(problem);
    editor.current?.select(span?.start.offset ?? 0, span?.end.offset ?? 0);
    const all = visible();
    setSaid(`${t.at(all.indexOf(problem) + 1, all.length)}: ${t[problem.diagnostic.severity]}: ${spoken(problem.diagnostic.message)}`);
  }

  /** From the problem that was gone to last or, if the cursor has moved away, from the cursor. */
  function move(step: 1 | -1): void {
    const all = visible();
    if (all.length === 0) return setSaid(t.fine);
    const cursor = editor.current?.cursor() ?? 0;
    const at = current ? all.indexOf(current) : -1;
    const stays = at >= 0 && (current?.diagnostic.span?.end.offset ?? 0) === cursor;
    let next: number;
    if (stays) next = at + step;
    else if (step === 1) next = all.findIndex(({ diagnostic }) => (diagnostic.span?.start.offset ?? 0) >= cursor);
    else next = all.findLastIndex(({ diagnostic }) => (diagnostic.span?.start.offset ?? 0) < cursor);
    if (!stays && next < 0) next = step === 1 ? 0 : all.length - 1;
    go(all[(next + all.length) % all.length] as Problem);
  }

  function reveal(): void {
    const cursor = editor.current?.cursor() ?? 0;
    const inside = ({ diagnostic: { span } }: Problem) => span && span.start.offset <= cursor && cursor <= span.end.offset;
    const problem = current ?? visible().find(inside) ?? visible()[0];
    if (!problem) return;
    setCurrent(problem);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("[data-current] .lint-go")?.focus());
  }

  /** Goes back to the editor and says what is left. */
  async function afterFix(): Promise<void> {
    const result = await check();
    if (result) setSaid(t.fixed(result.summary.errors));
  }

  async function fixOne(problem: Problem, fromEditor: boolean): Promise<void> {
    if (!editor.current) return;
    let found: Problem | undefined = problem;
    if (editor.current.text() !== checkedText.current) {
      // The text has changed since: is the problem still there?
      const { code, path } = problem.diagnostic;
      const again = await check();
      found = again?.problems.find((one) => one.spec === problem.spec && one.diagnostic.code === code && one.diagnostic.path === path);
    }
    if (!found?.diagnostic.fix) return setSaid(t.nothingToFix);
    editor.current.apply(found.diagnostic.fix.edits);
    // The button that was pressed is gone, or soon will be.
    if (fromEditor) editor.current.focus();
    await afterFix();
    if (!pane.current?.contains(document.activeElement)) list.current?.focus();
  }

  async function fixEverything(unsafe: boolean): Promise<void> {
    if (!editor.current) return;
    const text = editor.current.text();
    const fixed = await fixText(request(text), unsafe);
    if (editor.current.text() !== text) return;
    if (fixed === text) return setSaid(t.nothingToFix);
    let from = 0;
    while (from < text.length && text[from] === fixed[from]) from++;
    let tail = 0;
    while (tail < Math.min(text.length, fixed.length) - from && text[text.length - 1 - tail] === fixed[fixed.length - 1 - tail]) tail++;
    editor.current.apply([{ start: from, end: text.length - tail, text: fixed.slice(from, fixed.length - tail) }]);
    await afterFix();
    if (!pane.current?.contains(document.activeElement)) list.current?.focus();
  }

  function put(text: string, name: string | undefined, saying = ""): void {
    file.current = name;
    named.current = text;
    editor.current?.replace(text);
    setSaid(saying);
    void act.current.check();
  }

  /** An example is judged by what it is, and not by the profile of the text before. */
  function show(name: string): void {
    setProfile(undefined);
    put(exampleOf(name)?.text ?? "", name, name);
  }

  async function openFiles(files: FileList): Promise<void> {
    const chosen = files[0];
    if (!chosen) return;
    if (chosen.size > LARGEST_FILE * 1024 * 1024) return setSaid(t.tooLarge(LARGEST_FILE));
    try {
      const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await chosen.arrayBuffer());
      put(text, chosen.name, files.length > 1 ? `${t.opened(chosen.name)} ${t.several}` : t.opened(chosen.name));
      setHash("#/lint");
    } catch {
      setSaid(t.notText);
    }
  }

  async function copy(next: Outgoing, note = ""): Promise<void> {
    let outcome = next.kind === "link" ? t.linkCopied : t.copied;
    try {
      await navigator.clipboard.writeText(next.text);
    } catch {
      outcome = t.copyFailed;
    }
    setOutgoing(next);
    setSaid(`${outcome} ${note}`);
    requestAnimationFrame(() => document.getElementById(outgoingId)?.focus());
  }

  async function share(): Promise<void> {
    setOutgoing(undefined);
    const { fragment, blanked } = await fragmentOf({ text: editor.current?.text() ?? "", profile, file: file.current });
    if (fragment === undefined) return setSaid(t.tooLong);
    setHash(fragment);
    await copy({ kind: "link", text: location.href }, t.blanked(blanked));
  }

  async function output(kind: Output): Promise<void> {
    if (!editor.current) return;
    setOutgoing(undefined);
    const asked = request(editor.current.text());
    if (kind !== "json") return copy({ kind, text: commandOf(settings, profile, locale, file.current, kind === "sarif") });
    try {
      await copy({ kind, text: await reportText(asked) });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  }

  async function bring(): Promise<void> {
    try {
      const found = await orderOf(request(checkedText.current ?? ""));
      const id = formOf(found.id);
      if (id) toConsole({ ...found, id });
      else setSaid(t.noForm);
    } catch (error) {
      setSaid(`${t.noForm} ${error instanceof Error ? error.message : ""}`);
    }
  }

  async function issue(problem: Problem): Promise<void> {
    if (!checked || !editor.current) return;
    setOutgoing(undefined);
    const page = location.href.replace(/#.*$/s, "");
    const text = await issueText({ text: checkedText.current ?? "", profile, file: file.current }, checked, problem, locale, page);
    await copy({ kind: "issue", text });
  }

  // What the editor and timers call is always the newest.
  const act = useRef({ changed, check, fixOne, move, openFiles, profile, reveal });
  act.current = { changed, check, fixOne, move, openFiles, profile, reveal };

  useEffect(() => {
    let gone = false;
    let made: Editor | undefined;
    setPhase("loading");
    import("./editor.js").then(
      ({ createEditor }) => {
        if (gone || !holder.current) return;
        made = createEditor({
          parent: holder.current,
          text: begin().text,
          locale,
          dark,
          describedBy: hintId,
          onChange: (byUser) => act.current.changed(byUser),
          onMove: (step) => act.current.move(step),
          onReveal: () => act.current.reveal(),
          onFix: (problem) => void act.current.fixOne(problem, true),
          onFiles: (files) => void act.current.openFiles(files),
        });
        editor.current = made;
        setPhase("ready");
        void act.current.check();
      },
      () => {
        if (!gone) setPhase("failed");
      },
    );
    return () => {
      gone = true;
      window.clearTimeout(timer.current);
      if (made) left = { text: made.text(), profile: act.current.profile, file: file.current, hash: hash.current };
      made?.destroy();
      editor.current = undefined;
    };
    // The editor is made once; language and colours follow below.
  }, [attempt]);

  useEffect(() => {
    // Where they cannot be had, checking says why.
    profileNames().then(setProfiles, () => undefined);
  }, []);
  useEffect(() => editor.current?.configure(locale, dark), [locale, dark, phase]);
  useEffect(() => {
    void act.current.check();
  }, [locale, profile, settings]);
  useEffect(() => keepSettings(settings), [settings]);

  // Another link, opened while the pane is there.
  useEffect(() => {
    const follow = () => {
      const shared = readFragment(location.hash);
      if (!shared) return;
      hash.current = location.hash;
      setProfile(shared.profile);
      file.current = shared.file;
      named.current = shared.text;
      editor.current?.replace(shared.text);
      void act.current.check();
    };
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);

  const onKeyDown = useCallback((event: KeyboardEvent) => {
    if (event.key !== "F8" || event.defaultPrevented) return;
    event.preventDefault();
    act.current.move(event.shiftKey ? -1 : 1);
  }, []);

  const drag = {
    onDragEnter: (event: DragEvent) => setOver(event.dataTransfer.types.includes("Files")),
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    // The editor sees it first, and says that it took it.
    onDropCapture: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      void openFiles(event.dataTransfer.files);
    },
  };

  const menu = [
    { key: "faulty", type: "group" as const, label: t.faulty, children: FAULTY.map(entry) },
    { key: "valid", type: "group" as const, label: t.valid, children: EXAMPLES.map(entry) },
  ];
  const only = checked?.summary.specs === 1 ? checked.orders[0] : undefined;
  const profileTitle = (id: string | null | undefined) => profiles.find((one) => one.id === id)?.title[locale];
  const busy = phase !== "ready";
  const text = checkedText.current ?? "";
  const short = text.length < SHORT;
  const line = short && checked ? asJson(text) : undefined;
  // An order that one of the forms takes.
  const id = short ? formOf(only?.profile) : undefined;
  const values = id && (only?.format === "json" || only?.format === "query") ? parametersOf(text) : undefined;
  const form = id && values && { id, values };
  // An order that another tool's file holds, which becomes a request first.
  const isOfTool = short && only !== undefined && only.profile !== null && only.unchecked === undefined && TOOLS.includes(only.format);

  return (
    <section ref={pane} className="lint-pane" style={ground} data-dark={dark || undefined} aria-labelledby={titleId} onKeyDown={onKeyDown} {...drag}>
      <h2 id={titleId} className="lint-title">{t.title}</h2>
      <p className="lint-intro">{t.intro}</p>

      <div className="lint-bar">
        <label className="lint-field">
          <span>{t.profile}</span>
          <Select
            className="lint-profile"
            aria-label={t.profile}
            popupMatchSelectWidth={false}
            value={profile ?? INFERRED}
            onChange={(value: string) => setProfile(value === INFERRED ? undefined : value)}
            options={[{ value: INFERRED, label: t.inferProfile }, ...profiles.map(({ id, title }) => ({ value: id, label: title[locale] }))]}
          />
        </label>
        <Dropdown trigger={["click"]} disabled={busy} menu={{ items: menu, onClick: ({ key }) => show(key) }}>
          <Button className="lint-examples" aria-haspopup="menu">{t.examples} <span aria-hidden="true">▾</span></Button>
        </Dropdown>
        <Button disabled={busy} onClick={() => chooser.current?.click()}>{t.openFile}</Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".tf,.tofu,.tfvars,.yaml,.yml,.template,.sh,.md,.json,.ndjson,.jsonl,.url,.txt,application/json,text/plain"
          onChange={(event: ChangeEvent<HTMLInputElement>) => {
            if (event.target.files) void openFiles(event.target.files);
            // The same file may be opened again.
            event.target.value = "";
          }}
        />
        {line !== undefined && <Button className="lint-lines" disabled={busy} onClick={() => put(line, undefined)}>{t.asJson}</Button>}
        {(form || isOfTool) && (
          <Button className="lint-console" disabled={busy} onClick={() => (form ? toConsole(form) : void bring())}>{t.openConsole}</Button>
        )}
        <OutputMenu locale={locale} disabled={busy} onChoose={(kind) => void output(kind)} />
        <Button className="lint-share" disabled={busy} onClick={() => void share()}>{t.share}</Button>
      </div>

      <details className="lint-more" open={begun}>
        <summary>{t.settings}</summary>
        <SettingsFields locale={locale} settings={settings} onChange={setSettings} />
      </details>

      <p className="lint-said" role="status">{said}</p>
      {outgoing && (
        <div className="lint-outgoing">
          <textarea
            id={outgoingId}
            readOnly
            rows={outgoing.kind === "json" || outgoing.kind === "issue" ? 8 : 2}
            aria-label={outgoing.kind === "link" ? t.linkLabel : outgoing.kind === "issue" ? t.issueLabel : t.outputLabel[outgoing.kind]}
            value={outgoing.text}
            onFocus={(event) => event.target.select()}
          />
          <Button size="small" onClick={() => setOutgoing(undefined)}>{t.close}</Button>
        </div>
      )}

      <div className="lint-columns">
        <div className="lint-left">
          {phase === "loading" && <p className="lint-loading">{t.loading}</p>}
          {phase === "failed" && <p className="lint-failure" role="alert">{t.loadFailed} <Button size="small" onClick={() => setAttempt(attempt + 1)}>{t.tryAgain}</Button></p>}
          <div ref={holder} className="lint-editor" data-over={over || undefined} />
          {over && <p className="lint-over" aria-hidden="true">{t.drop}</p>}
          <p id={hintId} className="lint-hint">{t.editorHint}</p>
        </div>

        <section ref={list} className="lint-right" aria-labelledby={problemsId} aria-busy="true" tabIndex={-1}>
          <div className="lint-head">
            <h3 id={problemsId}>{t.problems}</h3>
            <span className="lint-steps">
              <button type="button" className="lint-act" aria-label={t.previous} title={t.previous} onClick={() => move(-1)}>↑</button>
              <button type="button" className="lint-act" aria-label={t.next} title={t.next} onClick={() => move(1)}>↓</button>
            </span>
          </div>
          <p className="lint-summary" role="status">
            {blank ? null : checked ? (
              <>
                {t.summary(checked.summary.errors, checked.summary.warnings, checked.summary.infos)}
                {only ? (
                  <span className="lint-quiet"> · {profileTitle(only.profile) ?? t.noProfile}{only.profile && ` (${only.inferred ? t.inferred : t.chosen})`}</span>
                ) : (
                  <span className="lint-quiet"> · {t.orders(checked.summary.specs, checked.wrong)}</span>
                )}
              </>
            ) : (
              t.checking
            )}
          </p>
          {failure !== undefined && <p className="lint-failure" role="alert">{t.checkFailed} {failure} <Button size="small" onClick={() => void check()}>{t.tryAgain}</Button></p>}
          {blank && (
            <div className="lint-empty">
              <p>{t.empty}</p>
              <p>{[...FAULTY, ...EXAMPLES].filter(({ name }) => FEW.includes(name)).map(({ name }) => <Button key={name} size="small" disabled={busy} onClick={() => show(name)}>{name}</Button>)}</p>
            </div>
          )}
          {checked && !blank && checked.fixes.all > 0 && (
            <p className="lint-fixes">
              {checked.fixes.safe > 0 && (
                <Button size="small" type="primary" className="lint-fix-safe" title={t.fixAllTitle} onClick={() => void fixEverything(false)}>{t.fixAll(checked.fixes.safe)}</Button>
              )}
              {checked.fixes.all > checked.fixes.safe && (
                <Button size="small" className="lint-fix-all" title={t.fixAllUnsafeTitle} onClick={() => void fixEverything(true)}>{t.fixAllUnsafe(checked.fixes.all)}</Button>
              )}
            </p>
          )}
          {checked && !blank && (
            <ProblemList
              checked={checked}
              locale={locale}
              profiles={profiles}
              current={current}
              notesOpen={notesOpen}
              onNotes={setNotesOpen}
              onGo={go}
              onFix={(problem) => void fixOne(problem, false)}
              onIssue={(problem) => void issue(problem)}
            />
          )}
        </section>
      </div>
    </section>
  );
}

/** Formats of other tools whose orders the forms take. */
const TOOLS: readonly string[] = ["terraform", "terraform-json", "ros", "pulumi", "crossplane", "shell"];

/** Those that an empty pane offers. */
const FEW: readonly string[] = ["subscription.json", "redis.tf", "orders.ndjson", "intl.url"];

const entry = ({ name }: Example) => ({ key: name, label: name });
const exampleOf = (name: string) => [...FAULTY, ...EXAMPLES].find((one) => one.name === name);
