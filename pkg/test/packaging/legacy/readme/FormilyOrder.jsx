import { createForm } from "@formily/core";
import { createSchemaField, FormConsumer, FormProvider, useField } from "@formily/react";
import { effects, formilySchema, request } from "kvspec/formily";
import { useMemo } from "react";

const PROFILE = "alibaba.create-instance.cn";
const FIELDS = ["RegionId", "Capacity", "ChargeType", "Period", "Password"];

const Input = ({ value, onChange, type }) => {
  const field = useField();
  return <input name={String(field.path)} type={type} value={value ?? ""} onChange={(event) => onChange(event.target.value)} />;
};
const Select = ({ value, onChange }) => {
  const field = useField();
  return (
    <select name={String(field.path)} value={value ?? ""} onChange={(event) => onChange(event.target.value)}>
      <option />
      {(field.dataSource ?? []).map(({ label, value }) => <option key={value} value={value}>{label}</option>)}
    </select>
  );
};
const FormItem = ({ children }) => {
  const { title, required, selfErrors, selfWarnings } = useField();
  return <p><label>{title}{required && " *"} {children}</label> <em>{[...selfErrors, ...selfWarnings].join(" ")}</em></p>;
};
const SchemaField = createSchemaField({ components: { Input, Password: (props) => <Input {...props} type="password" />, Select, FormItem } });

export function FormilyOrder({ onOrder }) {
  const form = useMemo(() => createForm({ effects: effects(PROFILE, { locale: "zh" }) }), []);
  const submit = () => form.submit((values) => onOrder(request(PROFILE, values))).catch(() => {});
  return (
    <FormProvider form={form}>
      <SchemaField schema={formilySchema(PROFILE, { fields: FIELDS, locale: "zh" })} />
      <FormConsumer>{() => <button onClick={submit}>下单</button>}</FormConsumer>
    </FormProvider>
  );
}
