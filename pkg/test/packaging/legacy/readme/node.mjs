import { check, fix, isValid } from "kvspec";

const order = '{"regionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PrePaid"}';
const report = check("alibaba.create-instance.cn", order);

for (const { severity, code, path, message } of report.diagnostics) {
  if (severity === "error") console.log(`${code} ${path}: ${message}`);
}
// required-when /Period: `Period` is required because `ChargeType` is `PrePaid`
// parameter-case /regionId: `regionId` must be spelled `RegionId`: parameter names are case-sensitive

console.log(fix(order, report)); // {"RegionId": "cn-hangzhou", "Capacity": 1024, "ChargeType": "PrePaid"}
console.log(isValid("alibaba.create-instance.cn", { RegionId: "cn-hangzhou", Capacity: 1024 })); // true
