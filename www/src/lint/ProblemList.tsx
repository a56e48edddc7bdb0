import type { ProfileName } from "kvspec/lint-slim";
import { type KeyboardEvent, useId } from "react";
import { CAP, type Checked, type Language, type Order, type Problem } from "./check.js";
import { Inline } from "./Inline.js";
import { capital, sentence } from "../text.js";
import { TEXTS } from "./texts.js";

export interface ProblemListProps {
  readonly checked: Checked;
  readonly locale: Language;
  readonly profiles: readonly ProfileName[];
  /** The problem that was gone to last. */
  readonly current: Problem | undefined;
  readonly notesOpen: boolean;
  readonly onNotes: (open: boolean) => void;
  readonly onGo: (problem: Problem) => void;
  readonly onFix: (problem: Problem) => void;
  readonly onIssue: (problem: Problem) => void;
}

const SIGN = { error: "✕", warning: "!", info: "i" } as const;

/** Arrow keys go from entry to entry, Home and End to the first and last. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  const target = event.target as HTMLElement;
  if (step === undefined || !target.classList.contains("lint-go")) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(".lint-go")];
  const next = Math.min(Math.max(all.indexOf(target) + step, 0), all.length - 1);
  all[next]?.focus();
  event.preventDefault();
}

export function ProblemList(props: ProblemListProps) {
  const { checked, locale, notesOpen, onNotes } = props;
  const t = TEXTS[locale];
  const findings = checked.problems.filter(({ diagnostic }) => diagnostic.severity !== "info");
  const notes = checked.problems.filter(({ diagnostic }) => diagnostic.severity === "info");
  const unchecked = checked.orders.filter((order) => order.unchecked !== undefined);
  const several = checked.summary.specs > 1;
  const notesId = useId();
  return (
    // Only for the arrow keys that bubble up from the entries.
    <div className="lint-problems" onKeyDown={moveFocus}>
      {checked.total > CAP && <p className="lint-capped">{t.capped(checked.problems.length, checked.total)}</p>}
      {checked.tally.length > 0 && (
        <details className="lint-tally" open>
          <summary>{t.tally}</summary>
          <table>
            <thead><tr><th scope="col">{t.rule}</th><th scope="col">{t.times}</th></tr></thead>
            <tbody>
              {checked.tally.map(({ code, severity, count }) => (
                <tr key={`${severity} ${code}`}>
                  <td><span className="lint-sign" data-severity={severity} aria-hidden="true">{SIGN[severity]}</span> <span className="lint-hidden">{t[severity]}: </span><a href={`#/rules/${code}`}>{code}</a></td>
                  <td>{count.toLocaleString("en")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {unchecked.length > 0 && (
        <ul className="lint-list">
          {unchecked.map((order) => (
            <li key={order.index} className="lint-problem lint-unchecked">
              <span className="lint-sign" data-severity="warning" aria-hidden="true">?</span>
              <div className="lint-body">
                {t.unchecked}
                {several && <> ({t.order(order.line)})</>}: <Inline text={order.unchecked as string} />
              </div>
            </li>
          ))}
        </ul>
      )}
      {findings.length === 0 && unchecked.length === 0 && (
        <p className="lint-fine">{checked.summary.specs === 0 ? t.noOrder : notes.length > 0 ? t.noted : t.fine}</p>
      )}
      <Groups {...props} problems={findings} several={several} />
      {notes.length > 0 && (
        <>
          <button type="button" className="lint-fold" aria-expanded={notesOpen} aria-controls={notesId} onClick={() => onNotes(!notesOpen)}>
            <span aria-hidden="true">{notesOpen ? "▾" : "▸"}</span> {t.notes(notes.length)}
          </button>
          <div id={notesId} hidden={!notesOpen}>
            {notesOpen && <Groups {...props} problems={notes} several={several} />}
          </div>
        </>
      )}
    </div>
  );
}

/** The problems of each order under its heading, if there are several orders. */
function Groups({ problems, several, ...props }: ProblemListProps & { problems: readonly Problem[]; several: boolean }) {
  if (problems.length === 0) return null;
  const groups = new Map<number, Problem[]>();
  for (const problem of problems) groups.set(problem.spec, [...(groups.get(problem.spec) ?? []), problem]);
  return [...groups].map(([spec, members]) => {
    const order = props.checked.orders.find(({ index }) => index === spec);
    return (
      <section key={spec} className="lint-group">
        {several && order && <OrderHeading order={order} locale={props.locale} profiles={props.profiles} />}
        <ol className="lint-list">
          {members.map((problem) => (
            <Entry key={`${problem.diagnostic.code} ${problem.diagnostic.path} ${props.checked.problems.indexOf(problem)}`} problem={problem} {...props} />
          ))}
        </ol>
      </section>
    );
  });
}

function OrderHeading({ order, locale, profiles }: { order: Order } & Pick<ProblemListProps, "locale" | "profiles">) {
  const t = TEXTS[locale];
  const title = profiles.find(({ id }) => id === order.profile)?.title[locale] ?? t.noProfile;
  return (
    <h4 className="lint-order">
      {order.name ?? t.order(order.line)} <span className="lint-quiet">{title}</span>
    </h4>
  );
}

function Entry({ problem, locale, current, onGo, onFix, onIssue }: ProblemListProps & { problem: Problem }) {
  const t = TEXTS[locale];
  const { diagnostic: found } = problem;
  const start = found.span?.start;
  const fix = found.fix?.edits.length ? found.fix : undefined;
  return (
    <li
      className="lint-problem"
      data-code={found.code}
      data-severity={found.severity}
      data-path={found.path}
      data-from={start?.offset}
      data-to={found.span?.end.offset}
      data-current={problem === current || undefined}
    >
      <span className="lint-sign" data-severity={found.severity} aria-hidden="true">
        {SIGN[found.severity]}
      </span>
      <div className="lint-body">
        <button type="button" className="lint-go" aria-current={problem === current || undefined} onClick={() => onGo(problem)}>
          <span className="lint-hidden">{t[found.severity]}: </span>
          <span className="lint-message"><Inline text={capital(found.message)} /></span>
          {start && (
            <span className="lint-at">
              <span aria-hidden="true">{start.line}:{start.column}</span>
              <span className="lint-hidden">, {t.lineColumn(start.line, start.column)}</span>
            </span>
          )}
        </button>
        <p className="lint-help"><Inline text={sentence(found.help, locale)} /></p>
        <p className="lint-links">
          <a className="lint-code" href={`#/rules/${found.code}`}>{found.code}</a>
          {fix && (
            <button type="button" className="lint-act lint-fix" onClick={() => onFix(problem)} title={fix.applicability === "unsafe" ? t.guess : undefined}>
              {t.apply}: <Inline text={fix.title} />
              {fix.applicability === "unsafe" && <span className="lint-hidden"> ({t.guess})</span>}
            </button>
          )}
          <button type="button" className="lint-act lint-issue" onClick={() => onIssue(problem)} aria-label={`${t.copyIssue}: ${found.code} ${found.path}`}>
            {t.copyIssue}
          </button>
        </p>
        {found.source && (
          <details className="lint-source">
            <summary>{t.passage(found.source.section)}</summary>
            <blockquote>
              {found.source.quote}
              <cite>{found.source.document}</cite>
            </blockquote>
          </details>
        )}
      </div>
    </li>
  );
}
