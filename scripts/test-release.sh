#!/usr/bin/env bash
# What a release does that can be done here: the static binary for Linux is built and packed as the workflow does it, runs where
# there is no library, and the action installs it from a server.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/debian.sh
debian file file
case $(uname -m) in
    x86_64) target=x86_64-unknown-linux-musl ;;
    aarch64) target=aarch64-unknown-linux-musl ;;
    *) echo "there is no release for $(uname -m)" >&2 && exit 1 ;;
esac
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)

# Without the minutes that make it small and fast, unless they are asked for.
if [ -z "${FULL_RELEASE:-}" ]; then
    export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1
fi
if GITHUB_REF_NAME=v0.0.0 scripts/release.sh "$target" 2>/dev/null; then
    echo "a tag of another version is released" >&2
    exit 1
fi
rm -rf dist
GITHUB_REF_NAME=v$version scripts/release.sh "$target"

archive=kvspec-$target.tar.gz
(cd dist && sha256sum --check --quiet "$archive.sha256")
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
mkdir "$work/root"
tar -xzf "dist/$archive" -C "$work/root"
for name in kvspec README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE; do
    [ -s "$work/root/$name" ] || { echo "$archive has no $name" >&2; exit 1; }
done
file "$work/root/kvspec" | grep -q 'static-pie linked\|statically linked' || { file "$work/root/kvspec" >&2; exit 1; }
# `ldd` says of such a file that there is nothing to load, one way or the other.
if ldd "$work/root/kvspec" 2>/dev/null | grep -q '=>'; then
    echo "$archive needs libraries" >&2
    exit 1
fi
# Where `cargo binstall` looks: the template of Cargo.toml names this archive.
template=$(sed -n 's|^pkg-url = ".*/\(.*\)"|\1|p' Cargo.toml)
named=${template//"{ target }"/$target}
[ "${named//"{ archive-suffix }"/.tar.gz}" = "$archive" ] || { echo "binstall looks for $named" >&2; exit 1; }

run() { # FOLDER PROGRAM: the version, and the examples, of which some are faulty
    [ "$("$2" --version)" = "kvspec $version" ]
    status=0
    (cd "$1" && "$2" lint --format concise examples) >"$work/said" 2>&1 || status=$?
    if [ "$status" != 1 ] || ! grep -q '^examples/faulty/redis.tf:8:22: error\[invalid-value\]' "$work/said"; then
        echo "$2 lint examples: exit status $status" >&2
        tail -5 "$work/said" >&2
        exit 1
    fi
}
run "$PWD" "$work/root/kvspec"
# In a root without anything else, where that may be made.
if [ "$(id -u)" = 0 ] && command -v chroot >/dev/null; then
    cp -r examples "$work/root"
    status=0
    chroot "$work/root" /kvspec lint /examples >"$work/said" 2>&1 || status=$?
    if [ "$status" != 1 ] || ! grep -q 'specs checked' "$work/said"; then
        tail -5 "$work/said" >&2
        exit 1
    fi
fi

# The action takes the release of its tag from a server, and refuses one whose sum is wrong.
mkdir -p "$work/served/owner/kvspec/releases/download"
cp -r dist "$work/served/owner/kvspec/releases/download/v$version"
python3 -u -m http.server --bind 127.0.0.1 --directory "$work/served" 0 >"$work/port" 2>/dev/null &
server=$!
for _ in $(seq 50); do
    port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$work/port")
    [ -n "$port" ] && break
    sleep 0.1
done
install() { # FOLDER NAME=VALUE...
    mkdir "$work/$1"
    env SERVER="http://127.0.0.1:$port" REPOSITORY=owner/kvspec RUNNER_TEMP="$work/$1" GITHUB_PATH="$work/$1/path" "${@:2}" scripts/action.sh install >"$work/said" 2>&1
}
install tagged REF="v$version"
run "$PWD" "$(cat "$work/tagged/path")/kvspec"
echo 0 >"$work/served/owner/kvspec/releases/download/v$version/$archive.sha256"
if install broken REF="v$version"; then
    echo "the action takes an archive that is not what its sum says" >&2
    exit 1
fi
if install missing VERSION=9.9.9; then
    echo "the action takes a release that there is not" >&2
    exit 1
fi
echo "the release for $target is static, $(wc -c <"$work/root/kvspec") bytes, and the action installs it"
