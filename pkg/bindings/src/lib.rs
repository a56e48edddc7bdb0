//! The WebAssembly side of the npm package `kvspec`: numbers cross the boundary, and texts stand
//! in memory that both sides share.
//!
//! Every function takes the lengths in bytes of the texts that JavaScript wrote to where [`room`]
//! told it to, and gives back where a result stands: the address and length of a text, and then
//! numbers, beginning with [`DONE`] or [`REFUSED`]. Profiles are numbers, too: their places in
//! [`kvspec::PROFILES`].

#[cfg(feature = "files")]
mod files;
mod form;
mod memory;
mod packed;
#[cfg(feature = "replies")]
mod reply;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
#[cfg(feature = "transfer")]
mod transfer;

use std::cell::RefCell;

use kvspec::profile::{Wire, Words};
use kvspec::{
    Checker, Context, Draft, Incremental, InputFormat, Linter, Locale, PROFILES, Profile, Report,
    Run, Severity, Spec, check_change,
};
use memory::{Output, result, with_input, with_texts};
use wasm_bindgen::prelude::wasm_bindgen;

/// Overwrites memory as it is freed, so that no password outlives the call that brought it.
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// Begins a result.
const DONE: usize = 0;
/// Begins a result that is an error for the caller, whose reason is its text.
const REFUSED: usize = 1;

/// What a call can ask for, bit by bit.
const CHINESE: u32 = 1;
const FORM: u32 = 2;
/// The request is packed fields, not a text that somebody wrote.
const FIELDS: u32 = 4;
/// Where the least severity stands that is asked for: 0 for all of them.
const LEVEL: u32 = 3;
/// Nothing is known of the request: all of its fields come.
const ANEW: u32 = 32;
/// No verdict.
const UNSURE: u32 = 2;

fn profile(index: u32) -> Option<&'static Profile> {
    PROFILES.get(index as usize).copied()
}

const fn locale(chinese: bool) -> Locale {
    if chinese { Locale::Zh } else { Locale::En }
}

const fn locale_of(flags: u32) -> Locale {
    locale(flags & CHINESE != 0)
}

const fn level_of(flags: u32) -> Severity {
    match flags >> LEVEL & 3 {
        0 => Severity::Info,
        1 => Severity::Warning,
        _ => Severity::Error,
    }
}

const fn format(number: u32) -> InputFormat {
    match number {
        1 => InputFormat::Json,
        2 => InputFormat::Ndjson,
        3 => InputFormat::Query,
        _ => InputFormat::Auto,
    }
}

fn done(write: impl FnOnce(&mut Output)) -> u32 {
    result(|out| {
        out.number(DONE);
        write(out);
    })
}

fn refused(reason: &str) -> u32 {
    result(|out| {
        out.number(REFUSED);
        out.text(reason);
    })
}

/// A result whose text is JSON.
#[cfg(any(feature = "files", feature = "replies", feature = "transfer"))]
fn json(value: &impl serde::Serialize) -> u32 {
    match serde_json::to_string(value) {
        Ok(text) => done(|out| out.text(&text)),
        Err(error) => refused(&error.to_string()),
    }
}

/// The context written in a text, if there is any text.
fn context(text: &str, locale: Locale) -> Result<Option<Context>, u32> {
    (!text.is_empty())
        .then(|| Context::from_json(text))
        .transpose()
        .map_err(|error| refused(&error.message(locale)))
}

/// Makes room for texts of so many bytes in all, and tells where.
#[wasm_bindgen]
#[must_use]
pub fn room(bytes: u32) -> u32 {
    memory::room(bytes as usize)
}

/// Checks one request that somebody wrote, as JSON, a query string or a URL.
#[wasm_bindgen]
#[must_use]
pub fn check(profile_index: u32, spec: u32, surroundings: u32, flags: u32) -> u32 {
    checked(profile_index, spec, surroundings, flags, |checker, spec| {
        checker.check(spec)
    })
}

/// Checks one request that an object was: packed as fields, or JSON. A page that has no others
/// does without what reads a query.
#[wasm_bindgen]
#[must_use]
pub fn judge(profile_index: u32, spec: u32, surroundings: u32, flags: u32) -> u32 {
    checked(profile_index, spec, surroundings, flags, |checker, spec| {
        if flags & FIELDS != 0 {
            checker.check_packed(spec)
        } else {
            checker.check(Spec::Json(spec))
        }
    })
}

fn checked(
    profile_index: u32,
    spec: u32,
    surroundings: u32,
    flags: u32,
    check: impl FnOnce(&Checker<'_>, &str) -> Report,
) -> u32 {
    with_texts([spec, surroundings], |[spec, surroundings]| {
        let Some(profile) = profile(profile_index) else {
            return refused("profile");
        };
        let context = match context(surroundings, locale_of(flags)) {
            Ok(context) => context,
            Err(refusal) => return refusal,
        };
        let mut checker = Checker::new(profile).level(level_of(flags));
        if flags & FORM != 0 {
            checker = checker.for_form();
        }
        if let Some(context) = &context {
            checker = checker.context(context);
        }
        let report = check(&checker, spec);
        done(|out| packed::findings(out, report.diagnostics()))
    })
}

thread_local! {
    /// What was found in the request of each profile that was checked last.
    static FOUND: RefCell<[Option<Incremental>; PROFILES.len()]> =
        const { RefCell::new([const { None }; PROFILES.len()]) };
}

/// Checks a request that differs in these fields from the one of the profile before it; secrets
/// always come. Begins with 1 before what was found, or with 0 where only all of it at once can be
/// checked; nothing is then known of the request any more.
#[wasm_bindgen]
#[must_use]
pub fn recheck(profile_index: u32, changes: u32, flags: u32) -> u32 {
    with_texts([changes], |[changes]| {
        let Some(profile) = profile(profile_index) else {
            return refused("profile");
        };
        let mut checker = Checker::new(profile).level(level_of(flags));
        if flags & FORM != 0 {
            checker = checker.for_form();
        }
        FOUND.with_borrow_mut(|found| {
            let slot = &mut found[profile_index as usize];
            if flags & ANEW != 0 {
                *slot = Some(checker.incremental());
            }
            let known = slot.take().and_then(|mut request| {
                let is_judged = checker.recheck(&mut request, changes);
                is_judged.then_some(request)
            });
            let result = done(|out| match &known {
                Some(request) => {
                    out.number(1);
                    packed::kept(out, request);
                }
                None => out.number(0),
            });
            *slot = known;
            result
        })
    })
}

/// Whether one request is valid, written as JSON, a query string or a URL.
#[wasm_bindgen]
#[must_use]
pub fn valid(profile_index: u32, spec: u32) -> u32 {
    with_texts([spec], |[spec]| {
        let Some(profile) = profile(profile_index) else {
            return 0;
        };
        let checker = Checker::new(profile);
        u32::from(checker.is_valid(spec))
    })
}

thread_local! {
    /// What is known of the request of each profile that was judged last.
    static DRAFTS: RefCell<[Option<Draft>; PROFILES.len()]> =
        const { RefCell::new([const { None }; PROFILES.len()]) };
}

/// Whether a request is valid that differs in these fields from the one of the profile before it,
/// or with `anew` has no others: 0 for no, 1 for yes, and 2 where that takes all of it at once.
#[wasm_bindgen]
#[must_use]
pub fn verdict(profile_index: u32, changes: u32, anew: u32) -> u32 {
    with_texts([changes], |[changes]| {
        let Some(profile) = profile(profile_index) else {
            return UNSURE;
        };
        DRAFTS.with_borrow_mut(|drafts| {
            let slot = &mut drafts[profile_index as usize];
            if anew != 0 {
                *slot = None;
            }
            let draft = slot.get_or_insert_with(|| Draft::new(profile));
            draft.set_packed(changes);
            draft.is_valid().map_or(UNSURE, u32::from)
        })
    })
}

/// Lints a text. A profile that does not exist is none: it is inferred.
#[wasm_bindgen]
#[must_use]
pub fn lint(
    profile_index: u32,
    text: u32,
    surroundings: u32,
    input_format: u32,
    flags: u32,
) -> u32 {
    with_texts([text, surroundings], |[text, surroundings]| {
        let context = match context(surroundings, locale_of(flags)) {
            Ok(context) => context,
            Err(refusal) => return refusal,
        };
        let mut linter = Linter::new()
            .format(format(input_format))
            .level(level_of(flags));
        if let Some(profile) = profile(profile_index) {
            linter = linter.profile(profile);
        }
        if let Some(context) = &context {
            linter = linter.context(context);
        }
        let linted = linter.lint(text, &mut Run::new());
        done(|out| packed::report(out, &linted, flags & CHINESE != 0))
    })
}

/// The report for a text that is not UTF-8: half of a surrogate pair. The bytes are those up to
/// the first such place, and one that is no character.
#[wasm_bindgen]
#[must_use]
pub fn unreadable(profile_index: u32, bytes: u32, input_format: u32, flags: u32) -> u32 {
    with_input(bytes as usize, |bytes| {
        let mut linter = Linter::new().format(format(input_format));
        if let Some(profile) = profile(profile_index) {
            linter = linter.profile(profile);
        }
        let linted = linter.not_utf8(bytes, 1, 0);
        done(|out| packed::report(out, &[linted], flags & CHINESE != 0))
    })
}

/// Whether an existing instance can become the wanted one.
#[wasm_bindgen]
#[must_use]
pub fn change(profile_index: u32, existing: u32, wanted: u32, flags: u32) -> u32 {
    with_texts([existing, wanted], |[existing, wanted]| {
        let Some(profile) = profile(profile_index) else {
            return refused("profile");
        };
        match check_change(profile, existing, wanted) {
            Ok(change) => done(|out| {
                out.number(usize::from(change.is_allowed()));
                packed::findings(out, change.existing.diagnostics());
                packed::findings(out, change.wanted.diagnostics());
            }),
            Err(reason) => refused(&reason.message(locale_of(flags))),
        }
    })
}

/// The text with every byte of a secret replaced by an asterisk.
#[wasm_bindgen]
#[must_use]
pub fn redact(text: u32) -> u32 {
    with_texts([text], |[text]| {
        let redacted = kvspec::redact(text);
        done(|out| out.text(&redacted))
    })
}

/// The parameters of a profile, in the order of their numbers: for each its name, whether it is a
/// secret, whether it may be any text but an empty one; of words that are right whatever their
/// letters 1 for ASCII and 2 for Chinese ones too, 3 for passwords and what they may have beside
/// letters and digits, or 0 if there are none, and the least and the most characters; how many
/// values can be listed for it, and those.
#[wasm_bindgen]
#[must_use]
pub fn names(profile_index: u32) -> u32 {
    done(|out| {
        let Some(profile) = profile(profile_index) else {
            return out.number(0);
        };
        let object = profile.request;
        // Where types are strict, a text is not what it says.
        let is_text = profile.wire == Wire::QUERY;
        out.number(object.parameters.len());
        for (index, parameter) in object.parameters.iter().enumerate() {
            out.text(parameter.name);
            out.number(usize::from(parameter.secret));
            out.number(usize::from(is_text && object.is_free(index)));
            let words = parameter.constraint.words().filter(|_| is_text);
            out.number(match words {
                None => 0,
                Some((Words::Ascii, ..)) => 1,
                Some((Words::AsciiAndHan, ..)) => 2,
                Some((Words::Password(_), ..)) => 3,
            });
            if let Some((words, least, most)) = words {
                out.number(least as usize);
                out.number(most as usize);
                if let Words::Password(special) = words {
                    out.text(special);
                }
            }
            let place = out.place();
            let mut count = 0;
            parameter.constraint.visit_listed(&mut |value| {
                if is_text {
                    out.text(value);
                    count += 1;
                }
            });
            out.put(place, count);
        }
    })
}
