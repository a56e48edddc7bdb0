/** Messages mark names and values as code with backticks, as Markdown does. */
export interface Piece {
  readonly code: boolean;
  readonly text: string;
}

export function pieces(message: string): Piece[] {
  const found: Piece[] = [];
  let done = 0;
  for (const match of message.matchAll(/(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/gs)) {
    if (match.index > done) found.push({ code: false, text: message.slice(done, match.index) });
    const inside = match[2] as string;
    found.push({ code: true, text: /^ .*[^ ].* $/s.test(inside) ? inside.slice(1, -1) : inside });
    done = match.index + match[0].length;
  }
  if (done < message.length) found.push({ code: false, text: message.slice(done) });
  return found;
}

/** A message without those marks. */
export const spoken = (message: string): string =>
  pieces(message)
    .map(({ text }) => text)
    .join("");
