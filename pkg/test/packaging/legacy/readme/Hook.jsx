import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { schema } from "kvspec";
import { useForm } from "react-hook-form";

const resolver = standardSchemaResolver(schema("alibaba.create-instance.cn", { locale: "zh" }));

export function HookOrder({ onOrder }) {
  const { register, handleSubmit, formState } = useForm({ resolver, defaultValues: { RegionId: "cn-hangzhou" } });
  return (
    <form onSubmit={handleSubmit(onOrder)}>
      <input aria-label="region" {...register("RegionId")} />
      <input aria-label="capacity" {...register("Capacity")} />
      <p role="alert">{(formState.errors.Capacity ?? formState.errors.root)?.message}</p>
      <button>下单</button>
    </form>
  );
}
