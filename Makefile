# `make test` is everything; it installs what is missing and says so.
.PHONY: help test tools lint docs msrv package rules bench test-spark

MSRV := $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)

help:
	@echo "make test    everything: format, lints, tests, documentation, oldest Rust, package"
	@echo "make lint    format and lints"
	@echo "make docs    documentation of the crate, without warnings"
	@echo "make msrv    the library builds with Rust $(MSRV), the oldest that is promised"
	@echo "make package what would be published builds by itself"
	@echo "make bench   every judge on the same data; writes docs/benchmarks.md and docs/growth.svg"
	@echo "make test-spark the example for Apache Spark gives the findings of one process"
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

test: lint docs
	cargo test
	cargo test --all-features
	$(MAKE) msrv package

# Needs hyperfine and jq for the start-up time; without them that table is left out.
bench: tools
	cargo build --release --features cli
	cd benches && cargo test --release && cargo bench && cargo build --release
	benches/target/release/orders 200000 > target/orders.ndjson
	benches/target/release/growth docs/growth.svg
	benches/target/release/summary benches/target/criterion target/release/kvspec \
		benches/target/release/peer target/orders.ndjson docs/benchmarks.md
	rm -f target/orders.ndjson*

test-spark: tools
	cargo build --release --features cli
	@command -v java >/dev/null || { echo "installing Java"; apt-get install -y default-jre-headless; }
	@python3 -c "import pyspark" 2>/dev/null || { echo "installing pyspark"; pip install pyspark; }
	KVSPEC=target/release/kvspec python3 examples/spark/test_lint.py
