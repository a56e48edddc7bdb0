// The tables, for Node.js and for browsers. All judges must agree on every form before anything is timed.
import { createForm } from "kvspec";
import { Bench } from "tinybench";
import { ascii, chinese, different, differentlyMistaken, mistaken } from "./data.mjs";
import { judges } from "./judges.mjs";
import * as today from "./today.mjs";

/** What is hoped for: the table, the other judge, and how many times its time is to be kvspec's. */
const GOALS = [
  ["Is a valid form valid?", "ajv", 1],
  ["Is a valid form valid?", "zod", 4],
  ["Are 4096 different forms valid?", "ajv", 3],
  ["All errors of a form with six mistakes, with their messages", "ajv", 0.5],
  ["All errors of a form with six mistakes, with their messages", "valibot", 1],
  ["All errors of a form with six mistakes, with their messages", "zod", 1],
  ["All errors of 1024 different forms with six mistakes each, with their messages", "valibot", 1],
  ["One key press: one field set, its verdict read (ajv judges the whole form)", "ajv", 4],
  ["Cold start: a new process imports the judge and judges its first form", "ajv", 0.5],
];

const PROFILE = "alibaba.create-instance.cn";

/** Refuses to time judges that disagree. */
function agree(many, wrong) {
  for (const [index, form] of [ascii, chinese, mistaken, ...many].entries()) {
    const verdicts = new Set(Object.values(judges).map(({ isValid }) => isValid(form)));
    if (verdicts.size !== 1) {
      const each = Object.entries(judges).map(([name, { isValid }]) => `${name}: ${isValid(form)}`);
      throw new Error(`the judges disagree on form ${index}: ${each.join(", ")}\n${JSON.stringify(form)}`);
    }
  }
  for (const { errors } of Object.values(judges)) {
    if (errors && (errors(ascii).length !== 0 || errors(mistaken).length < 6)) throw new Error("a judge misses mistakes");
    for (const form of wrong) if (errors && errors(form).length < 6) throw new Error(`a judge misses mistakes in ${JSON.stringify(form)}`);
  }
  for (const { isValid, errors } of Object.values(today.judges)) {
    const missed = !isValid(today.valid) || isValid(today.wrong) || errors(today.valid).length !== 0 || errors(today.wrong).length < 6;
    if (missed) throw new Error("a judge of an order of today is wrong");
  }
}

/** Writes a table of what each judge takes, in that unit, and returns the ratios to what kvspec takes. */
export function tableOf(say, title, times, unit, digits) {
  const own = times.get("kvspec");
  say(`\n### ${title}\n\n| | ${unit} | × kvspec |\n| --- | ---: | ---: |`);
  for (const [name, time] of times) say(`| ${name} | ${time.toFixed(digits)} | ${(time / own).toFixed(2)} |`);
  return [title, new Map([...times].map(([name, time]) => [name, time / own]))];
}

/** Writes which goals were reached, of the tables that there are. */
export function goals(say, tables) {
  const ratios = new Map(tables);
  say("\n### Goals\n\n| | judge | goal: at least | measured | |\n| --- | --- | ---: | ---: | --- |");
  for (const [title, judge, goal] of GOALS) {
    const ratio = ratios.get(title)?.get(judge);
    if (ratio !== undefined) say(`| ${title} | ${judge} | ${goal} × | ${ratio.toFixed(2)} × | ${ratio >= goal ? "reached" : "not reached"} |`);
  }
}

/** All tables as Markdown. `turns` are timed at once: as many as the clock needs to see them. */
export async function suite(turns, say) {
  const tables = [];
  const many = different(4096);
  const wrong = differentlyMistaken(1024);
  agree(many, wrong);

  /** Times tasks, and says each one's median and its ratio to kvspec's. */
  const table = async (title, tasks, per) => {
    // Warm is what every engine has compiled as well as it can, which it does beside other work.
    const bench = new Bench({ time: 400, warmupTime: 1500 });
    for (const [name, task] of tasks) bench.add(name, task);
    await bench.run();
    const nanoseconds = new Map(bench.tasks.map((task) => [task.name, (task.result.latency.p50 * 1e6) / per]));
    tables.push(tableOf(say, title, nanoseconds, "ns", 0));
  };
  /** A task that does its work again and again. */
  const often = (act) => () => {
    for (let turn = 0; turn < turns; turn++) act();
  };
  const valid = (form) => Object.entries(judges).map(([name, { isValid }]) => [name, often(() => isValid(form))]);

  await table("Is a valid form valid?", valid(ascii), turns);
  await table("The same with a Chinese name", valid(chinese), turns);
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
      .map(([name, { errors }]) => [name, often(() => errors(mistaken))]),
    turns,
  );
  await table(
    "All errors of 1024 different forms with six mistakes each, with their messages",
    Object.entries(judges)
      .filter(([, { errors }]) => errors)
      .map(([name, { errors }]) => [
        name,
        () => {
          for (const form of wrong) errors(form);
        },
      ]),
    wrong.length,
  );
  const ofToday = Object.entries(today.judges);
  const schema = "ajv has the JSON Schema that kvspec exports";
  await table(`Is a valid order of 2026 valid? (${schema})`, ofToday.map(([name, { isValid }]) => [name, often(() => isValid(today.valid))]), turns);
  await table(`All errors of an order of 2026 with six mistakes (${schema})`, ofToday.map(([name, { errors }]) => [name, often(() => errors(today.wrong))]), turns);

  const form = createForm(PROFILE, { locale: "en", initial: ascii });
  let turn = 0;
  const name = () => (turn++ % 2 ? "session-cache-1" : "session-cache-12");
  const press = () => {
    form.set("InstanceName", name());
    return form.valid;
  };
  const whole = () => judges.ajv.errors({ ...ascii, InstanceName: name() });
  await table("One key press: one field set, its verdict read (ajv judges the whole form)", [["kvspec", often(press)], ["ajv", often(whole)]], turns);
  const look = () => {
    form.set("InstanceName", name());
    return form.report.diagnostics.length;
  };
  await table("The same, and all findings read", [["kvspec", often(look)], ["ajv", often(whole)]], turns);
  return tables;
}
