/** A request that is written as one line, or as JSON: its parameters. */
import type { ProfileId } from "kvspec/core-slim";
import { DOCUMENTS } from "virtual:documents";
import { fromWire } from "../console/write.js";

type Values = Record<string, unknown>;

/** The parameters of a URL or of a query string on one line; of JSON, the object. `undefined` for anything else. */
export function parametersOf(text: string): Values | undefined {
  const trimmed = text.trim().replace(/^\ufeff/, "");
  if (/^\{/.test(trimmed)) {
    try {
      const read = JSON.parse(trimmed) as unknown;
      return typeof read === "object" && read !== null && !Array.isArray(read) ? { ...fromWire(read as Values) } : undefined;
    } catch {
      return undefined;
    }
  }
  return isLine(trimmed) ? { ...fromWire(fromLine(trimmed)) } : undefined;
}

/** Whether a text is a request on one line. */
export const isLine = (text: string): boolean => /^(https?:\/\/\S+\?|[\w.]+=)\S*$/.test(text.trim());

function fromLine(line: string): Values {
  const values: Values = {};
  for (const [name, value] of new URLSearchParams(line.replace(/^https?:\/\/[^?]*\?/, ""))) values[name] = value;
  const { Instances: list } = values;
  if (typeof list === "string") {
    try {
      values.Instances = JSON.parse(list) as unknown;
    } catch {
      // Broken: shown as it is.
    }
  }
  return values;
}

/** A request on one line as JSON with a parameter a line, which says the same. */
export function asJson(line: string): string | undefined {
  if (!isLine(line)) return undefined;
  return `${JSON.stringify(fromLine(line.trim()), null, 2)}\n`;
}

/** The form that takes an order of that profile. */
export const formOf = (profile: string | null | undefined): ProfileId | undefined => DOCUMENTS.find(({ id }) => id === profile)?.id;
