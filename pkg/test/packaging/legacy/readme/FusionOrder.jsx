import { Button, Field, Form, Input } from "@alifd/next";
import { bind } from "kvspec/rules";
import { useMemo } from "react";

export function FusionOrder({ onOrder }) {
  const field = Field.useField();
  const order = useMemo(() => bind("alibaba.create-instance.cn", { values: () => field.getValues(), locale: "zh" }), [field]);
  const item = (path) => {
    const { label, required, applicable } = order.field(path);
    return applicable && (
      <Form.Item label={label} required={required}>
        <Input {...field.init(path, { rules: order.validators(path) })} />
      </Form.Item>
    );
  };
  return (
    <Form field={field}>
      {["RegionId", "Capacity", "ChargeType", "Period"].map((path) => <div key={path}>{item(path)}</div>)}
      <Button onClick={() => field.validate((errors) => errors || onOrder(order.request()))}>下单</Button>
    </Form>
  );
}
