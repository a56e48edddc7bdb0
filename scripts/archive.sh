#!/usr/bin/env bash
# Packs the command that was built for a target into dist/, with its sum: archive.sh TARGET
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1
built=${CARGO_TARGET_DIR:-target}/$target/release
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p dist
cp README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE "$folder"
case $target in
    *-windows-*)
        cp "$built/kvspec.exe" "$folder"
        archive=kvspec-$target.zip
        (cd "$folder" && 7z a -bso0 archive.zip ./* && rm -f kvspec.exe)
        mv "$folder/archive.zip" "dist/$archive"
        ;;
    *)
        cp "$built/kvspec" "$folder"
        archive=kvspec-$target.tar.gz
        tar -czf "dist/$archive" -C "$folder" kvspec README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE
        ;;
esac
cd dist
if command -v sha256sum >/dev/null; then
    sha256sum "$archive" >"$archive.sha256"
else
    shasum --algorithm 256 "$archive" >"$archive.sha256"
fi
