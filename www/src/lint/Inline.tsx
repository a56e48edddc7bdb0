import { pieces } from "./inline.js";

/** A message, with what stands between backticks as code. */
export const Inline = ({ text }: { text: string }) => (
  <>{pieces(text).map((piece, index) => (piece.code ? <code key={index}>{piece.text}</code> : piece.text))}</>
);
