//! Arguments, and where output goes. What is checked and how it reads is the library's.

mod baseline;
mod change;
mod classes;
mod compare;
mod config;
mod explain;
mod export;
mod files;
mod fix;
mod generate;
mod lines;
mod lint;
mod lsp;
mod packs;
mod profile_file;
mod profiles;
mod request;
mod response;
mod rewrite;
mod single;
mod transfer;

use std::io::{self, IsTerminal as _, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::OnceLock;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory as _, Parser, Subcommand, ValueEnum};
use kvspec::profile::{Bilingual, ClassEdition, ClassFamily, ClassState};
use kvspec::text::visible;
use kvspec::{Code, Date, InputFormat, Locale, NoProfile, OrderFormat, Pack, Profile, Severity};

/// Nothing denied was found.
const CLEAN: u8 = 0;
/// There are findings.
const FOUND: u8 = 1;
/// Something could not be run: usage, an unreadable file, no profile.
const FAILED: u8 = 2;

/// Pre-flight checker for cloud Redis orders on Alibaba Cloud and JD Cloud.
#[derive(Debug, Parser)]
#[command(name = "kvspec", version, max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// When output is coloured [default: on a terminal, unless `NO_COLOR` is set;
    /// `CLICOLOR_FORCE` colours everywhere].
    #[arg(
        long,
        value_enum,
        value_name = "WHEN",
        global = true,
        default_value_t,
        hide_default_value = true
    )]
    color: When,
}

/// When output is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum When {
    /// As terminal and environment want it.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// When output is coloured, as the command line says it, for whatever writes.
static COLOR: OnceLock<When> = OnceLock::new();

#[derive(Debug, Subcommand)]
enum Command {
    /// Check orders: files, directories, or standard input.
    Lint(LintArguments),
    /// Say what a code means, who binds it with which numbers, and how to satisfy it; or what a
    /// parameter takes under each profile.
    Explain(ExplainArguments),
    /// Check whether an existing instance can become another one.
    Change(ChangeArguments),
    /// Show the `CreateInstance` request that the console would send for an order.
    Request(RequestArguments),
    /// Check what a provider answered, and whether it is what was ordered.
    Response(ResponseArguments),
    /// Show what two profiles say differently.
    Compare(CompareArguments),
    /// Rewrite an order for another profile, or show how it stands under each.
    Transfer(TransferArguments),
    /// Write random orders as NDJSON, for tests of whatever reads them.
    Generate(GenerateArguments),
    /// House rules: check a `kvspec.toml`, or write the JSON Schema of such files.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Write what derives from the tables: schemas, form metadata, types, strategies.
    Export(ExportArguments),
    /// List the instance classes that the providers sell, or compare some of them.
    Classes(ClassesArguments),
    /// List the profiles: which operation of which document each one is; or show one in full.
    Profiles(ProfilesArguments),
    /// List the packs, and the rules of each: what a careful team wants and no document asks for.
    Packs(PacksArguments),
    /// Run the language server, which editors start, over standard input and output.
    Lsp(LspArguments),
    /// Write a completion script for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Read a file of house rules and say what is wrong with it.
    Check {
        /// The file [default: kvspec.toml in this folder or the nearest above].
        file: Option<PathBuf>,
        #[command(flatten)]
        language: Language,
    },
    /// Write the JSON Schema of `kvspec.toml`, for editors.
    Schema,
}

#[derive(Debug, clap::Args)]
struct Language {
    /// Language of messages [default: that of the environment].
    #[arg(long, value_enum)]
    locale: Option<LocaleName>,
}

#[derive(Debug, clap::Args)]
struct LintArguments {
    /// Files or directories with orders; `-` is standard input.
    ///
    /// Of a directory, files are read whose names end in .tf, .tofu, .yaml, .yml, .sh, .bash,
    /// .json, .ndjson, .jsonl, .url or .query, but nothing hidden, nothing that .gitignore names, nothing in `node_modules`, and no links.
    /// What holds no order there is passed over.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Profile to check against [default: inferred for each order].
    #[arg(long, value_name = "ID", value_parser = profile())]
    profile: Option<&'static Profile>,
    /// File with the profile to check against, as `kvspec export profile` writes one.
    #[arg(long, value_name = "FILE", conflicts_with = "profile")]
    profile_file: Option<PathBuf>,
    /// Take the editions of the documents that held on that day, such as 2019-01-31.
    #[arg(long, value_name = "DATE", conflicts_with_all = ["profile", "profile_file"])]
    as_of: Option<Date>,
    /// Take files that are named as if they were met in a directory: pass over those that hold no
    /// order, and those that kvspec.toml excludes. Hooks before a commit name every file.
    #[arg(long)]
    pass_over: bool,
    /// Pass over what this glob matches in directories; may be given more than once.
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// How the input is written.
    #[arg(long, value_enum, default_value_t)]
    input_format: InputFormatName,
    /// How the report is written.
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,
    #[command(flatten)]
    language: Language,
    /// JSON file that tells about the vSwitch and the ECS instance that will connect.
    #[arg(long, value_name = "FILE")]
    context: Option<PathBuf>,
    /// File with house rules [default: kvspec.toml in the folder of each file or the nearest above].
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,
    /// Read no house rules.
    #[arg(long)]
    no_config: bool,
    /// Hold orders also against this pack of rules: security, availability, naming or cost; may be
    /// given more than once.
    ///
    /// Packs are off unless asked for, here or with `packs` in kvspec.toml, and never make an order
    /// invalid. `not-clustered` of availability also wants a severity in kvspec.toml, and cost its
    /// bounds.
    #[arg(long = "pack", value_name = "ID", value_parser = pack())]
    packs: Vec<Pack>,
    /// Threads that check NDJSON; the output is the same with any number of them.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..))]
    jobs: u8,
    /// Exit with 1 also for warnings.
    #[arg(long, value_enum)]
    deny: Option<Deny>,
    /// Least severity that is shown and counted in summaries [default: all for programs; people
    /// see errors and warnings, and how many notes there are]; verdicts, the exit status and what
    /// --fix mends stay the same.
    #[arg(long, value_enum)]
    level: Option<LevelName>,
    /// Write no more findings than this, and say how many there were; SARIF has 25000 at most.
    #[arg(long, value_name = "N")]
    max_findings: Option<usize>,
    /// Say nothing of the findings that this file holds, wherever their lines have moved to, and
    /// say which of them are gone.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["diff", "write_baseline"])]
    baseline: Option<PathBuf>,
    /// Write all findings to this file, for --baseline, and no report; exit with 0 if everything
    /// could be judged.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["diff", "fix"])]
    write_baseline: Option<PathBuf>,
    #[command(flatten)]
    mend: Mend,
}

#[derive(Debug, clap::Args)]
struct LspArguments {
    /// Profile to check against [default: inferred for each order].
    #[arg(long, value_name = "ID", value_parser = profile())]
    profile: Option<&'static Profile>,
    /// Hold orders also against this pack of rules; may be given more than once.
    #[arg(long = "pack", value_name = "ID", value_parser = pack())]
    packs: Vec<Pack>,
    #[command(flatten)]
    language: Language,
    /// Nothing: editors give it, and there is no other way.
    #[arg(long, hide = true)]
    stdio: bool,
}

#[derive(Debug, clap::Args)]
struct Mend {
    /// Apply the safe fixes to the files, then report what is left; standard input is written
    /// to standard output, mended.
    #[arg(long, conflicts_with = "diff")]
    fix: bool,
    /// Show what --fix would change, and change nothing; exit with 1 if there is anything, or if
    /// something is wrong that no fix mends, which standard error tells.
    #[arg(long)]
    diff: bool,
    /// With --fix or --diff: also fixes that a person should look at.
    #[arg(long)]
    unsafe_fixes: bool,
}

#[derive(Debug, clap::Args)]
struct ChangeArguments {
    /// The request that describes the existing instance; `-` is standard input.
    old: PathBuf,
    /// The request that describes what it should become; one of both may be `-`.
    new: PathBuf,
    /// Profile of both [default: inferred from NEW].
    #[arg(long, value_name = "ID", value_parser = profile())]
    profile: Option<&'static Profile>,
    /// How the report is written.
    #[arg(long, value_enum, default_value_t)]
    format: TwoFormats,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, clap::Args)]
struct RequestArguments {
    /// The order of the console's page; `-` is standard input.
    order: PathBuf,
    /// How the request is written.
    #[arg(long, value_enum, default_value_t)]
    format: RequestFormat,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, clap::Args)]
struct ResponseArguments {
    /// The provider's response, JSON or XML, a success or an error; `-` is standard input.
    file: PathBuf,
    /// The order that it answers; `-` is standard input, if the response is not.
    #[arg(long, value_name = "ORDER")]
    request: Option<PathBuf>,
    /// Profile of both [default: inferred from the order, or else from the response].
    #[arg(long, value_name = "ID", value_parser = profile())]
    profile: Option<&'static Profile>,
    /// How the report is written.
    #[arg(long, value_enum, default_value_t)]
    format: TwoFormats,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum RequestFormat {
    /// For people: the mapping of each option, the request as JSON and as a query string.
    #[default]
    Human,
    /// One JSON document with all of it.
    Json,
    /// The query string alone.
    Query,
}

#[derive(Debug, clap::Args)]
struct CompareArguments {
    /// The one profile.
    #[arg(value_parser = profile())]
    a: &'static Profile,
    /// The other profile.
    #[arg(value_parser = profile())]
    b: &'static Profile,
    /// How the comparison is written.
    #[arg(long, value_enum, default_value_t)]
    format: CompareFormat,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum CompareFormat {
    /// For people.
    #[default]
    Human,
    /// A page of Markdown.
    Markdown,
    /// One JSON document.
    Json,
}

#[derive(Debug, clap::Args)]
struct TransferArguments {
    /// The order; `-` is standard input.
    file: PathBuf,
    /// Profile to rewrite it for, or format to write it in: json, aliyun, jdc, terraform, ros,
    /// pulumi [default: show how it stands under each profile].
    #[arg(long, value_name = "ID|FORMAT", value_parser = destination(), hide_possible_values = true)]
    to: Option<Destination>,
    /// Profile that it is written for [default: inferred].
    #[arg(long, value_name = "ID", value_parser = profile())]
    from: Option<&'static Profile>,
    /// How the result is written; secrets are not.
    #[arg(long, value_enum, default_value_t)]
    format: TwoFormats,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, clap::Args)]
struct ExportArguments {
    /// What to write.
    #[arg(value_enum)]
    what: Export,
    /// JSON Schema without our own keyword, which strict validators refuse.
    #[arg(long)]
    plain: bool,
    /// The profile; the schemas of reports and of profiles have none, and `typescript` without one
    /// writes all.
    #[arg(long, value_name = "ID", value_parser = profile())]
    profile: Option<&'static Profile>,
    /// File with the profile.
    #[arg(long, value_name = "FILE", conflicts_with = "profile")]
    profile_file: Option<PathBuf>,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Export {
    /// JSON Schema (2020-12) of the profile's request.
    JsonSchema,
    /// What a form needs to draw itself, in both languages, as JSON.
    Form,
    /// Types of the profile's request for TypeScript.
    Typescript,
    /// Strategies for the proptest crate, as Rust source.
    Strategies,
    /// JSON Schema (2020-12) of the report that `lint --format json` writes.
    ReportSchema,
    /// JSON Schema (2020-12) of what `profiles --profile ID --format json` writes.
    ProfileDetailsSchema,
    /// The profile itself as JSON, which `--profile-file` reads back.
    Profile,
    /// JSON Schema (2020-12) of files with a profile.
    ProfileSchema,
}

#[derive(Debug, clap::Args)]
struct ExplainArguments {
    /// A code such as `required-when`, a provider's code, or a parameter such as `Period`; without
    /// one, all codes are listed.
    #[arg(value_name = "CODE")]
    name: Option<String>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t)]
    format: TwoFormats,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, clap::Args)]
struct ProfilesArguments {
    /// Show this one in full: its document, where its requests go, its parameters.
    #[arg(long, value_name = "ID", value_parser = profile())]
    profile: Option<&'static Profile>,
    /// Files with profiles: check them, and list these instead.
    #[arg(long = "profile-file", value_name = "FILE", conflicts_with = "profile")]
    profile_files: Vec<PathBuf>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t)]
    format: TwoFormats,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, clap::Args)]
struct PacksArguments {
    /// How it is written.
    #[arg(long, value_enum, default_value_t)]
    format: TwoFormats,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, clap::Args)]
struct GenerateArguments {
    /// Profile that the orders are written for.
    #[arg(long, value_name = "ID", value_parser = profile(), required_unless_present = "profile_file")]
    profile: Option<&'static Profile>,
    /// File with the profile that the orders are written for.
    #[arg(long, value_name = "FILE", conflicts_with = "profile")]
    profile_file: Option<PathBuf>,
    /// Break exactly the rule of this code [default: the orders are valid]; `list` says which codes there are.
    #[arg(long, value_name = "CODE", value_parser = violation, conflicts_with_all = ["near", "limits"])]
    violating: Option<Violating>,
    /// Every limit of the profile, at it, below it and above it: a fixed list.
    #[arg(long, conflicts_with = "near")]
    limits: bool,
    /// Variations of the order in this JSON file, right and wrong.
    #[arg(long, value_name = "FILE")]
    near: Option<PathBuf>,
    /// Draw what the team's rules in this file allow.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Draw no orders with warnings.
    #[arg(long, value_name = "WHAT", value_enum)]
    deny: Option<Deny>,
    /// Give a parameter this value in every order; a JSON Pointer names one further in.
    #[arg(long, value_name = "NAME=VALUE", value_parser = setting)]
    set: Vec<(String, String)>,
    /// Now and then with parameters that all of the provider's operations have, such as a signature.
    #[arg(long)]
    common: bool,
    /// How the orders are written.
    #[arg(long, value_enum, default_value_t)]
    format: GenerateFormat,
    /// How many orders, one a line.
    #[arg(long, value_name = "N", default_value_t = 100)]
    count: u64,
    /// The same seed and version give the same orders.
    #[arg(long, value_name = "S", default_value_t = 0)]
    seed: u64,
}

/// What generated orders break.
#[derive(Debug, Clone, Copy)]
enum Violating {
    /// One rule.
    Code(Code),
    /// None: the codes are listed.
    List,
}

fn violation(name: &str) -> Result<Violating, String> {
    if name == "list" {
        return Ok(Violating::List);
    }
    code(name).map(Violating::Code)
}

fn setting(text: &str) -> Result<(String, String), String> {
    let (name, value) = text
        .split_once('=')
        .filter(|(name, _)| !name.is_empty())
        .ok_or("it is no NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}

/// How generated orders are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum GenerateFormat {
    /// One order a line.
    #[default]
    Orders,
    /// One object a line: the order, and what is expected of it.
    Ndjson,
}

#[derive(Debug, clap::Args)]
struct ClassesArguments {
    /// Part of a name, a pattern such as `tair.*.1g`, or names to be compared side by side.
    #[arg(value_name = "PATTERN")]
    names: Vec<String>,
    #[command(flatten)]
    filters: ClassFilters,
    /// Only this provider's classes.
    #[arg(long, value_enum)]
    provider: Option<ProviderName>,
    /// How the classes are written.
    #[arg(long, value_enum, default_value_t)]
    format: TwoFormats,
    #[command(flatten)]
    language: Language,
}

#[derive(Debug, clap::Args)]
struct ClassFilters {
    /// Only classes of this family.
    #[arg(long, value_name = "FAMILY", value_parser = family())]
    family: Option<ClassFamily>,
    /// Only classes on local disks (classic), or on cloud disks (cloud-native).
    #[arg(long, value_enum)]
    edition: Option<EditionName>,
    /// Least memory in MB: of the instance, or of a shard where the order says how many.
    #[arg(long, value_name = "N")]
    min_mb: Option<u64>,
    /// Most memory in MB, in the same way.
    #[arg(long, value_name = "N")]
    max_mb: Option<u64>,
    /// Only classes that can have so many shards; memory is then that of all of them.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    shards: Option<u32>,
    /// Only classes that run this engine version, such as 7.0.
    #[arg(long, value_name = "VERSION")]
    engine: Option<String>,
    /// Only classes in this state.
    #[arg(long, value_enum)]
    state: Option<StateName>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ProviderName {
    /// Alibaba Cloud.
    Alibaba,
    /// JD Cloud.
    Jdcloud,
}

impl ProviderName {
    /// The name in arguments and in JSON.
    const fn id(self) -> &'static str {
        match self {
            Self::Alibaba => "alibaba",
            Self::Jdcloud => "jdcloud",
        }
    }

    /// What a person calls it.
    const fn label(self) -> Bilingual {
        match self {
            Self::Alibaba => Bilingual::new("Alibaba Cloud", "阿里云"),
            Self::Jdcloud => Bilingual::new("JD Cloud", "京东云"),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum EditionName {
    /// Local disks.
    Classic,
    /// Cloud disks.
    CloudNative,
}

impl From<EditionName> for ClassEdition {
    fn from(name: EditionName) -> Self {
        match name {
            EditionName::Classic => Self::Classic,
            EditionName::CloudNative => Self::CloudNative,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum StateName {
    /// The newest sources list it.
    Sold,
    /// The sources do not agree, or none says.
    Doubtful,
    /// Sold no longer.
    Retired,
    /// A name in answers, no order code.
    Collective,
}

impl From<StateName> for ClassState {
    fn from(name: StateName) -> Self {
        match name {
            StateName::Sold => Self::Sold,
            StateName::Doubtful => Self::Doubtful,
            StateName::Retired => Self::Retired,
            StateName::Collective => Self::Collective,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum TwoFormats {
    /// For people.
    #[default]
    Human,
    /// One JSON document.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LocaleName {
    /// English.
    En,
    /// Simplified Chinese.
    Zh,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum InputFormatName {
    /// Whatever it looks like.
    #[default]
    Auto,
    /// One object, or an array of orders.
    Json,
    /// One JSON object a line.
    Ndjson,
    /// A query string or a URL.
    Query,
    /// One URL a line.
    Urls,
    /// Terraform.
    Hcl,
    /// Templates of ROS, Pulumi or Crossplane.
    Yaml,
    /// A script with commands of aliyun or jdc.
    Shell,
    /// Markdown, with any of these in its fences.
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum OutputFormat {
    /// For people.
    #[default]
    Human,
    /// For people and editors, one line for each finding.
    Concise,
    /// One JSON document.
    Json,
    /// One JSON line for each order.
    Ndjson,
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// Workflow commands of GitHub Actions, which annotate lines.
    Github,
    /// Code Quality of GitLab, which shows findings in merge requests.
    Gitlab,
    /// Test results, which most build servers show: each order is a test.
    Junit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum LevelName {
    /// Everything.
    Info,
    /// No notes about what is worth knowing before paying.
    Warning,
    /// Nothing but errors.
    Error,
}

impl From<LevelName> for Severity {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Info => Self::Info,
            LevelName::Warning => Self::Warning,
            LevelName::Error => Self::Error,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Warnings count as findings.
    Warnings,
}

impl LocaleName {
    const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }
}

impl From<InputFormatName> for InputFormat {
    fn from(name: InputFormatName) -> Self {
        match name {
            InputFormatName::Auto => Self::Auto,
            InputFormatName::Json => Self::Json,
            InputFormatName::Ndjson => Self::Ndjson,
            InputFormatName::Query => Self::Query,
            InputFormatName::Urls => Self::Urls,
            InputFormatName::Hcl => Self::Hcl,
            InputFormatName::Yaml => Self::Yaml,
            InputFormatName::Shell => Self::Shell,
            InputFormatName::Markdown => Self::Markdown,
        }
    }
}

impl Language {
    /// The language asked for, or that of the environment.
    fn locale(&self) -> Locale {
        match self.locale {
            Some(LocaleName::En) => Locale::En,
            Some(LocaleName::Zh) => Locale::Zh,
            None => ["LC_ALL", "LC_MESSAGES", "LANG"]
                .iter()
                .filter_map(|name| std::env::var(name).ok())
                .find(|tag| !tag.is_empty())
                .map_or(Locale::En, |tag| Locale::from_tag(&tag)),
        }
    }
}

/// Reads the ID of a profile. Help and completions list them.
fn profile() -> impl TypedValueParser<Value = &'static Profile> {
    let ids = kvspec::PROFILES.iter().map(|profile| profile.id);
    PossibleValuesParser::new(ids)
        .try_map(|id| Profile::by_id(&id).ok_or("there is no such profile"))
}

/// What an order is rewritten for.
#[derive(Debug, Clone, Copy)]
enum Destination {
    Profile(&'static Profile),
    Format(OrderFormat),
}

/// Reads the identifier of a profile, or the word for a format. Help and completions list them.
fn destination() -> impl TypedValueParser<Value = Destination> {
    let formats = OrderFormat::ALL.map(OrderFormat::id);
    let ids = kvspec::PROFILES.iter().map(|profile| profile.id);
    PossibleValuesParser::new(formats.into_iter().chain(ids)).try_map(|id| {
        let format = OrderFormat::by_id(&id).map(Destination::Format);
        format
            .or_else(|| Profile::by_id(&id).map(Destination::Profile))
            .ok_or("there is no such profile or format")
    })
}

/// Reads the name of a class family. Help and completions list them.
fn family() -> impl TypedValueParser<Value = ClassFamily> {
    PossibleValuesParser::new(ClassFamily::ALL.map(ClassFamily::name))
        .try_map(|name| ClassFamily::by_name(&name).ok_or("there is no such family"))
}

/// Reads the name of a pack. Help and completions list them.
fn pack() -> impl TypedValueParser<Value = Pack> {
    PossibleValuesParser::new(Pack::ids())
        .try_map(|id| Pack::by_id(&id).ok_or("there is no such pack"))
}

fn code(name: &str) -> Result<Code, String> {
    name.parse()
        .map_err(|_| "there is no such code; `kvspec explain` lists them".to_owned())
}

pub(crate) fn run() -> ExitCode {
    // WASI knows no current folder: whoever starts the command names it.
    #[cfg(target_os = "wasi")]
    if let Some(folder) = std::env::var_os("PWD")
        && let Err(error) = std::env::set_current_dir(folder)
    {
        complain(&error);
        return ExitCode::from(FAILED);
    }
    let arguments = Arguments::try_parse().unwrap_or_else(|error| refuse(&error));
    let _ = COLOR.set(arguments.color);
    // It speaks on standard output itself, from a thread of its own.
    if let Command::Lsp(arguments) = &arguments.command {
        return ExitCode::from(lsp::run(arguments));
    }
    let is_long = matches!(arguments.command, Command::Lint(_) | Command::Generate(_));
    let stdout = Reached {
        inner: io::stdout().lock(),
        // What is long in coming is given up; what is judged at once is judged to its end.
        is_patient: !is_long,
    };
    let mut out = io::BufWriter::with_capacity(1 << 14, stdout);
    let result = match arguments.command {
        Command::Change(arguments) => change::run(&arguments, &mut out),
        Command::Request(arguments) => request::run(&arguments, &mut out),
        Command::Generate(arguments) => generate::run(&arguments, &mut out),
        Command::Config(command) => config::run(&command, &mut out),
        Command::Response(arguments) => response::run(&arguments, &mut out),
        Command::Compare(arguments) => compare::run(&arguments, &mut out),
        Command::Transfer(arguments) => transfer::run(&arguments, &mut out),
        Command::Lint(arguments) => lint::run(&arguments, &mut out),
        Command::Lsp(arguments) => Ok(lsp::run(&arguments)),
        Command::Explain(arguments) => explain::run(&arguments, &mut out),
        Command::Export(arguments) => export::run(&arguments, &mut out),
        Command::Classes(arguments) => classes::run(&arguments, &mut out),
        Command::Packs(arguments) => packs::run(&arguments, &mut out),
        Command::Profiles(arguments) => profiles::run(&arguments, &mut out),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "kvspec", &mut script);
            out.write_all(&script).map(|()| CLEAN)
        }
    };
    let result = result.and_then(|status| match out.flush() {
        // The verdict was reached, whether somebody reads of it or not.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(status),
        flushed => flushed.map(|()| status),
    });
    // What is left in the buffer has no reader any more.
    let (_, _) = out.into_parts();
    ExitCode::from(result.unwrap_or_else(|error| {
        // Whoever reads our output may stop reading: that is no failure of ours.
        if error.kind() == io::ErrorKind::BrokenPipe {
            return CLEAN;
        }
        complain(&error);
        FAILED
    }))
}

/// Standard output, whose reader may go away.
struct Reached<W> {
    inner: W,
    /// Whether to go on without a reader, so that the verdict is reached.
    is_patient: bool,
}

impl<W> Reached<W> {
    fn passed<T>(&self, result: io::Result<T>, instead: T) -> io::Result<T> {
        match result {
            Err(error) if self.is_patient && error.kind() == io::ErrorKind::BrokenPipe => {
                Ok(instead)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for Reached<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.inner.write(bytes);
        self.passed(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.inner.flush();
        self.passed(result, ())
    }
}

/// Says what is wrong with the arguments, and what was probably meant by a path.
fn refuse(error: &clap::Error) -> ! {
    if error.kind() == clap::error::ErrorKind::InvalidSubcommand
        && let Some(path) = std::env::args_os().nth(1)
        && (path == "-" || std::path::Path::new(&path).exists())
    {
        let _ = error.print();
        let path = path.to_string_lossy();
        let path = visible(&path);
        complain(&match (Language { locale: None }).locale() {
            Locale::En => format!("to check orders: kvspec lint {path}"),
            Locale::Zh => format!("检查订单请用：kvspec lint {path}"),
        });
        #[expect(clippy::exit, reason = "as clap does with wrong arguments")]
        std::process::exit(FAILED.into());
    }
    error.exit()
}

/// Says on standard error what went wrong, in one line.
fn complain(problem: &dyn std::fmt::Display) {
    let problem = problem.to_string();
    let _ = writeln!(io::stderr().lock(), "kvspec: {}", visible(&problem));
}

/// Why there is no profile, and the option that names one.
fn no_profile(reason: NoProfile, option: &str, locale: Locale) -> String {
    let reason = reason.message(locale);
    match locale {
        Locale::En => format!("{reason} ({option} ID; `kvspec profiles` lists them)"),
        Locale::Zh => format!("{reason}（{option} ID；`kvspec profiles` 列出全部规范）"),
    }
}

/// How wide a column of names is, with two blanks behind the longest.
fn column<'n>(names: impl Iterator<Item = &'n str>) -> usize {
    2 + names.map(str::len).max().unwrap_or_default()
}

/// Whether standard output is a terminal that wants colour.
fn wants_color() -> bool {
    wants_color_on(io::stdout().is_terminal())
}

/// Whether a stream wants colour, given whether it is a terminal.
fn wants_color_on(is_terminal: bool) -> bool {
    match COLOR.get().copied().unwrap_or_default() {
        When::Always => true,
        When::Never => false,
        When::Auto => {
            let is_set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
            let is_forced = is_set("CLICOLOR_FORCE").is_some_and(|value| value != "0");
            let is_able = is_terminal && is_set("TERM").is_none_or(|value| value != "dumb");
            is_set("NO_COLOR").is_none() && (is_forced || is_able)
        }
    }
}
