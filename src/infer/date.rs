//! A day, to tell editions apart.

use std::fmt;
use std::str::FromStr;

/// A day of the calendar, written `2026-10-19`.
///
/// ```
/// use kvspec::Date;
/// let date: Date = "2019-01-31".parse().unwrap();
/// assert!(date < "2024-07-30".parse().unwrap());
/// assert_eq!(date.to_string(), "2019-01-31");
/// assert!("2019-02-29".parse::<Date>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text is no day of the form `2026-10-19`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no date of the form 2026-10-19")]
pub struct InvalidDate;

impl Date {
    /// A day that is known to exist.
    pub(super) const fn known(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    const fn days_of_month(year: u16, month: u8) -> u8 {
        match month {
            2 if year.is_multiple_of(4)
                && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
            {
                29
            }
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        }
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let is_separated = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
        if !is_separated
            || !text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'-')
        {
            return Err(InvalidDate);
        }
        let part = |range: std::ops::Range<usize>| text.get(range).ok_or(InvalidDate);
        let year = part(0..4)?.parse().map_err(|_| InvalidDate)?;
        let month = part(5..7)?.parse().map_err(|_| InvalidDate)?;
        let day = part(8..10)?.parse().map_err(|_| InvalidDate)?;
        if day == 0 || day > Self::days_of_month(year, month) {
            return Err(InvalidDate);
        }
        Ok(Self { year, month, day })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
