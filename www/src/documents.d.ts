/** The documents of the package, which vite.config.ts lists. */
declare module "virtual:documents" {
  import type { Document, ProfileId, Words } from "kvspec/core-slim";

  export interface Listed {
    readonly id: ProfileId;
    readonly title: { readonly en: string; readonly zh: string };
    /** The day or month of the document, or what it is called. */
    readonly edition: string;
    /** Whether one order is of several instances. */
    readonly several: boolean;
    readonly table: () => Promise<{ readonly default: Document }>;
    readonly words: Readonly<Record<"en" | "zh", () => Promise<{ readonly default: Words }>>>;
  }
  export const DOCUMENTS: readonly Listed[];
}
