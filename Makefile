# `make test` is everything; it installs what is missing.
.PHONY: help test tools lint docs

help:
	@echo "make test   everything: format, lints, tests, documentation"
	@echo "make lint   format and lints only"

tools:
	@command -v cargo >/dev/null || { echo "cargo is missing: install Rust with rustup first" >&2; exit 1; }
	@cargo fmt --version >/dev/null 2>&1 || { echo "installing rustfmt"; rustup component add rustfmt; }
	@cargo clippy --version >/dev/null 2>&1 || { echo "installing clippy"; rustup component add clippy; }

lint: tools
	cargo fmt --check
	cargo clippy --all-targets --all-features -- -D warnings

docs: tools
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --all-features

test: lint docs
	cargo test
	cargo test --all-features
