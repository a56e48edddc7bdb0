/** How the text is judged, and what else can be had of it. */
import { Button, Dropdown } from "antd";
import type { Severity } from "kvspec/lint-slim";
import { useId } from "react";
import type { Language } from "./check.js";
import { contextOf, LEVELS, PACKS, type Settings } from "./settings.js";
import { TEXTS } from "./texts.js";

interface SettingsProps {
  readonly locale: Language;
  readonly settings: Settings;
  readonly onChange: (settings: Settings) => void;
}

export function SettingsFields({ locale, settings, onChange }: SettingsProps) {
  const t = TEXTS[locale];
  const ids = { level: useId(), asOf: useId(), context: useId(), wrong: useId(), house: useId() };
  const wrong = contextOf(settings) === "wrong";
  return (
    <div className="lint-settings">
      <fieldset>
        <legend>{t.packs}</legend>
        {PACKS.map((pack) => (
          <label key={pack}>
            <input
              type="checkbox"
              name={`pack-${pack}`}
              checked={settings.packs.includes(pack)}
              onChange={({ target }) => onChange({ ...settings, packs: PACKS.filter((each) => (each === pack ? target.checked : settings.packs.includes(each))) })}
            />{" "}
            {t.pack[pack]}
          </label>
        ))}
      </fieldset>
      <div>
        <label htmlFor={ids.level}>{t.level}</label>
        <select id={ids.level} value={settings.level} onChange={({ target }) => onChange({ ...settings, level: target.value as Severity })}>
          {LEVELS.map((level) => <option key={level} value={level}>{t.levels[level]}</option>)}
        </select>
      </div>
      <div>
        <label htmlFor={ids.asOf}>{t.asOf}</label>
        <input id={ids.asOf} type="date" value={settings.asOf} onChange={({ target }) => onChange({ ...settings, asOf: target.value })} />
      </div>
      <div className="lint-context">
        <label htmlFor={ids.context}>{t.context}</label>
        <textarea
          id={ids.context}
          rows={3}
          spellCheck={false}
          aria-invalid={wrong}
          aria-describedby={wrong ? ids.wrong : undefined}
          placeholder={'{"vSwitch": {"cidr": "172.16.0.0/24"}, "ecs": {"networkType": "VPC", "vpcId": "vpc-1"}}'}
          value={settings.context}
          onChange={({ target }) => onChange({ ...settings, context: target.value })}
        />
        {wrong && <p id={ids.wrong} className="lint-failure">{t.contextWrong}</p>}
      </div>
      <div className="lint-context">
        <label htmlFor={ids.house}>{t.house}</label>
        <textarea
          id={ids.house}
          rows={3}
          spellCheck={false}
          placeholder={'[allowed]\nregions = ["cn-hangzhou"]'}
          value={settings.house}
          onChange={({ target }) => onChange({ ...settings, house: target.value })}
        />
      </div>
    </div>
  );
}

export type Output = "json" | "sarif" | "command";

interface OutputProps {
  readonly locale: Language;
  readonly disabled: boolean;
  readonly onChoose: (output: Output) => void;
}

export function OutputMenu({ locale, disabled, onChoose }: OutputProps) {
  const t = TEXTS[locale];
  const items = (["json", "sarif", "command"] as const).map((key) => ({ key, label: t.outputs[key] }));
  return (
    <Dropdown trigger={["click"]} disabled={disabled} menu={{ items, onClick: ({ key }) => onChoose(key as Output) }}>
      <Button className="lint-output" aria-haspopup="menu">{t.output} <span aria-hidden="true">▾</span></Button>
    </Dropdown>
  );
}
