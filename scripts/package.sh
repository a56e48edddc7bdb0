#!/usr/bin/env bash
# Tests the npm package. `package.sh` packs it and tests it in Node.js; `package.sh packaging` installs the tarball into
# bundlers, a browser and form libraries, after the bindings' own tests in that browser. Installs what is missing, and says so.
set -eu
cd "$(dirname "$0")/.."

packages() {
    if [ ! -f "$1/node_modules/.package-lock.json" ] || [ "$1/package-lock.json" -nt "$1/node_modules/.package-lock.json" ]; then
        echo "installing the npm packages of $1"
        (cd "$1" && npm ci)
    fi
}

. scripts/debian.sh

[ -f pkg/dist/index.js ] || { echo "the package is not built: make wasm first" >&2; exit 1; }
if [ "${1:-}" = packaging ]; then
    debian chromium chromium
    debian chromedriver chromium-driver
    wasm-pack test --headless --chrome --chromedriver "$(command -v chromedriver)" --mode no-install pkg/bindings
    packages pkg/test/packaging
    cd pkg && exec node --test --test-concurrency=1 test/packaging/packaging.test.mjs test/packaging/guide.test.mjs
fi
packages pkg
# The findings of the native command line are what the package must give.
cargo build --quiet --features cli
cd pkg && exec node --test --test-concurrency=2 test/*.test.mjs
