/** Rules for Ant Design's `Form.Item`, which takes no Standard Schema: those of `kvspec/rules`. */
export {
  type AntdForm as FormValues,
  type AntdRule as FormRule,
  bind,
  type BindOptions,
  type Bound,
  dependenciesOf,
  type NamePath,
  rulesFor,
  type RulesOptions,
} from "kvspec/rules";
