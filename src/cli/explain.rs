use std::io::{self, Write};

use kvspec::{Code, Locale};

use super::{CLEAN, FAILED, complain};

pub(super) fn run(code: Option<&str>, locale: Locale, out: &mut impl Write) -> io::Result<u8> {
    let Some(name) = code else {
        for code in Code::ALL {
            writeln!(
                out,
                "{:8}{:32}{}",
                code.severity().name(),
                code.name(),
                code.info().title.get(locale)
            )?;
        }
        return Ok(CLEAN);
    };
    let Some(code) = Code::from_name(name) else {
        complain(&format_args!(
            "there is no code `{name}`; `kvspec explain` lists all"
        ));
        return Ok(FAILED);
    };
    writeln!(out, "{}", code.info().reason.get(locale))?;
    Ok(CLEAN)
}
