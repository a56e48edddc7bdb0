#!/usr/bin/env bash
# The language server in a real editor. KVSPEC names the command, target/debug/kvspec otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/debian.sh
debian nvim neovim

KVSPEC=$(realpath "${KVSPEC:-target/debug/kvspec}")
export KVSPEC
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
# Settings and logs of whoever runs this are left alone.
export HOME=$home XDG_CONFIG_HOME=$home XDG_DATA_HOME=$home XDG_STATE_HOME=$home XDG_CACHE_HOME=$home
timeout 120 nvim --headless -u NONE -i NONE -S tests/editor/neovim.lua </dev/null
