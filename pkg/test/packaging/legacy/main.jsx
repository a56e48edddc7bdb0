// What consoles are written with that have been there for a while: React 17, Ant Design 4 and Fusion.
import React from "react";
import { render } from "react-dom";
import { AntdBound } from "./readme/AntdBound.jsx";
import { AntdOrder } from "./readme/Antd.jsx";
import { Follow } from "./readme/Follow.jsx";
import { FusionOrder } from "./readme/FusionOrder.jsx";
import { Order } from "./readme/Order.jsx";

const pages = { "#antd": AntdOrder, "#bound": AntdBound, "#follow": Follow, "#fusion": FusionOrder, "#order": Order };

function App() {
  const [order, setOrder] = React.useState();
  const Page = pages[location.hash];
  return (
    <>
      <Page onOrder={setOrder} />
      <pre id="order">{order && JSON.stringify(order)}</pre>
      <output id="react">{React.version}</output>
    </>
  );
}

render(<App />, document.querySelector("#root"));
