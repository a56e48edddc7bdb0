//! One line for each request.

use std::io;

use serde::Serialize;

use super::template::{Findings, Gap, Template, write_number};
use crate::lint::Linted;
use crate::profile::Profile;
use crate::report::{PublishedDiagnostic, published};
use crate::spec_format::SpecFormat;
use crate::words::Locale;

/// The line about one request, to be written with serde. A line of white space is valid: it
/// holds nothing that could be wrong, and has no profile.
#[derive(Debug, Serialize)]
#[serde(transparent)]
pub struct PublishedLine<'r>(Shape<'r, usize, Vec<PublishedDiagnostic<'r>>>);

/// What a line is made of. Whoever writes many alike leaves out its number and the findings.
#[derive(Debug, Serialize)]
struct Shape<'r, N, D> {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'r str>,
    line: N,
    format: &'static str,
    name: Option<&'r str>,
    profile: Option<&'static str>,
    valid: bool,
    unknown: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    unchecked: Option<String>,
    #[serde(skip_serializing_if = "super::json::is_zero")]
    hidden: usize,
    diagnostics: D,
}

impl<'r, N, D> Shape<'r, N, D> {
    fn of(
        source: Option<&'r str>,
        linted: &'r Linted,
        locale: Locale,
        line: N,
        diagnostics: D,
    ) -> Self {
        Self {
            source,
            line,
            format: linted.format.id(),
            name: linted.name.as_deref(),
            profile: linted.profile.map(|profile| profile.id),
            valid: linted.is_valid(),
            unknown: linted.unknown,
            unchecked: linted.unchecked.map(|reason| reason.message(locale)),
            hidden: linted.hidden,
            diagnostics,
        }
    }
}

/// The line about one request; `source` names its file, if there is one.
#[must_use]
pub fn line<'r>(source: Option<&'r str>, linted: &'r Linted, locale: Locale) -> PublishedLine<'r> {
    let diagnostics = published(&linted.diagnostics, locale);
    PublishedLine(Shape::of(source, linted, locale, linted.line, diagnostics))
}

/// Writes the lines about many requests: the bytes of [`write_line`](super::line::write_line) of
/// each [`line()`], in much less time, since what was written once is known.
///
/// ```
/// use kvspec::{Linter, Locale, Run, render::ndjson::Lines};
///
/// let mut lines = Lines::new(None, Locale::En);
/// let mut out = Vec::new();
/// for text in [r#"{"RegionId": "cn-hangzhou", "Period": 1}"#, "{"] {
///     for linted in Linter::new().lint(text, &mut Run::new()) {
///         lines.write(&mut out, &linted).unwrap();
///     }
/// }
/// assert!(out.starts_with(br#"{"line":1,"format":"json","name":null,"profile":"alibaba.create-instance"#));
/// ```
#[derive(Debug)]
pub struct Lines<'s> {
    source: Option<&'s str>,
    findings: Findings,
    /// What stands around the findings of a request, for each profile, verdict and format.
    frames: Vec<(Key, Template)>,
}

/// What tells the usual frames apart.
type Key = (Option<&'static str>, bool, SpecFormat);

const LINE: Gap = Gap(0);
const DIAGNOSTICS: Gap = Gap(1);

impl<'s> Lines<'s> {
    /// Lines about the requests of one file, named by `source` if it has a name.
    #[must_use]
    pub const fn new(source: Option<&'s str>, locale: Locale) -> Self {
        Self {
            source,
            findings: Findings::new(locale),
            frames: Vec::new(),
        }
    }

    /// Appends the line about one request, with its end.
    ///
    /// # Errors
    ///
    /// None that writing to memory has.
    pub fn write(&mut self, out: &mut Vec<u8>, linted: &Linted) -> io::Result<()> {
        let locale = self.findings.locale();
        let frame = || Template::of(&Shape::of(self.source, linted, locale, LINE, DIAGNOSTICS));
        let key = (
            linted.profile.map(|profile: &Profile| profile.id),
            linted.is_valid(),
            linted.format,
        );
        let is_plain = linted.name.is_none() && linted.unknown == 0;
        let is_usual = linted.unchecked.is_none() && linted.hidden == 0 && is_plain;
        let mut known = self.frames.iter();
        let known = known.position(|(frame, _)| is_usual && *frame == key);
        let rare;
        let frame = match known {
            Some(index) => &self.frames[index].1,
            None if is_usual => {
                let frame = frame()?;
                self.frames.push((key, frame));
                &self.frames[self.frames.len() - 1].1
            }
            None => {
                rare = frame()?;
                &rare
            }
        };
        let findings = &mut self.findings;
        findings.begin();
        frame.fill(out, |out, gap| {
            if gap == LINE.0 {
                write_number(out, linted.line);
                return Ok(());
            }
            out.push(b'[');
            for (index, found) in linted.diagnostics.iter().enumerate() {
                if index > 0 {
                    out.push(b',');
                }
                findings.write(out, found)?;
            }
            out.push(b']');
            Ok(())
        })?;
        out.push(b'\n');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::line::write_line;
    use crate::{Linter, Run};

    #[test]
    fn lines_are_those_that_serde_writes() {
        // Twice each, so that the second comes from what is known of the first.
        let orders = [
            r#"{"RegionId": "cn-hangzhou", "Capacity": 1024}"#,
            r#"{"RegionId": "cn-hangzhou", "Capacity": 0, "Token": "t", "a/b~\u2028\u007f\"": 1}"#,
            r#"{"RegionId": "cn-hangzhou", "InstanceName": "a\u007f b\u0085", "Capacity": 1}"#,
            r#"{"RegionId": "cn-hangzhou", "InstanceName": "a,b@", "Capacity": 1}"#,
            r#"{"RegionId": "cn-hangzhou", "ChargeType": "prepaid", "Capacity": 5.0}"#,
            r#"{"RegionId": "cn-hangzhou", "ChargeType": "PREPAID", "Capacity": 16}"#,
            r#"{"billingMethod": "Subscription", "region": "cn-beijing", "quantity": 0}"#,
            r#"{"Instances": "[{\"RegionId\": \"cn-beijing\", \"quantity\": 301}, 1]"}"#,
            r#"{"cacheInstance": {"password": "secret"}, "regionId": 1}"#,
            r#"{"what": "is this?"}"#,
            "{",
            "",
        ];
        for locale in [Locale::En, Locale::Zh] {
            for source in [None, Some("a \"file\".ndjson")] {
                let mut lines = Lines::new(source, locale);
                for (number, text) in orders.iter().cycle().take(orders.len() * 2).enumerate() {
                    let linted = Linter::new().lint_line(text, number + 1, 1_000, &mut Run::new());
                    let (mut written, mut expected) = (Vec::new(), Vec::new());
                    lines.write(&mut written, &linted).expect("memory");
                    write_line(&mut expected, &line(source, &linted, locale)).expect("memory");
                    assert_eq!(
                        String::from_utf8(written).expect("UTF-8"),
                        String::from_utf8(expected).expect("UTF-8")
                    );
                }
            }
        }
    }
}
