import { useKvspecForm } from "kvspec/react";

const FIELDS = ["RegionId", "Capacity", "ChargeType", "Period", "Password"];

export function Order({ onOrder }) {
  const { form, field, set, visit, valid } = useKvspecForm("alibaba.create-instance.cn", { locale: "en", names: "label" });
  const submit = (event) => {
    event.preventDefault();
    form.visitAll();
    if (valid) onOrder(form.request());
  };
  return (
    <form onSubmit={submit}>
      {FIELDS.map(field).filter(({ applicable }) => applicable).map((state) => (
        <p key={state.path}>
          <label>
            {state.label}{state.required && " *"}
            {state.options ? (
              <select name={state.path} value={String(state.value ?? "")} onBlur={() => visit(state.path)}
                onChange={(event) => set(state.path, event.target.value)}>
                <option value="">{state.default ?? ""}</option>
                {state.options.map((option) => <option key={option}>{String(option)}</option>)}
              </select>
            ) : (
              <input name={state.path} type={state.secret ? "password" : "text"} value={String(state.value ?? "")}
                onBlur={() => visit(state.path)} onChange={(event) => set(state.path, event.target.value)} />
            )}
          </label>
          <em role="alert">{state.visibleError ?? state.visibleWarning}</em>
          {state.checklist?.classes.map(({ id, label, met }) => <span key={id}>{met ? "✓" : "·"} {label}</span>)}
        </p>
      ))}
      <button>Order</button>
    </form>
  );
}
