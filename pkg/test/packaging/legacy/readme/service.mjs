import { safeParse } from "kvspec";

const body = new URLSearchParams("RegionId=+cn-hangzhou&Capacity=1024&Color=red"); /* await request.formData() */
const { success, data, issues } = safeParse("alibaba.create-instance.cn", body, { unknown: "strip" });
console.log(success, JSON.stringify(data)); // true {"RegionId":"cn-hangzhou","Capacity":"1024"}
