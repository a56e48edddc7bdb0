import { orderRequest, transfer } from "kvspec/transfer";

const order = { RegionId: "cn-hangzhou", Capacity: 1024, ChargeType: "PrePaid", Period: 12, Color: "red" };
const { requests, steps, lossy } = transfer(order, { from: "alibaba.create-instance.cn", to: "jdcloud.create-cache-instance" });
console.log(JSON.stringify(requests[0].spec.charge)); // {"chargeDuration":1,"chargeMode":"prepaid_by_duration","chargeUnit":"year"}
console.log(lossy, steps.find(({ from }) => from === "/Color").message); // true dropped: not a parameter

const choices = { billingMethod: "Pay-As-You-Go", region: "cn-hangzhou", zone: "cn-hangzhou-e", networkType: "Classic Network",
  version: "5.0", nodeType: "Dual Copy", instanceClass: "redis.master.small.default", quantity: 2 };
const { request, copies } = orderRequest(choices);
console.log(request.ChargeType, request.EngineVersion, copies); // PostPaid 5.0 2
