/** Regions that a purchase page offers first. Any other can be typed. */
export const REGIONS: readonly (readonly [id: string, en: string, zh: string])[] = [
  ["cn-hangzhou", "China (Hangzhou)", "华东1（杭州）"],
  ["cn-shanghai", "China (Shanghai)", "华东2（上海）"],
  ["cn-beijing", "China (Beijing)", "华北2（北京）"],
  ["cn-shenzhen", "China (Shenzhen)", "华南1（深圳）"],
  ["cn-hongkong", "China (Hong Kong)", "中国香港"],
  ["ap-southeast-1", "Singapore", "新加坡"],
];
