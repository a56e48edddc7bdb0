/** Parts of the page that are loaded when they are needed, each behind a guard that loads it anew. */
import { Button } from "antd";
import { Component, type ComponentType, type ReactNode, useEffect, useState } from "react";
import { type Language, text } from "./text.ts";

/** What is fetched when the page has nothing else to do, so that it is there without a network. */
const waiting: (() => Promise<unknown>)[] = [];
/** Milliseconds after the page is drawn: the first order comes first. */
const CALM = 3000;

/** Fetches what is small and likely to be wanted, one part after the other. */
export function prefetch(): void {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  if (connection?.saveData) return;
  const idle = globalThis.requestIdleCallback ?? ((next: () => void) => setTimeout(next, 200));
  const next = () => {
    const load = waiting.shift();
    // What cannot be had now is tried again when it is asked for.
    if (load) void load().then(() => idle(next), () => undefined);
  };
  setTimeout(() => idle(next), CALM);
}

/** Fetches a module once. Where it failed, the next call tries again. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= load().catch((cause: unknown) => ((asked = undefined), Promise.reject(cause))));
}

/** Fetches something when the page is calm. */
export function whenCalm(load: () => Promise<unknown>): void {
  waiting.push(load);
}

/** Fetches these things when the page is calm, before all others. */
export function whenCalmFirst(loads: readonly (() => Promise<unknown>)[]): void {
  waiting.unshift(...loads);
}

/** The same, and fetches it when the page is calm. */
export function early<T>(load: () => Promise<T>): () => Promise<T> {
  const get = once(load);
  whenCalm(get);
  return get;
}

const styles = new Map<string, Promise<void>>();
/** A style sheet of a part. One that failed is asked for again by the next call. */
export function sheet(address: string): Promise<void> {
  const loaded =
    styles.get(address) ??
    new Promise<void>((resolve, reject) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = address;
      link.onload = () => resolve();
      link.onerror = () => {
        link.remove();
        styles.delete(address);
        reject(new Error(address));
      };
      document.head.append(link);
    });
  styles.set(address, loaded);
  return loaded;
}

interface Said {
  readonly locale: Language;
}

/** A component that is loaded when it is shown. Nothing outside of it is lost where that fails. */
export function later<P extends object>(load: () => Promise<{ readonly default: ComponentType<P> }>): ComponentType<P & Said> {
  let known: ComponentType<P> | undefined;
  return function Later(props: P & Said) {
    const [Part, setPart] = useState(() => known);
    const [failure, setFailure] = useState<string>();
    const attempt = () => {
      setFailure(undefined);
      load().then(
        (module) => setPart(() => (known = module.default)),
        (cause: unknown) => setFailure(cause instanceof Error ? cause.message : String(cause)),
      );
    };
    useEffect(() => {
      if (!known) attempt();
    }, []);
    if (failure !== undefined) return <Sorry locale={props.locale} failure={failure} onRetry={attempt} />;
    if (!Part) return <p role="status" className="alone">{text(props.locale, "loading")}</p>;
    return <Guard locale={props.locale}><Part {...props} /></Guard>;
  };
}

/** A part that throws takes only itself away. */
export class Guard extends Component<Said & { readonly children: ReactNode }, { failure: string | undefined }> {
  override state = { failure: undefined as string | undefined };
  static getDerivedStateFromError = (cause: unknown) => ({ failure: cause instanceof Error ? cause.message : String(cause) });
  override render() {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return <Sorry locale={this.props.locale} failure={failure} onRetry={() => this.setState({ failure: undefined })} />;
  }
}

export function Sorry({ locale, failure, onRetry }: Said & { readonly failure: string; readonly onRetry: () => void }) {
  return (
    <div role="alert" className="sorry">
      <p>{text(locale, "partFailed")}</p>
      <p className="hint">{failure}</p>
      <p>
        <Button onClick={onRetry}>{text(locale, "tryAgain")}</Button>{" "}
        <Button type="link" onClick={() => location.reload()}>{text(locale, "reload")}</Button>
      </p>
    </div>
  );
}
