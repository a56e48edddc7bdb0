import { Button, Form, Input } from "antd";
import { dependenciesOf, rulesFor } from "kvspec/rules";

const PROFILE = "alibaba.create-instance.cn";
const item = (name, label) => ({ name, label, rules: rulesFor(PROFILE, name), dependencies: dependenciesOf(PROFILE, name) });

export function AntdOrder({ onOrder }) {
  return (
    <Form onFinish={onOrder} initialValues={{ RegionId: "cn-hangzhou", Capacity: "1024" }}>
      <Form.Item {...item("RegionId", "Region")}><Input /></Form.Item>
      <Form.Item {...item("ZoneId", "Zone")}><Input /></Form.Item>
      <Form.Item {...item("Capacity", "Capacity")}><Input /></Form.Item>
      <Form.Item {...item("ChargeType", "Billing")}><Input /></Form.Item>
      <Form.Item {...item("Period", "Period")}><Input /></Form.Item>
      <Button htmlType="submit">Order</Button>
    </Form>
  );
}
