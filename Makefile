# `make test` is everything; it installs what is missing and says so.
.PHONY: help test tools lint docs msrv package rules fuzz mutants

MSRV := $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

help:
	@echo "make test    everything: format, lints, tests, documentation, oldest Rust, package"
	@echo "make lint    format and lints"
	@echo "make docs    documentation of the crate, without warnings"
	@echo "make msrv    the library builds with Rust $(MSRV), the oldest that is promised"
	@echo "make package what would be published builds by itself"
	@echo "make fuzz    look for inputs that break something: FUZZ_SECONDS (60) for each target"
	@echo "make mutants see whether the tests notice mistakes in the sources: takes hours"
	@echo "make rules   write docs/rules and docs/kvspec.schema.json anew from the tables"

tools:
	@command -v cargo >/dev/null || { echo "cargo is missing: install Rust with rustup first" >&2; exit 1; }
	@cargo fmt --version >/dev/null 2>&1 || { echo "installing rustfmt"; rustup component add rustfmt; }
	@cargo clippy --version >/dev/null 2>&1 || { echo "installing clippy"; rustup component add clippy; }

lint: tools
	cargo fmt --check
	cargo clippy --all-targets --all-features -- -D warnings

docs: tools
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --all-features

msrv: tools
	@command -v rustup >/dev/null || { echo "rustup is missing: it is needed to check Rust $(MSRV)" >&2; exit 1; }
	@rustup run $(MSRV) cargo --version >/dev/null 2>&1 \
		|| { echo "installing Rust $(MSRV)"; rustup toolchain install $(MSRV) --profile minimal; }
	CARGO_TARGET_DIR=target/msrv cargo +$(MSRV) check --all-features

package: tools
	cargo publish --dry-run --allow-dirty

rules: tools
	KVSPEC_UPDATE=1 cargo test --all-features --test generated

FUZZ_SECONDS ?= 60
# `make fuzz FUZZ_TARGETS=schema FUZZ_FLAGS=--features=schema` holds the engine against the JSON
# Schema; its first build takes many minutes.
FUZZ_TARGETS ?= config json ndjson query
FUZZ_FLAGS ?=

# New inputs go to fuzz/corpus, which is not checked in, and what fails to fuzz/artifacts.
fuzz: tools
	@command -v rustup >/dev/null || { echo "rustup is missing: cargo-fuzz needs a nightly compiler" >&2; exit 1; }
	@cargo +nightly --version >/dev/null 2>&1 || { echo "installing a nightly compiler"; rustup toolchain install nightly --profile minimal; }
	@command -v cargo-fuzz >/dev/null || { echo "installing cargo-fuzz"; cargo install cargo-fuzz --locked; }
	@for target in $(FUZZ_TARGETS); do \
		mkdir -p fuzz/corpus/$$target; \
		echo "fuzzing $$target for $(FUZZ_SECONDS) seconds"; \
		cargo +nightly fuzz run $(FUZZ_FLAGS) $$target fuzz/corpus/$$target fuzz/seeds/$$target -- -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 || exit 1; \
	done

# MUTANTS names what is changed, MUTANTS_FLAGS could be `--shard 0/8` for a sample; the results
# are in target/mutants.
MUTANTS_FLAGS ?= --jobs 2
MUTANTS ?= src/profile src/documents src/text src/input src/engine
mutants: tools
	@command -v cargo-mutants >/dev/null || { echo "installing cargo-mutants"; cargo install cargo-mutants --locked; }
	PROPTEST_CASES=150 cargo mutants --output target/mutants $(MUTANTS_FLAGS) $(foreach folder,$(MUTANTS),--file '$(folder)/**')

test: lint docs
	cargo test
	cargo test --all-features
	$(MAKE) msrv package
