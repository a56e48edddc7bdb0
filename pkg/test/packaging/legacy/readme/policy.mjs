import { isValid } from "kvspec/js";

console.log(isValid("alibaba.create-instance.cn", { RegionId: "cn-hangzhou", Capacity: 1024 })); // true
