import { fix, lint } from "kvspec/lint";

const text = `
resource "alicloud_kvstore_instance" "cache" {
  instance_class = "redis.master.small.default"
  engine_version = 5.0
  vswitch_id     = var.vswitch_id
}`;
const report = lint(text, { file: "main.tf" });
for (const { name, diagnostics } of report.specs) {
  for (const { code, path, span } of diagnostics) console.log(`${name} ${path}:${span.start.line} ${code}`);
}
console.log(fix(text, report));
