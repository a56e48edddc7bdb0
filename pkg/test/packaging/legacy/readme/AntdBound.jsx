import { Button, Form, Input, Select } from "antd";
import { bind } from "kvspec/rules";

const FIELDS = ["RegionId", "Capacity", "ChargeType", "Period", "Password"];
const order = bind("alibaba.create-instance.cn", { locale: "en" });

export function AntdBound({ onOrder }) {
  const [form] = Form.useForm();
  const values = Form.useWatch([], form) ?? {};
  return (
    <Form form={form} onFinish={(values) => onOrder(order.request(values))}>
      {FIELDS.map((path) => order.field(path, values)).filter(({ applicable }) => applicable).map((field) => (
        <Form.Item key={field.path} name={field.path} label={field.label} required={field.required} extra={field.hint}
          rules={order.antd(field.path)} dependencies={order.dependencies(field.path)}>
          {field.options
            ? <Select allowClear placeholder={field.default} options={field.options.map((value) => ({ value, label: String(value) }))} />
            : field.secret ? <Input.Password /> : <Input placeholder={field.default} />}
        </Form.Item>
      ))}
      <Button htmlType="submit">Order</Button>
    </Form>
  );
}
