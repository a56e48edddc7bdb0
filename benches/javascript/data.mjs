// Forms for the Chinese edition's CreateInstance, always the same ones.

/** A form with 15 parameters that the document accepts. */
export const ascii = {
  RegionId: "cn-hangzhou",
  ZoneId: "cn-hangzhou-e",
  InstanceClass: "redis.master.small.default",
  Token: "0c593ea1-3bea-11e9-b96b-88e9fe637760",
  InstanceName: "session-cache-1",
  Password: "Pass!123456",
  Config: '{"EvictionPolicy":"volatile-lru","hash-max-ziplist-entries":512}',
  ChargeType: "PrePaid",
  Period: "12",
  NetworkType: "VPC",
  VpcId: "vpc-bp1nme44gek34slfc",
  VSwitchId: "vsw-bp1e7clcw529l773d",
  EngineVersion: "5.0",
  AutoRenew: "true",
  AutoRenewPeriod: "3",
};

/** The same with a Chinese name. */
export const chinese = { ...ascii, InstanceName: "会话缓存与消息队列" };

/** The same with six mistakes. */
export const mistaken = {
  ...ascii,
  InstanceName: "1 cache@home",
  Password: "password",
  Period: "10",
  NetworkType: "vpc",
  EngineVersion: "6.0",
  AutoRenewPeriod: "4",
};

/** A small generator with a fixed seed (xorshift32). */
function random(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Forms that all differ; every fourth has a mistake. */
export function different(count) {
  const pick = random(2463534242);
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const word = (length) => Array.from({ length }, () => letters[pick(26)]).join("");
  const months = ["1", "2", "3", "6", "9", "12", "24", "36"];
  return Array.from({ length: count }, (_, index) => {
    const region = `cn-${word(6)}`;
    const form = {
      ...ascii,
      RegionId: region,
      ZoneId: `${region}-${word(1)}`,
      Token: `${word(8)}-${word(4)}-${index}`,
      InstanceName: (index % 3 === 0 ? "缓存" : "c") + word(4 + pick(20)),
      Password: `${word(4)}A1!${word(4)}`,
      Period: months[pick(months.length)],
      VpcId: `vpc-${word(17)}`,
      VSwitchId: `vsw-${word(17)}`,
    };
    if (index % 4 === 3) {
      const mistakes = [
        { Period: "10" },
        { InstanceName: "a b" },
        { ChargeType: "prepaid" },
        { Password: word(9) },
        { Period: undefined },
      ];
      Object.assign(form, mistakes[pick(mistakes.length)]);
      if (form.Period === undefined) delete form.Period;
    }
    return form;
  });
}

/** Forms that all differ, each with six mistakes. */
export function differentlyMistaken(count) {
  const pick = random(88675123);
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const word = (length) => Array.from({ length }, () => letters[pick(26)]).join("");
  const one = (list) => list[pick(list.length)];
  return different(count).map((form) => ({
    ...form,
    ChargeType: "PrePaid",
    InstanceName: `${pick(10)} ${word(4 + pick(8))}@${word(4)}`,
    Password: word(8 + pick(6)),
    Period: one(["0", "10", "11", "13", "48"]),
    NetworkType: one(["vpc", "Vpc", "classic", word(5)]),
    EngineVersion: one(["6.0", "3.2", "5", word(3)]),
    AutoRenewPeriod: one(["4", "5", "7", "24", "36"]),
  }));
}
