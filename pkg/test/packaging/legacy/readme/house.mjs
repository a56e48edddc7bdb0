import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { init, lint } from "kvspec/house";

init(readFileSync(createRequire(import.meta.url).resolve("kvspec/house.wasm"))); /* Vite: fetch what "kvspec/house.wasm?url" is */
const house = { allowed: { regions: ["cn-hangzhou"], classes: ["redis.master.*"] }, naming: { pattern: /^(prod|test)-/, message: "say which stage" } };
const order = '{"RegionId": "cn-beijing", "Capacity": 1024, "InstanceName": "prod-cache"}';
for (const { code, path, message } of lint(order, { house }).specs[0].diagnostics) {
  if (code === "house-rule") console.log(path, message);
}
// /RegionId `RegionId` is `cn-beijing`; the house rule `allowed.regions` allows `cn-hangzhou`
