// Compiled with `tsc --strict` against the built declarations; nothing here runs.
import { check, createForm, explain, fix, isValid, lint, profiles, schema } from "kvspec";
import { safeParse } from "kvspec";
import type { Code, Context, Diagnostic, DiagnosticOf, FieldError, FieldState, Form, FormInput, FormValues, Issue, PathOf, ProfileId, Report, Requests } from "kvspec";
import { effects, formilySchema, request, validator } from "kvspec/formily";
import { lint as lintFile } from "kvspec/house";
import { bind, validatorsFor } from "kvspec/rules";
import { orderRequest, transfer } from "kvspec/transfer";
import { use } from "kvspec/core";
import { useKvspecForm as useSmallForm } from "kvspec/core/react";
import { bind as bindSmall } from "kvspec/core/rules";
import document from "kvspec/p/alibaba.create-instance.cn";
import words from "kvspec/p/alibaba.create-instance.cn/zh";
import { useKvspecForm as useVueForm } from "kvspec/vue";
import { dependenciesOf, rulesFor } from "kvspec/antd";
import { useKvspecForm } from "kvspec/react";
import { reconcile, type Reconciliation } from "kvspec/reconcile";
import { init } from "kvspec/slim";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Equal<A, B>): void => {};

// Profile ids and codes are unions.
const id: ProfileId = "alibaba.create-instance.cn";
// @ts-expect-error no such profile
const wrong: ProfileId = "alibaba";
// @ts-expect-error no such code
const code: Code = "out-of-luck";

// `check` takes that profile's request.
const report: Report = check("alibaba.create-instance.cn", { RegionId: "cn-hangzhou", Capacity: 1024, ChargeType: "PrePaid" });
check("alibaba.create-instance.cn", '{"RegionId": "cn-hangzhou"}', { locale: "zh" });
check("alibaba.create-instance.cn", "{}", { level: "error" });
// @ts-expect-error: there is no such level.
check("alibaba.create-instance.cn", "{}", { level: "errors" });
// @ts-expect-error not one of the documented values
check("alibaba.create-instance.cn", { RegionId: "cn-hangzhou", ChargeType: "Prepaid" });
// @ts-expect-error another profile's parameter
check("jdcloud.create-cache-instance", { RegionId: "cn-hangzhou" });
// @ts-expect-error required
isValid("alibaba.create-instance.intl", { RegionId: "cn-hangzhou" });
// @ts-expect-error not a format
lint("{}", { inputFormat: "xml" });

// A fix gives back what it was given.
const mendedText: string = fix("{}", report);
const mended: { RegionId: string } = fix({ RegionId: "cn-hangzhou" }, report);
void [mendedText, mended];

// A diagnostic is discriminated by its code, with that code's arguments.
for (const found of report.diagnostics) {
  switch (found.code) {
    case "out-of-range": {
      same<typeof found, DiagnosticOf<"out-of-range">>(true);
      const min: number | undefined = found.args.min;
      void min;
      break;
    }
    case "name-length": {
      const count: number = found.args.count;
      // @ts-expect-error not an argument of this code
      void found.args.allowed;
      void count;
      break;
    }
    case "required-one-of": {
      const names: readonly string[] = found.args.parameters;
      void names;
      break;
    }
  }
  // @ts-expect-error there is no such code
  if (found.code === "out-of-luck") void 0;
}
same<Diagnostic["code"], Code>(true);

// Schemas are those of the standards.
const standard = schema("alibaba.create-instance.cn");
const asStandard: StandardSchemaV1<Requests["alibaba.create-instance.cn"]> = standard;
const asJson: StandardJSONSchemaV1 = standard;
same<StandardSchemaV1.InferOutput<typeof standard>, Requests["alibaba.create-instance.cn"]>(true);
const { issues } = standard["~standard"].validate({});
const severity: "error" | "warning" | "info" | undefined = issues?.[0]?.severity;

// An issue is discriminated by its code, too.
const problem = issues?.[0] as Issue;
if (problem.code === "name-length") {
  const count: number = problem.args.count;
  // @ts-expect-error not an argument of this code
  void problem.args.allowed;
  void count;
}

// Forms.
const form: Form<"jdcloud.create-cache-instance"> = createForm("jdcloud.create-cache-instance", { locale: "en" });
same<ReturnType<typeof form.request>, Requests["jdcloud.create-cache-instance"] | undefined>(true);
// They begin with a request, with a part of one, or with values under their paths.
const order: Requests["alibaba.create-instance.cn"] = { RegionId: "cn-hangzhou", Capacity: 1024 };
const part: Partial<typeof order> = { Capacity: 1024 };
createForm("alibaba.create-instance.cn", { initial: order }).setAll(part);
createForm("alibaba.create-instances", { initial: { "Instances.0.RegionId": "cn-hangzhou" } });
useKvspecForm("alibaba.create-instance.cn", { initial: part });
const input: FormInput<"alibaba.create-instance.cn"> = order;
const type: "String" | "Long" | "Integer" | "Boolean" | "Object" | "Array" | undefined = ({} as FieldState).type;
// What is not known may be undefined.
const region: string | undefined = undefined;
const context: Context = { vSwitch: undefined, ecs: { region } };
rulesFor("alibaba.create-instance.cn", "RegionId", { context, toRequest: () => order });
const required: boolean = form.field("cacheInstance.vpcId").required;

// Paths and values are those of the profile.
form.set("charge.chargeDuration", 3);
form.set("charge.chargeDuration", "3" as string);
form.set("charge", null);
// @ts-expect-error no such field
form.field("cacheInstance.vpcid");
// @ts-expect-error no such field
form.set("cacheInstance.azId.third", "x");
// @ts-expect-error no such duration
form.set("charge.chargeDuration", 13);
// Text that says a documented number is one, too.
form.set("charge.chargeDuration", "3");
// @ts-expect-error no such duration
form.set("charge.chargeDuration", "13");
// A JSON Pointer does as a path does.
form.set("/charge/chargeDuration", 3);
same<ReturnType<typeof form.field<"/cacheInstance/azId/master">>["path"], "cacheInstance.azId.master">(true);
for (const { path } of form.fields) form.field(path).label;
for (const { path } of report.diagnostics) if (form.has(path)) form.visit(path);
// @ts-expect-error no such field
form.field("/cacheInstance/vpcid");
const untold: FieldError[] = form.setErrors([{ path: "/regionId", message: "sold out" }, { path: ["charge", 0], message: "" }]);
form.setErrors(report.diagnostics).map(({ code }) => code);
form.setErrors(issues ?? []);
// So do the elements of lists.
const tags = createForm("alibaba.create-instance.2026");
tags.set("Tag.0.Key", "team");
tags.set("/Tag/0/Value", "orders");
tags.set("Tag", []);
for (const { path } of tags.fields) tags.field(path).required;
const key: string | undefined = tags.field("Tag.0.Key").value;
createForm("jdcloud.create-cache-instance.2026").set("cacheInstance.userTags.0.key", "team");
// @ts-expect-error no such field
tags.set("Tag.0.Kez", "team");
// @ts-expect-error no such field
tags.set("Tag.length", "1");
const cn = createForm("alibaba.create-instance.cn", { names: "label" });
cn.set("Capacity", 1024);
cn.set("Capacity", "1024");
cn.set("ChargeType", "PrePaid");
cn.set("ChargeType", "");
cn.set("ChargeType", undefined);
declare const typed: string;
cn.set("ChargeType", typed);
for (const option of cn.field("ChargeType").options ?? []) {
  same<typeof option, "PrePaid" | "PostPaid">(true);
  cn.set("ChargeType", option);
}
// @ts-expect-error no such field
cn.field("Capcity");
// @ts-expect-error no such field
cn.set("Capcity", 1);
// @ts-expect-error no such field
cn.visit("Capcity");
// @ts-expect-error not one of the documented values
cn.set("ChargeType", "Prepaid");
// @ts-expect-error no such field
createForm("alibaba.create-instance.cn", { initial: { Capcity: 1 } });
// @ts-expect-error no such field
cn.setAll({ Capcity: 1 });
// @ts-expect-error no such field
rulesFor("alibaba.create-instance.cn", "Capcity");
// @ts-expect-error no such field
dependenciesOf("alibaba.create-instance.cn", "Capcity");
const capacity: string | number | undefined = cn.field("Capacity").value;
const values: FormValues<"alibaba.create-instance.cn"> = cn.getSnapshot().values;
const held: string | number | undefined = values.Capacity;
const told: string | undefined = cn.field("Capacity").visibleError;
// A form model of one's own, with plain strings, is taken as it is; so is what a server is given.
const model: { RegionId: string; ChargeType: string; Capacity?: string } = { RegionId: "cn-hangzhou", ChargeType: "PrePaid" };
createForm("alibaba.create-instance.cn", { initial: model }).setAll(model);
check("alibaba.create-instance.cn", new URLSearchParams());
check("alibaba.create-instance.cn", new FormData());
check("alibaba.create-instance.cn", new Map<string, unknown>());
const batch = createForm("alibaba.create-instances", { initial: { Instances: [{ RegionId: "cn-hangzhou" }] } });
batch.set("Instances.0.RegionId", "cn-hangzhou");
const row = 3;
batch.field(`Instances.${row}.ChargeType`);
// @ts-expect-error no such field
batch.set("Instances.0.Regionid", "cn-hangzhou");
const path: PathOf<"alibaba.create-instances"> = `Instances.${row}.izNo`;
// Where the profile is known only when the program runs, so are its paths.
declare const any: Form;
const state: FieldState = any.field("whatever");
any.set(state.path, state.value);
any.setAll({ whatever: 1 });
declare function draw<P extends ProfileId>(form: Form<P>): void;
draw(cn);
draw(any);

// A request that was parsed has its type.
const parsed = safeParse("alibaba.create-instance.cn", model as unknown, { unknown: "strip", names: "parameter" });
if (parsed.success) same<typeof parsed.data, Requests["alibaba.create-instance.cn"]>(true);
else same<typeof parsed.issues, readonly Issue[]>(true);
// @ts-expect-error no such way
schema("alibaba.create-instance.cn", { unknown: "ignore" });

// Forms of others.
bind("alibaba.create-instance.cn", { values: () => model, locale: () => "zh" }).field("Capacity").errors.join();
validatorsFor("alibaba.create-instance.cn", "Capacity", { values: () => model, trigger: "blur" });
effects("alibaba.create-instance.cn", { locale: "zh" });
validator("alibaba.create-instance.cn", "Capacity");
// @ts-expect-error no such field
validator("alibaba.create-instance.cn", "Capcity");
formilySchema("alibaba.create-instance.cn", { locale: "zh" }).properties;
same<ReturnType<typeof request<"alibaba.create-instance.cn">>, Requests["alibaba.create-instance.cn"] | undefined>(true);
bind("jdcloud.create-cache-instance").antd("/charge/chargeDuration");
const vue = useVueForm("alibaba.create-instance.cn", { locale: () => "zh" });
vue.model("Capacity").value = 1024;
// @ts-expect-error no such field
vue.field("Capcity");

// Orders under other profiles.
const moved = transfer(model, { from: "alibaba.create-instance.cn", to: "jdcloud.create-cache-instance" });
same<(typeof moved.requests)[number]["spec"], Requests["jdcloud.create-cache-instance"]>(true);
transfer("{}", { to: "alibaba.create-instance.2026" }).requests[0]?.spec;
const made = orderRequest({ region: "cn-hangzhou" });
if (made.request === undefined) void made.diagnostics;
else same<typeof made.request, Requests["alibaba.create-instance.cn"]>(true);
lintFile("{}", { house: { allowed: { regions: ["cn-hangzhou"] }, naming: /^team-/ } });
// @ts-expect-error no such key
lintFile("{}", { house: { allow: {} } });
const { set, field, valid, visit } = useKvspecForm("alibaba.console");
visit("region");
rulesFor("alibaba.console", "duration");
dependenciesOf("jdcloud.create-cache-instance", ["charge", "chargeDuration"]);
init(new Uint8Array());

const outcome: Reconciliation["outcome"] = reconcile("alibaba.create-instance.cn", "{}", {}).outcome;
// @ts-expect-error not an outcome
void (outcome === "fine");

// Explanations: of our code for certain, of the provider's if there is such a code.
const title: string = explain("required-when").title;
// @ts-expect-error there may be none
void explain("MissingParameter").title;
const theirs = explain("MissingParameter");
if (theirs && "providerCode" in theirs) {
  const detection: "client" | "context" | "catalogue" | "server" = theirs.detection;
  void detection;
}
const label: string | undefined = profiles[0]?.fields[0]?.label.zh;
// @ts-expect-error what is published does not change
report.valid = true;

void [untold, key, capacity, held, told, path, input, type, id, wrong, code, asStandard, asJson, severity, required, set, field, valid, title, label];

// The same over the documents that a page brings.
{
  const profile = use(document, words);
  same<typeof profile, "alibaba.create-instance.cn">(true);
  const { set } = useSmallForm(profile, { locale: "zh" });
  set("Capacity", "1024");
  // @ts-expect-error no such field
  set("Capcity", "1024");
  bindSmall(profile, { values: () => ({}) }).field("Capacity").errors.join();
}
