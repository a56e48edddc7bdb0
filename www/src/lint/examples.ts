/** Orders to begin with: the files of examples/, right and wrong. */
const right = import.meta.glob("../../../examples/{*.{json,url,yaml,sh},terraform/*.tf}", { query: "?raw", import: "default", eager: true });
const wrong = import.meta.glob("../../../examples/faulty/*", { query: "?raw", import: "default", eager: true });

export interface Example {
  readonly name: string;
  readonly text: string;
}

const list = (files: Record<string, unknown>): Example[] =>
  Object.entries(files).map(([path, text]) => ({ name: path.slice(path.lastIndexOf("/") + 1), text: String(text) }));

export const EXAMPLES: readonly Example[] = list(right);
export const FAULTY: readonly Example[] = list(wrong);
