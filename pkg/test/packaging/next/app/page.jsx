"use client";
import { check } from "kvspec";
import { useEffect, useState } from "react";

const order = { RegionId: "cn-hangzhou", Capacity: 0 };
const errors = () => JSON.stringify(check("alibaba.create-instance.cn", order).diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code));

export default function Page() {
  const [inBrowser, setInBrowser] = useState("");
  useEffect(() => setInBrowser(errors()), []);
  return (
    <>
      <pre id="server">{errors()}</pre>
      <pre id="browser">{inBrowser}</pre>
    </>
  );
}
