// Values that are wrong, odd or at a boundary somewhere, and a generator that always gives the same.

export const odd = [
  ...["", null, "x", " ", " a", "名字", "a\u0301", "\u{1f600}b", "\ud800", 0, 5, 12, 1.5, NaN, true, false, "true", "PrePaid", "Abcdef123"],
  ...["10.0.0.1", '{"a":1}', '{"a":1,"a":2}', "a-b_c", "缓存-1", "a b", "a@b", "-a", "a\n", "\u9fa6a", "cn-hangzhou(a)"],
  ...[64, 65, 80, 81, 128, 129, 200, 256, 257].map((length) => "y".repeat(length)),
];

/** Whole numbers below a limit, from a seed. */
export function randomFrom(seed) {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}
