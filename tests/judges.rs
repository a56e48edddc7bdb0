//! The tests that judge a mutant, in one binary: one link for each mutant instead of one for each
//! file. Tests run in the order of their names, so the letter puts first what is quick and sees
//! most. `cargo test` leaves this out (`Cargo.toml`), since it runs every file by itself.

#[path = "bounds.rs"]
mod a_bounds;
#[path = "context.rs"]
mod a_context;
#[path = "corpus.rs"]
mod a_corpus;
#[path = "findings.rs"]
mod a_findings;
#[path = "fix.rs"]
mod a_fix;
#[path = "names.rs"]
mod a_names;
#[path = "tables.rs"]
mod a_tables;
#[path = "token_reuse.rs"]
mod a_token_reuse;
#[path = "draft.rs"]
mod b_draft;
#[path = "properties.rs"]
mod b_properties;
#[path = "verdict.rs"]
mod b_verdict;
#[path = "allocation.rs"]
mod c_allocation;
#[path = "arguments.rs"]
mod c_arguments;
#[path = "change.rs"]
mod c_change;
#[path = "compare.rs"]
mod c_compare;
#[path = "fuzz_seeds.rs"]
mod c_fuzz_seeds;
#[path = "generated.rs"]
mod c_generated;
#[path = "house_rules.rs"]
mod c_house_rules;
#[path = "json_schema.rs"]
mod c_json_schema;
#[path = "provider_errors.rs"]
mod c_provider_errors;
#[path = "report_schema.rs"]
mod c_report_schema;
#[path = "response.rs"]
mod c_response;
#[path = "strategies.rs"]
mod c_strategies;
#[path = "transfer.rs"]
mod c_transfer;
#[path = "typed_requests.rs"]
mod c_typed_requests;
