// How long a new process takes to import a judge, with all that it compiles, and to judge its first form. `cold.mjs NAME`
// is one such process; `cold` starts many of each, one after the other in turn, and gives medians in milliseconds.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ascii } from "./data.mjs";

const ROUNDS = 21;

export function cold(names) {
  const times = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, taken] of times) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: "utf8" });
      if (status !== 0) throw new Error(`${name} did not judge its first form: ${stderr}`);
      taken.push(Number(stdout));
    }
  }
  return new Map([...times].map(([name, taken]) => [name, taken.sort((a, b) => a - b)[ROUNDS >> 1]]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const begun = performance.now();
  const { isValid } = await import(`./judges/${process.argv[2]}.mjs`);
  if (!isValid(ascii)) throw new Error("a valid form was refused");
  console.log(performance.now() - begun);
}
