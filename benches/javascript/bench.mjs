// kvspec beside other validators. All judges must agree on every form before anything is timed.
// `node bench.mjs --write FILE` also writes the tables, as Markdown.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { readFileSync } from "node:fs";
import { createForm } from "kvspec";
import { Bench } from "tinybench";
import { ascii, chinese, different, mistaken } from "./data.mjs";
import { judges } from "./judges.mjs";

const PROFILE = "alibaba.create-instance.cn";
const many = different(4096);

const forms = [ascii, chinese, mistaken, ...many];
for (const [index, form] of forms.entries()) {
  const verdicts = new Set(Object.values(judges).map(({ isValid }) => isValid(form)));
  if (verdicts.size !== 1) {
    const each = Object.entries(judges).map(([name, { isValid }]) => `${name}: ${isValid(form)}`);
    throw new Error(`the judges disagree on form ${index}: ${each.join(", ")}\n${JSON.stringify(form)}`);
  }
}
for (const { errors } of Object.values(judges)) {
  if (errors && (errors(ascii).length !== 0 || errors(mistaken).length < 6)) throw new Error("a judge misses mistakes");
}

const out = [];
const say = (line = "") => {
  out.push(line);
  console.log(line);
};

/** Times tasks, and says each one's median and its ratio to kvspec's. */
async function table(title, tasks, per = 1) {
  const bench = new Bench({ time: 400, warmupTime: 200 });
  for (const [name, task] of tasks) bench.add(name, task);
  await bench.run();
  const nanoseconds = new Map(
    bench.tasks.map((task) => [task.name, (task.result.latency.p50 * 1e6) / per]),
  );
  const own = nanoseconds.get("kvspec");
  say(`\n### ${title}\n\n| | ns | × kvspec |\n| --- | ---: | ---: |`);
  for (const [name, time] of nanoseconds) say(`| ${name} | ${Math.round(time)} | ${(time / own).toFixed(2)} |`);
}

const valid = (form) =>
  Object.entries(judges).map(([name, { isValid }]) => [
    name,
    () => {
      for (let turn = 0; turn < 100; turn++) isValid(form);
    },
  ]);

const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
const peers = ["ajv", "@sinclair/typebox", "valibot", "zod", "arktype"].map((name) => `${name} ${version(name)}`);
say(`Node ${process.version}, ${cpus()[0].model}, ${peers.join(", ")}.`);

await table("Is a valid form valid?", valid(ascii), 100);
await table("The same with a Chinese name", valid(chinese), 100);
await table(
  "Are 4096 different forms valid?",
  Object.entries(judges).map(([name, { isValid }]) => [
    name,
    () => {
      for (const form of many) isValid(form);
    },
  ]),
  many.length,
);
await table(
  "All errors of a form with six mistakes, with their messages",
  Object.entries(judges)
    .filter(([, { errors }]) => errors)
    .map(([name, { errors }]) => [
      name,
      () => {
        for (let turn = 0; turn < 100; turn++) errors(mistaken);
      },
    ]),
  100,
);

const form = createForm(PROFILE, { locale: "en", initial: ascii });
let turn = 0;
await table(
  "One key press: one field set, its verdict read (ajv judges the whole form)",
  [
    [
      "kvspec",
      () => {
        for (let count = 0; count < 100; count++) {
          form.set("InstanceName", turn++ % 2 ? "session-cache-1" : "session-cache-12");
          void form.valid;
        }
      },
    ],
    ["ajv", () => {
      for (let count = 0; count < 100; count++) judges.ajv.errors({ ...ascii, InstanceName: turn++ % 2 ? "session-cache-1" : "session-cache-12" });
    }],
  ],
  100,
);

const flag = process.argv.indexOf("--write");
if (flag > 0) {
  const head = "# Benchmarks in JavaScript\n\nWritten by `make bench-javascript`. One run on a shared machine: only the ratios mean anything.\n\n";
  writeFileSync(process.argv[flag + 1], `${head}${out.join("\n")}\n`);
}
