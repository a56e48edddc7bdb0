import { Fragment } from "react";

/** A text of the package: what stands between backticks is code. */
export const Prose = ({ children }: { readonly children: string }) =>
  children.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>));
