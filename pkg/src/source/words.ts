/** The words of every document in both languages. */
import { texts } from "../generated/texts.js";

export const standing = (): string | undefined => texts;
