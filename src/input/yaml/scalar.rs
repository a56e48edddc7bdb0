//! What a scalar without quotes means, by YAML 1.1 and 1.2 as tools read them.

use std::borrow::Cow;

use super::Kind;

/// What a plain scalar is. `yes`, `no`, `on` and `off` stay texts: tools disagree about them, and
/// rules look at how they are written.
pub(super) fn plain(text: Cow<'_, str>) -> Kind<'_> {
    match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Boolean(true),
        "false" | "False" | "FALSE" => Kind::Boolean(false),
        other => match number(other) {
            Some(number) => Kind::Number(number.into()),
            None => Kind::Text(text),
        },
    }
}

/// What a plain scalar with a tag of YAML itself is: `!!str 7`.
pub(super) fn tagged<'t>(suffix: &str, text: Cow<'t, str>) -> Kind<'t> {
    match suffix {
        "null" => Kind::Null,
        "int" | "float" | "bool" => plain(text),
        _ => Kind::Text(text),
    }
}

/// The number that a plain scalar is, in the shortest way to write it.
fn number(text: &str) -> Option<String> {
    let (sign, digits) = match text.as_bytes() {
        [b'-', ..] => ("-", &text[1..]),
        [b'+', ..] => ("", &text[1..]),
        _ => ("", text),
    };
    // No number is as long as that, and long texts should not be looked at for long.
    if digits.len() > 400 || !digits.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let based = |digits: &str, radix: u32| {
        let digits = digits.replace('_', "");
        let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
        let number = is_number.then(|| u128::from_str_radix(&digits, radix).ok())??;
        Some(format!("{sign}{number}"))
    };
    match digits.as_bytes() {
        [b'0', b'x', ..] => return based(&digits[2..], 16),
        [b'0', b'o', ..] => return based(&digits[2..], 8),
        [b'0', b'b', ..] => return based(&digits[2..], 2),
        // The old way to write octal numbers, in which there is no 08.
        [b'0', b'0'..=b'9', ..] if !digits.contains(['.', 'e', 'E']) => {
            return based(&digits[1..], 8);
        }
        _ => {}
    }
    decimal(sign, &digits.replace('_', ""))
}

fn decimal(sign: &str, digits: &str) -> Option<String> {
    let (mantissa, exponent) = match digits.find(['e', 'E']) {
        Some(at) => (&digits[..at], Some(&digits[at + 1..])),
        None => (digits, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    if let Some(exponent) = exponent {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if exponent.is_empty() || !all_digits(exponent) {
            return None;
        }
        let number = digits.parse::<f64>().ok()?;
        return Some(if number < 1e21 && (number >= 1e-6 || number == 0.0) {
            format!("{sign}{number}")
        } else {
            format!("{sign}{digits}")
        });
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_are_typed() {
        for (text, number) in [
            ("7.0", "7"),
            ("5.50", "5.5"),
            ("-7.", "-7"),
            ("+6379", "6379"),
            (".5", "0.5"),
            ("0x1F", "31"),
            ("0o17", "15"),
            ("017", "15"),
            ("0b101", "5"),
            ("1_000", "1000"),
            ("0", "0"),
            ("00.5", "0.5"),
            ("1e3", "1000"),
            ("1e400", "1e400"),
            ("2.5E-1", "0.25"),
        ] {
            assert_eq!(plain(text.into()), Kind::Number(number.into()), "{text}");
        }
        for text in [
            "08",
            "yes",
            "No",
            "on",
            "OFF",
            "2015-09-01",
            "1.2.3",
            ".",
            "-",
            "0x",
            "0xg",
            "1e",
            "10.0.0.0/8",
            "12:30",
            "nul",
            "tRUE",
            "7.0.0",
            "e5",
            "+",
            "_1",
            "0x+1",
        ] {
            assert_eq!(plain(text.into()), Kind::Text(text.into()), "{text}");
        }
        assert_eq!(plain("".into()), Kind::Null);
        assert_eq!(plain("NULL".into()), Kind::Null);
        assert_eq!(plain("False".into()), Kind::Boolean(false));
        assert_eq!(tagged("str", "7".into()), Kind::Text("7".into()));
    }
}
