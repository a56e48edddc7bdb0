//! The command line `kvspec`.

mod cli;

fn main() -> std::process::ExitCode {
    cli::run()
}
