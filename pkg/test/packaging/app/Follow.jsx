// A form whose language and surroundings change while it is filled in.
import { useKvspecForm } from "kvspec/react";
import { useState } from "react";

const PLACES = { here: { ecs: { region: "cn-hangzhou" } }, elsewhere: { ecs: { region: "cn-beijing" } } };

export function Follow() {
  const [locale, setLocale] = useState("en");
  const [place, setPlace] = useState("here");
  const { field, set, values, report } = useKvspecForm("alibaba.create-instance.cn", { locale, context: PLACES[place], initial: { Capacity: 0 } });
  return (
    <>
      <input name="RegionId" value={values.RegionId ?? ""} onChange={(event) => set("RegionId", event.target.value)} />
      <output id="label">{field("Capacity").label}</output>
      <output id="error">{field("Capacity").error}</output>
      <output id="codes">{report.diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code).join(" ")}</output>
      <button id="chinese" onClick={() => setLocale("zh")}>中文</button>
      <button id="move" onClick={() => setPlace("elsewhere")}>move</button>
    </>
  );
}
