// For bundlers without JSX.
import { check, createForm, KvspecError } from "kvspec";
import { dependenciesOf } from "kvspec/antd";
import schema from "kvspec/schemas/alibaba.console.en.json";

let text;
try {
  const form = createForm("alibaba.console", { locale: "zh" });
  text = [check("alibaba.console", {}).summary.errors, form.field("region").error, dependenciesOf("alibaba.console", "duration"), schema.type];
} catch (error) {
  text = [error instanceof KvspecError, error.message];
}
document.querySelector("#report").textContent = JSON.stringify(text);
