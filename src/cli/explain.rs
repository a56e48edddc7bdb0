use std::io::{self, Write};

use kvspec::{Code, Locale, Severity, export};

use super::{CLEAN, FAILED, complain};

pub(super) fn run(code: Option<&str>, locale: Locale, out: &mut impl Write) -> io::Result<u8> {
    match code.map(|name| (name, Code::from_name(name))) {
        Some((_, Some(code))) => write!(out, "{}", export::rule_page(code, locale))?,
        Some((name, None)) => {
            let near = kvspec::text::nearest(name, Code::ALL.iter().map(|code| code.name()));
            let hint = near.map_or_else(
                || "`kvspec explain` lists all codes".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            complain(&format_args!("there is no code `{name}`; {hint}"));
            return Ok(FAILED);
        }
        None => {
            for severity in [Severity::Error, Severity::Warning, Severity::Info] {
                writeln!(out, "{}", severity.name())?;
                for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
                    writeln!(
                        out,
                        "  {:30} {}",
                        code.name(),
                        code.info().title.get(locale)
                    )?;
                }
            }
        }
    }
    Ok(CLEAN)
}
