#!/usr/bin/env bash
# Sends orders with the vendors' real SDKs to a server on the loopback address, and holds what arrives against kvspec's
# findings and its own requests. Installs the SDKs, from PyPI and npm, below target/sdk; nothing is sent anywhere else.
# `sdk.sh keep` also keeps what arrived as tests/data/sdk, by which `cargo test` goes without the SDKs.
set -eu
cd "$(dirname "$0")/.."

python_packages="aliyun-python-sdk-r-kvstore alibabacloud_r_kvstore20150101 jdcloud_sdk"
npm_package=@alicloud/r-kvstore20150101
here=target/sdk
mkdir -p "$here"

for program in python3 node npm cargo; do
    command -v $program >/dev/null || { echo "$program is missing: install it first" >&2; exit 2; }
done

# A venv is moved or half made more often than one thinks: the packages are asked for each time.
[ -x "$here/venv/bin/python" ] || python3 -m venv "$here/venv"
echo "installing from PyPI into $here/venv: $python_packages"
# shellcheck disable=SC2086
"$here/venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 20 --upgrade $python_packages \
    || { echo "PyPI did not give the SDKs: is there a network?" >&2; exit 2; }

mkdir -p "$here/node"
[ -f "$here/node/package.json" ] || echo '{"private": true}' > "$here/node/package.json"
echo "installing from npm into $here/node: $npm_package"
npm install --prefix "$here/node" --silent --no-audit --no-fund --ignore-scripts --fetch-retries 1 "$npm_package@latest" \
    || { echo "npm did not give the SDK: is there a network?" >&2; exit 2; }

rm -rf "$here/wire"
"$here/venv/bin/python" tests/sdk/record.py "$here/wire" "$here/node"
KVSPEC_SDK_WIRE="$PWD/$here/wire" cargo test --quiet --all-features --test sdk_wire
if [ "${1:-}" = keep ]; then
    rm -rf tests/data/sdk
    cp -r "$here/wire" tests/data/sdk
    echo "kept as tests/data/sdk"
fi
