#!/usr/bin/env bash
# Builds the command of a release for a target and packs it into dist/: release.sh TARGET. GITHUB_REF_NAME is the tag.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
[ "v$version" = "${GITHUB_REF_NAME:?}" ] || { echo "the tag is $GITHUB_REF_NAME, and the version $version" >&2; exit 1; }
rustup target list --installed | grep -qx "$target" || { echo "installing the Rust target $target" && rustup target add "$target"; }
cargo build --release --locked --features cli --target "$target"
scripts/archive.sh "$target"
