//! Times as the documents write them.

/// How a time is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeForm {
    /// `2026-01-31T12:00:00Z`, in UTC.
    Instant,
    /// `2026-01-31`.
    Date,
    /// `12:00Z`, in UTC.
    Minute,
    /// `12:00Z-13:00Z`, in UTC.
    Window,
}

impl TimeForm {
    /// The form as documents write it.
    #[must_use]
    pub const fn pattern(self) -> &'static str {
        match self {
            Self::Instant => "yyyy-MM-ddTHH:mm:ssZ",
            Self::Date => "yyyy-MM-dd",
            Self::Minute => "HH:mmZ",
            Self::Window => "HH:mmZ-HH:mmZ",
        }
    }
}

/// Whether a text is a time of that form, one that there is.
pub(crate) fn is_time(text: &str, form: TimeForm) -> bool {
    match form {
        TimeForm::Date => is_date(text),
        TimeForm::Minute => minute(text).is_some(),
        TimeForm::Window => text
            .split_once('-')
            .is_some_and(|(start, end)| minute(start).is_some() && minute(end).is_some()),
        TimeForm::Instant => text
            .strip_suffix('Z')
            .and_then(|text| text.split_once('T'))
            .is_some_and(|(date, time)| is_date(date) && is_clock(time)),
    }
}

/// The minute of the day that `HH:mmZ` names.
pub(crate) fn minute(text: &str) -> Option<u32> {
    let (hour, minute) = text.strip_suffix('Z')?.split_once(':')?;
    let (hour, minute) = (number(hour, 2)?, number(minute, 2)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

fn is_clock(text: &str) -> bool {
    let mut parts = text.split(':').map(|part| number(part, 2));
    let clock = (parts.next(), parts.next(), parts.next(), parts.next());
    matches!(
        clock,
        (
            Some(Some(0..=23)),
            Some(Some(0..=59)),
            Some(Some(0..=59)),
            None
        )
    )
}

fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// The number that so many digits spell.
fn number(text: &str, digits: usize) -> Option<u32> {
    let is_number = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_that_there_are() {
        assert!(is_time("2026-02-28T23:59:59Z", TimeForm::Instant));
        assert!(is_time("2024-02-29", TimeForm::Date));
        assert!(is_time("02:00Z-03:00Z", TimeForm::Window));
        for text in [
            "2026-02-29T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01 00:00:00Z",
        ] {
            assert!(!is_time(text, TimeForm::Instant), "{text}");
        }
        assert!(!is_time("2026-13-01", TimeForm::Date));
        assert_eq!(minute("18:30Z"), Some(18 * 60 + 30));
        assert_eq!(
            (minute("24:00Z"), minute("1:00Z"), minute("01:00")),
            (None, None, None)
        );
    }
}
