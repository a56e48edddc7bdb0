//! The languages that messages are written in.

/// A language for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Locale {
    /// The language of a locale name as `LANG` or a browser writes it: `zh_CN.UTF-8`, `zh-Hans`,
    /// `en`. Anything that is not Chinese is English.
    ///
    /// ```
    /// use kvspec::Locale;
    /// assert_eq!(Locale::from_tag("zh_CN.UTF-8"), Locale::Zh);
    /// assert_eq!(Locale::from_tag("C"), Locale::En);
    /// ```
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let language = tag.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if is_chinese(language) {
            Self::Zh
        } else {
            Self::En
        }
    }

    /// The language that an `Accept-Language` header (RFC 9110) would rather have, of those that
    /// messages are written in. English if it names neither.
    ///
    /// ```
    /// use kvspec::Locale;
    /// assert_eq!(Locale::from_accept_language("ja, zh-Hans;q=0.9, en;q=0.8"), Locale::Zh);
    /// assert_eq!(Locale::from_accept_language("fr"), Locale::En);
    /// ```
    #[must_use]
    pub fn from_accept_language(header: &str) -> Self {
        let mut best = (Self::En, 0);
        for range in header.split(',') {
            let mut parts = range.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let language = tag.split('-').next().unwrap_or_default();
            let locale = if is_chinese(language) {
                Self::Zh
            } else if ["en", "eng"]
                .iter()
                .any(|en| language.eq_ignore_ascii_case(en))
            {
                Self::En
            } else {
                continue;
            };
            let weight = parts.find_map(|part| {
                let (name, value) = part.split_once('=')?;
                name.trim()
                    .eq_ignore_ascii_case("q")
                    .then(|| thousandths(value.trim()))
            });
            let weight = weight.unwrap_or(1000);
            if weight > best.1 {
                best = (locale, weight);
            }
        }
        best.0
    }

    /// The published name: `en` or `zh`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }
}

/// Whether a primary subtag is that of Chinese, or of the Chinese that is written.
fn is_chinese(language: &str) -> bool {
    ["zh", "zho", "chi", "cmn"]
        .iter()
        .any(|chinese| language.eq_ignore_ascii_case(chinese))
}

/// A weight from 0 to 1 with up to three decimals, in thousandths; 0 where it is none.
fn thousandths(weight: &str) -> u32 {
    let (whole, decimals) = weight.split_once('.').unwrap_or((weight, ""));
    let is_weight = decimals.len() <= 3 && decimals.bytes().all(|byte| byte.is_ascii_digit());
    match whole {
        "1" if is_weight => 1000,
        "0" if is_weight => format!("{decimals:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}
