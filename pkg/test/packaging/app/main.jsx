import { check } from "kvspec";
import { createRoot } from "react-dom/client";
import { useState } from "react";
import { Follow } from "./Follow.jsx";
import { AntdOrder } from "./readme/Antd.jsx";
import { AntdBound } from "./readme/AntdBound.jsx";
import { FormilyOrder } from "./readme/FormilyOrder.jsx";
import { HookOrder } from "./readme/Hook.jsx";
import { Order } from "./readme/Order.jsx";
import { Capacity } from "./readme/Small.jsx";

const pages = { "#order": Order, "#antd": AntdOrder, "#bound": AntdBound, "#follow": Follow, "#formily": FormilyOrder, "#hook": HookOrder, "#small": Capacity };

function App() {
  const [order, setOrder] = useState();
  const Page = pages[location.hash] ?? (() => null);
  return (
    <>
      <Page onOrder={setOrder} />
      <pre id="order">{order && JSON.stringify(order)}</pre>
    </>
  );
}

const started = performance.now();
const report = check("alibaba.create-instance.cn", { RegionId: "cn-hangzhou", Capacity: 0 });
document.querySelector("#report").textContent = JSON.stringify({
  codes: report.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code),
  milliseconds: performance.now() - started,
});
createRoot(document.querySelector("#root")).render(<App />);
