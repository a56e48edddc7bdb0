use std::collections::BTreeMap;
use std::io::{self, Write};

use kvspec::documents::{UNLISTED_ERRORS, edition_errors, provider_errors};
use kvspec::{Code, Locale, Severity, export};

use super::{CLEAN, FAILED, complain};

pub(super) fn run(code: Option<&str>, locale: Locale, out: &mut impl Write) -> io::Result<u8> {
    let Some(name) = code else {
        index(locale, out)?;
        return Ok(CLEAN);
    };
    let page = Code::from_name(name)
        .map(|code| export::rule_page(code, locale))
        .or_else(|| export::answer_page(name, locale));
    if let Some(page) = page {
        write!(out, "{page}")?;
        return Ok(CLEAN);
    }
    let known = Code::ALL.iter().map(|code| code.name());
    let near = kvspec::text::nearest(name, known.chain(answers(locale).into_keys()));
    complain(&match (locale, near) {
        (Locale::En, Some(near)) => format!("there is no code `{name}`; did you mean `{near}`?"),
        (Locale::En, None) => {
            format!("there is no code `{name}`; `kvspec explain` lists all codes")
        }
        (Locale::Zh, Some(near)) => format!("没有代码 `{name}`；是否想写 `{near}`？"),
        (Locale::Zh, None) => format!("没有代码 `{name}`；`kvspec explain` 列出全部代码"),
    });
    Ok(FAILED)
}

/// Every code of this library, and every one of the providers.
fn index(locale: Locale, out: &mut impl Write) -> io::Result<()> {
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        writeln!(out, "{}", severity.label(locale))?;
        for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
            let title = code.info().title.get(locale);
            writeln!(out, "  {:32} {title}", code.name())?;
        }
    }
    match locale {
        Locale::En => writeln!(out, "provider errors")?,
        Locale::Zh => writeln!(out, "服务商错误")?,
    }
    for (code, meaning) in answers(locale) {
        writeln!(out, "  {code:32} {meaning}")?;
    }
    Ok(())
}

/// Every code that a provider can answer, with its meaning, in alphabetical order.
fn answers(locale: Locale) -> BTreeMap<&'static str, &'static str> {
    let met = UNLISTED_ERRORS
        .iter()
        .map(|met| (met.code, met.meaning.get(locale)));
    let listed = edition_errors().map(|row| (row.code, row.meaning().get(locale)));
    // What the older documents list is said in their words.
    let older = provider_errors().map(|row| (row.code, row.meaning().get(locale)));
    met.chain(listed).chain(older).collect()
}
