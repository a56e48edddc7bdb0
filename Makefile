# `make test` is everything; it installs what is missing and says so.
.PHONY: help test test-rust tools lint lint-bindings docs msrv package rules properties wasm test-package test-packaging bench-javascript fuzz mutants table-mutants www demo test-www page-tools bench test-spark test-duckdb test-ci test-editor test-pre-commit vscode test-vscode test-action test-sdk editions bench-formats npx test-npx test-release test-wheel

MSRV := $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

help:
	@echo "make test    everything: format, lints, tests, documentation, oldest Rust, package"
	@echo "make test-rust   what of it needs no WebAssembly, after lints and documentation"
	@echo "make lint    format and lints"
	@echo "make docs    documentation of the crate, without warnings"
	@echo "make msrv    the library builds with Rust $(MSRV), the oldest that is promised"
	@echo "make package what would be published builds by itself"
	@echo "make wasm    the npm package: WebAssembly, and pkg/dist around it"
	@echo "make test-package    the npm package gives the native findings, in its sizes and types"
	@echo "make test-packaging  its tarball in Vite, webpack, Chromium and form libraries"
	@echo "make npx     the command line as WebAssembly, for npx kvspec"
	@echo "make test-npx  the command line's own tests against that one"
	@echo "make bench-javascript  the npm package beside other validators, into docs/benchmarks-javascript.md"
	@echo "make properties  the random tests with new draws: PROPTEST_CASES (20000) for each"
	@echo "make fuzz    look for inputs that break something: FUZZ_SECONDS (60) for each target"
	@echo "make mutants see whether the tests notice mistakes in the sources: takes hours"
	@echo "make table-mutants   the same of the tables' data: minutes"
	@echo "make demo    the page, built and served on localhost; PORT=... for another port"
	@echo "make www     the page, built into www/dist: static files for any host"
	@echo "make test-www    the page in Chromium: forms, accessibility, sizes, policy, screenshots"
	@echo "make bench   every judge on the same data; writes docs/benchmarks.md and docs/growth.svg"
	@echo "make bench-formats  kvspec over many small files beside cfn-lint and python-hcl2"
	@echo "make test-spark the example for Apache Spark gives the findings of one process"
	@echo "make test-duckdb the example for DuckDB counts the findings of a report"
	@echo "make test-ci reports for build servers are valid against their schemas"
	@echo "make test-editor the language server in Neovim"
	@echo "make test-pre-commit the hooks, built and run by pre-commit"
	@echo "make vscode  the extension for Visual Studio Code: editors/vscode/kvspec.vsix"
	@echo "make test-vscode  its types, texts, problem matcher and package"
	@echo "make test-action the GitHub Action, and the workflow of releases"
	@echo "make test-release the static binary, its archive and sum, and the action that installs it"
	@echo "make test-wheel the Python wheel, installed, and the test for pytest of a guide"
	@echo "make test-sdk  requests of the vendors' real SDKs get the findings that they deserve"
	@echo "make editions  what the vendors' newest packages say that the tables do not"
	@echo "make rules   write docs/rules and docs/kvspec.schema.json anew from the tables"

tools:
	@command -v cargo >/dev/null || { echo "cargo is missing: install Rust with rustup first" >&2; exit 1; }
	@cargo fmt --version >/dev/null 2>&1 || { echo "installing rustfmt"; rustup component add rustfmt; }
	@cargo clippy --version >/dev/null 2>&1 || { echo "installing clippy"; rustup component add clippy; }

# Half of what the packages beside this one depend on is checked for this one already.
SHARED := --target-dir $(or $(CARGO_TARGET_DIR),target)

lint: tools
	cargo fmt --check
	cargo clippy --all-targets --all-features -- -D warnings
	cargo clippy --all-targets -- -D warnings
	cargo clippy --lib --tests --no-default-features -- -D warnings
	cargo fmt --manifest-path benches/Cargo.toml --check
	cargo clippy --manifest-path benches/Cargo.toml $(SHARED) --all-targets -- -D warnings

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

wasm:
	scripts/wasm.sh
	cd pkg && node tools/build.mjs

lint-bindings: tools
	cargo fmt --manifest-path pkg/bindings/Cargo.toml --check
	cargo clippy --manifest-path pkg/bindings/Cargo.toml $(SHARED) --all-targets --all-features -- -D warnings

test-package: wasm lint-bindings
	scripts/package.sh

test-packaging: wasm
	scripts/package.sh packaging

# `make wasm` does without: it takes minutes, and no page needs it.
npx:
	scripts/wasm.sh npx

# Each case of a random test starts a program.
COMMANDS := $(notdir $(basename $(wildcard tests/cli*.rs)))
test-npx: npx
	node --test pkg/test/bin/npx.test.mjs
	KVSPEC_COMMAND="node $(CURDIR)/pkg/bin/kvspec.mjs" PROPTEST_CASES=4 \
		cargo test --all-features --no-fail-fast $(addprefix --test ,$(COMMANDS))

bench-javascript: wasm
	cd benches/javascript && { [ -d node_modules ] || npm ci; } && node bench.mjs --write ../../docs/benchmarks-javascript.md

FUZZ_SECONDS ?= 60
# `make fuzz FUZZ_TARGETS=schema FUZZ_FLAGS=--features=schema` holds the engine against the JSON
# Schema; its first build takes many minutes.
FUZZ_TARGETS ?= config hcl json markdown ndjson query response shell yaml
FUZZ_FLAGS ?=

# Those of tests/cli.rs each start a program.
PROPERTIES := $(filter-out cli,$(notdir $(basename $(shell grep -l '^proptest! {' tests/*.rs))))
properties: export PROPTEST_CASES ?= 20000
properties: export PROPTEST_DISABLE_FAILURE_PERSISTENCE = true
properties: export PROPTEST_MAX_GLOBAL_REJECTS ?= 10000000
properties: export PROPTEST_MAX_LOCAL_REJECTS ?= 10000000
properties: tools
	cargo test --release --all-features --no-fail-fast --lib $(addprefix --test ,$(PROPERTIES))

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

# Every change of a table's data, some minutes; `make test` takes each eighth one.
table-mutants: tools
	KVSPEC_TABLE_MUTANTS=all cargo test --all-features --test table_mutants

# MUTANTS names what is changed, MUTANTS_FLAGS could be `--shard 0/8` for a sample; the results
# are in target/mutants. The first look ends with the first test that fails, for which the tests'
# own program wants to be asked as if it were a nightly one; what it misses is shown to every test.
MUTANTS_FLAGS ?= --jobs 2
MUTANTS ?= src/profile src/documents src/text src/input src/engine
mutants: tools
	@command -v cargo-mutants >/dev/null || { echo "installing cargo-mutants"; cargo install cargo-mutants --locked; }
	PROPTEST_CASES=100 PROPTEST_MAX_SHRINK_ITERS=0 PROPTEST_RNG_SEED=1 \
		cargo mutants --output target/mutants $(MUTANTS_FLAGS) $(foreach folder,$(MUTANTS),--file '$(folder)/**') \
		-C "--config=target.'cfg(all())'.runner=['env','RUSTC_BOOTSTRAP=1']" -- -- -Zunstable-options --fail-fast; \
		case $$? in 0) exit 0;; 2|3) ;; *) exit 1;; esac; \
		PROPTEST_MAX_SHRINK_ITERS=0 \
		cargo mutants --no-config --iterate --all-features --profile mutants --timeout-multiplier 5 \
		--output target/mutants $(MUTANTS_FLAGS) $(foreach folder,$(MUTANTS),--file '$(folder)/**')

# Only what is needed: the package is built again where its sources changed.
pkg/dist/slim.js: $(shell find src pkg/src pkg/bindings pkg/tools -type f -not -path '*/target/*' -not -path '*/generated/*' 2>/dev/null)
	$(MAKE) wasm

www: pkg/dist/slim.js
	scripts/www.sh build

demo: pkg/dist/slim.js
	scripts/www.sh demo $(PORT)

test-www: pkg/dist/slim.js
	scripts/www.sh test

# What the page's tests need, before there is a page.
page-tools:
	scripts/www.sh tools

# Every commit draws other cases, and draws them again for whoever repeats its tests: the seed is the beginning of the
# commit's name. What comes without its history, such as a tarball, draws by 1.
SEED := $(shell printf '%d' "0x$$([ -e .git ] && git rev-parse --short=12 HEAD 2>/dev/null || echo 1)")
test test-rust: export PROPTEST_RNG_SEED ?= $(SEED)
test test-rust: export PROPTEST_MAX_GLOBAL_REJECTS ?= 10000000
test test-rust: export PROPTEST_MAX_LOCAL_REJECTS ?= 10000000
# The WebAssembly is built while all that does without it runs: neither keeps two cores busy all the time.
test: tools
	@echo "random tests draw by PROPTEST_RNG_SEED=$(PROPTEST_RNG_SEED)"
	@echo "make wasm runs beside: target/wasm.log is what it says"
	@mkdir -p target; $(MAKE) wasm >target/wasm.log 2>&1 & beside=$$!; \
		$(MAKE) lint docs test-rust lint-bindings page-tools || { kill $$beside; exit 1; }; \
		wait $$beside || { cat target/wasm.log >&2; exit 1; }
	$(MAKE) --assume-old=wasm --assume-old=pkg/dist/slim.js --assume-old=lint-bindings test-package test-www

test-rust: tools
	cargo test --all-features \
		|| { echo "to repeat these draws: PROPTEST_RNG_SEED=$(PROPTEST_RNG_SEED) cargo test --all-features" >&2; exit 1; }
	cargo test --no-default-features --lib
	$(MAKE) msrv package test-ci test-editor

# The start-up time is taken by hyperfine, beside jq; where these cannot be had, that table is left out.
bench: tools
	@. scripts/debian.sh; debian hyperfine hyperfine && debian jq jq \
		|| echo "without hyperfine and jq the time from start to exit is not measured: install them by hand" >&2
	cargo build --release --features cli
	cd benches && cargo test --release && cargo bench && cargo build --release
	benches/target/release/orders 200000 > target/orders.ndjson
	benches/target/release/growth docs/growth.svg
	benches/target/release/summary benches/target/criterion target/release/kvspec \
		benches/target/release/peer target/orders.ndjson docs/benchmarks.md
	rm -f target/orders.ndjson*

# The others are Python's, in an environment of their own.
bench-formats: tools
	cargo build --release --features cli
	[ -d target/bench-formats ] || python3 -m venv target/bench-formats
	target/bench-formats/bin/pip install --quiet --requirement benches/formats/requirements.txt
	target/bench-formats/bin/python benches/formats/bench.py target/release/kvspec docs/benchmarks-formats.md

test-spark: tools
	cargo build --release --features cli
	@. scripts/debian.sh; debian java default-jre-headless
	@python3 -c "import pyspark" 2>/dev/null || { echo "installing pyspark"; pip install pyspark; }
	KVSPEC=target/release/kvspec python3 examples/spark/test_lint.py

test-duckdb: tools
	cargo build --release --features cli
	@command -v duckdb >/dev/null || { echo "installing duckdb"; pip install duckdb-cli; }
	KVSPEC=target/release/kvspec python3 examples/duckdb/test_count.py

test-ci: tools
	cargo build --features cli
	scripts/test-ci.sh

test-editor: tools
	cargo build --features cli
	scripts/test-editor.sh

test-pre-commit: tools
	scripts/test-pre-commit.sh

vscode:
	cd editors/vscode && { [ -d node_modules ] || npm ci; } && npm run package

test-vscode: tools
	cargo build --features cli
	cd editors/vscode && { [ -d node_modules ] || npm ci; } && npm test

test-action: tools
	cargo build --features cli
	scripts/test-action.sh

# FULL_RELEASE=1 takes the minutes that a real release takes; the test does without.
test-release: tools
	scripts/test-release.sh

test-wheel: tools
	scripts/test-wheel.sh

# Sends nothing to anybody but a server on the loopback address. `make test-sdk SDK_RECORDS=keep` keeps what arrived.
SDK_RECORDS ?=
test-sdk: tools
	scripts/sdk.sh $(SDK_RECORDS)

# The script's own status: 0 nothing new, 1 something is, 2 something could not be fetched or read.
editions: tools
	scripts/editions.sh $(EDITIONS_FLAGS)
