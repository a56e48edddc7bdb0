// Offsets and columns are UTF-16 code units, as JavaScript counts them: over random texts, they slice the string to what
// the finding is about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, fix } from "../dist/index.js";

const CN = "alibaba.create-instance.cn";

/** Numbers below a limit, the same ones in every run. */
function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Characters of one to four bytes, of one and two code units, combined ones, and escapes. */
const LETTERS = ["a", "B", " ", "@", "é", "Ж", "中", "\u3000", "\u{20000}", "😀", "e\u0301", "👨\u200d👩", "\\u4e2d", "\\ud83d\\ude00", "\\n"];
const BLANKS = ["", "", " ", "\n", "\r\n", "\t"];
const VALUES = ["0", "5.0", "true", '"prepaid"', '" PrePaid"', '"x"', "[]", "null"];

function order(next) {
  const pick = (list) => list[next(list.length)];
  const word = () => Array.from({ length: next(9) }, () => pick(LETTERS)).join("");
  const names = ["InstanceName", "Capacity", "ChargeType", "Period", "EngineVersion", "Password", "capacity", "RegionID"];
  const members = Array.from({ length: next(6) }, () => {
    const name = next(3) === 0 ? word() : pick(names);
    const value = next(2) === 0 ? `"${word()}"` : pick(VALUES);
    return `${pick(BLANKS)}"${name}"${pick(BLANKS)}:${pick(BLANKS)}${value}${pick(BLANKS)}`;
  });
  return `${next(8) === 0 ? "\ufeff" : ""}{${members.join(",")}}${pick(BLANKS)}`;
}

test("random texts", () => {
  const next = numbers(20260330);
  let beyondAscii = 0;
  for (let round = 0; round < 4000; round++) {
    const text = order(next);
    const value = JSON.parse(text.replace(/^\ufeff/, ""));
    const report = check(CN, text);
    for (const { span, path, code } of report.diagnostics) {
      const slice = text.slice(span.start.offset, span.end.offset);
      const name = path.slice(1).replaceAll("~1", "/").replaceAll("~0", "~");
      const about = slice === "{" ? slice : JSON.parse(slice);
      const right = slice === "{" || about === name || JSON.stringify(about) === JSON.stringify(value[name]);
      // Of a name that is there twice, the value is the last one.
      assert.ok(right || code === "duplicate-parameter", `${code} ${path} marks ${slice} in ${JSON.stringify(text)}`);
      for (const { offset, line, column } of [span.start, span.end]) {
        const lines = text.slice(0, offset).replace("\ufeff", "").split("\n");
        assert.deepEqual([line, column], [lines.length, lines.at(-1).length + 1], JSON.stringify(text));
      }
      if (/[^\0-\x7f]/.test(text.slice(0, span.start.offset))) beyondAscii++;
    }
    JSON.parse(fix(text, report).replace(/^\ufeff/, ""));
  }
  assert.ok(beyondAscii > 1000, `${beyondAscii} findings behind other characters`);
});
