#!/usr/bin/env bash
# Builds the page in www/ and serves it (`www.sh demo [port]`) or tests it in Chromium (`www.sh test`); `www.sh tools`
# gets what both need. Installs what is missing, and says so. The npm package is what `make wasm` built.
set -eu
cd "$(dirname "$0")/.."

. scripts/debian.sh

# A link to the folder of the package, so that the page has what was built last.
packages() {
    if [ ! -f www/node_modules/.package-lock.json ] || [ www/package-lock.json -nt www/node_modules/.package-lock.json ]; then
        echo "installing the npm packages of www"
        (cd www && npm ci)
    fi
}
browser() { debian chromium "chromium fonts-noto-cjk"; }

if [ "${1:-}" = tools ]; then
    packages
    browser
    exit
fi
[ -f pkg/dist/slim.js ] || { echo "the package is not built: make wasm first" >&2; exit 1; }
packages
(cd www && npm run --silent build)
case "${1:-build}" in
    build) ;;
    demo) cd www && exec node serve.mjs "${2:-4173}" ;;
    test)
        browser
        # The lint pane must give the findings of the native command line.
        cargo build --quiet --features cli
        cd www && exec node --test --test-concurrency=1 test/*.test.mjs
        ;;
    *) echo "www.sh [build|demo [port]|test|tools]" >&2; exit 2 ;;
esac
