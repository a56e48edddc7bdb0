import { check } from "kvspec";

export const runtime = "edge";

export function GET() {
  return Response.json(check("alibaba.create-instance.cn", { RegionId: "cn-hangzhou", Capacity: 0 }).summary);
}
