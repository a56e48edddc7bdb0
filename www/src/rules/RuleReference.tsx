export default function RuleReference(_: { locale: "en" | "zh" }) { return null; }
