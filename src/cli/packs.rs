//! `kvspec packs`.

use std::io::{self, Write};

use kvspec::render::line::write_pretty;
use kvspec::{Code, Locale, PROFILES, Pack, Profile};
use serde_json::{Value, json};

use super::{CLEAN, PacksArguments, TwoFormats};

/// The name and version of the published shape.
const SCHEMA: &str = "kvspec/packs/v1";

pub(super) fn run(arguments: &PacksArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    match arguments.format {
        TwoFormats::Human => list(locale, out)?,
        TwoFormats::Json => {
            let packs: Vec<Value> = Pack::ALL
                .iter()
                .map(|pack| published(*pack, locale))
                .collect();
            write_pretty(out, &json!({"schema": SCHEMA, "packs": packs}))?;
        }
    }
    Ok(CLEAN)
}

fn list(locale: Locale, out: &mut impl Write) -> io::Result<()> {
    for (index, pack) in Pack::ALL.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}: {}", pack.id(), pack.about().get(locale))?;
        for code in pack.codes() {
            let title = code.info().title.get(locale);
            writeln!(
                out,
                "  {:20} {:8} {title}",
                code.name(),
                code.severity().label(locale)
            )?;
        }
    }
    match locale {
        Locale::En => writeln!(
            out,
            "\n`kvspec lint --pack ID` asks for a pack, `packs = [\"ID\"]` in kvspec.toml too; `kvspec explain CODE` says what a rule wants"
        ),
        Locale::Zh => writeln!(
            out,
            "\n用 `kvspec lint --pack ID` 或 kvspec.toml 中的 `packs = [\"ID\"]` 启用规则包；`kvspec explain CODE` 说明每条规则的要求"
        ),
    }
}

/// Whether a profile has a rule of that code.
fn asks(profile: &'static Profile, code: Code) -> bool {
    let mut found = false;
    profile.visit_objects(&mut |_, object| {
        found |= object.packs.iter().any(|rule| rule.code == code);
    });
    found
}

fn published(pack: Pack, locale: Locale) -> Value {
    let rules: Vec<Value> = pack
        .codes()
        .map(|code| {
            let bound = PROFILES.iter().filter(|profile| asks(profile, code));
            json!({
                "code": code.name(),
                "severity": code.severity().name(),
                "title": code.info().title.get(locale),
                "profiles": bound.map(|profile| profile.id).collect::<Vec<_>>(),
            })
        })
        .collect();
    json!({"pack": pack.id(), "about": pack.about().get(locale), "rules": rules})
}
