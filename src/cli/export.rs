//! `kvspec export`.

use std::io::{self, Write};

use kvspec::render::line::write_pretty;
use kvspec::{Locale, export, profile_file};

use super::profile_file::chosen;
use super::{CLEAN, Export, ExportArguments, FAILED, complain};

pub(super) fn run(arguments: &ExportArguments, out: &mut impl Write) -> io::Result<u8> {
    let locale = arguments.language.locale();
    let file = arguments.profile_file.as_deref();
    let Ok(profile) = chosen(arguments.profile, file, locale) else {
        return Ok(FAILED);
    };
    match (arguments.what, profile) {
        (Export::ProfileSchema, _) => write_pretty(out, &profile_file::schema())?,
        (Export::Profile, Some(profile)) => {
            out.write_all(profile_file::write(profile).as_bytes())?;
        }
        (Export::ReportSchema, _) => write_pretty(out, &export::report_schema())?,
        (Export::ProfileDetailsSchema, _) => write_pretty(out, &export::profile_schema())?,
        (Export::Typescript, None) => out.write_all(export::typescript_module().as_bytes())?,
        (Export::JsonSchema, Some(profile)) => {
            let schema = export::json_schema(profile, locale);
            let schema = if arguments.plain {
                export::plain(schema)
            } else {
                schema
            };
            write_pretty(out, &schema)?;
        }
        (Export::Form, Some(profile)) => write_pretty(out, &export::form(profile))?,
        (Export::Typescript, Some(profile)) => {
            out.write_all(export::typescript(profile).as_bytes())?;
        }
        (Export::Strategies, Some(profile)) => {
            out.write_all(export::strategies(profile).as_bytes())?;
        }
        (Export::JsonSchema | Export::Form | Export::Strategies | Export::Profile, None) => {
            let known: Vec<&str> = kvspec::PROFILES.iter().map(|profile| profile.id).collect();
            complain(&match locale {
                Locale::En => format!("which profile? --profile takes one of {}", known.join(", ")),
                Locale::Zh => format!("请用 --profile 指定规范：{}", known.join("、")),
            });
            return Ok(FAILED);
        }
    }
    Ok(CLEAN)
}
