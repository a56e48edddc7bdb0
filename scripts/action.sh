#!/usr/bin/env bash
# What action.yml does: `install` puts the command on the path, `lint` runs it.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)

# The release of this machine, if there is one whose sum is right.
release() { # VERSION
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) target=x86_64-unknown-linux-musl ;;
        Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
        Darwin-x86_64) target=x86_64-apple-darwin ;;
        Darwin-arm64) target=aarch64-apple-darwin ;;
        *) return 1 ;;
    esac
    name=kvspec-$target.tar.gz
    address=$SERVER/$REPOSITORY/releases/download/v$1
    curl --fail --silent --show-error --location --retry 3 --output "$name" "$address/$name" || return 1
    curl --fail --silent --show-error --location --retry 3 --output "$name.sha256" "$address/$name.sha256" || return 1
    sum=$(cut -d' ' -f1 "$name.sha256")
    if command -v sha256sum >/dev/null; then
        echo "$sum  $name" | sha256sum --check --quiet
    else
        echo "$sum  $name" | shasum --algorithm 256 --check --quiet
    fi || { echo "::error::$name is not what its sum says" && exit 1; }
    mkdir -p "$bin"
    tar -xzf "$name" -C "$bin" kvspec
}

install() {
    bin=${RUNNER_TEMP:?}/kvspec/bin
    version=${VERSION:-}
    # A tag of this action is the version that it takes.
    [ -n "$version" ] || case "${REF:-}" in v[0-9]*.[0-9]*.[0-9]*) version=${REF#v} ;; esac
    cd "$(mktemp -d)"
    if [ -n "$version" ] && [ "$version" != source ]; then
        release "$version" || {
            # What was asked for by its number is not replaced by something else.
            [ -z "${VERSION:-}" ] || { echo "::error::there is no release $version for this machine" && exit 1; }
            version=source
        }
    else
        version=source
    fi
    if [ "$version" = source ]; then
        command -v cargo >/dev/null || { echo "::error::building from source needs Rust" && exit 1; }
        cargo install --path "$here" --locked --features cli --root "$(dirname "$bin")"
    fi
    echo "$bin" >>"$GITHUB_PATH"
    "$bin/kvspec" --version
}

lint() {
    options=(--locale "${LOCALE:-en}")
    [ "${DENY_WARNINGS:-}" != true ] || options+=(--deny warnings)
    [ -z "${LEVEL:-}" ] || options+=(--level "$LEVEL")
    [ -z "${BASELINE:-}" ] || options+=(--baseline "$BASELINE")
    read -r -a packs <<<"${PACKS:-}"
    for pack in ${packs[@]+"${packs[@]}"}; do
        options+=(--pack "$pack")
    done
    read -r -d '' -a paths <<<"${PATHS:-.}" || true
    status=0
    kvspec lint "${options[@]}" --format github -- "${paths[@]}" || status=$?
    if [ -n "${SARIF:-}" ]; then
        # The annotations told what there is to tell.
        kvspec lint "${options[@]}" --format sarif -- "${paths[@]}" >"$SARIF" 2>/dev/null || true
        echo "sarif=$SARIF" >>"$GITHUB_OUTPUT"
    fi
    echo "status=$status" >>"$GITHUB_OUTPUT"
    return "$status"
}

case "${1:-}" in
    install | lint) "$1" ;;
    *) echo "usage: action.sh install|lint" >&2 && exit 2 ;;
esac
