#!/usr/bin/env bash
# Fetches the vendors' newest packages from npm and PyPI into target/editions, and holds the tables against what they say;
# nothing of them is run but what pip needs to unpack one. Arguments go to editions.py: `--all` shows known differences.
# Exit status: 0 nothing new, 1 something is, 2 something could not be fetched or read.
set -eu
cd "$(dirname "$0")/.."

here=target/editions
for program in python3 npm cargo tar; do
    command -v $program >/dev/null || { echo "$program is missing: install it first" >&2; exit 2; }
done
rm -rf "$here"
mkdir -p "$here"

pypi() {
    echo "fetching $2 from PyPI"
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --no-deps --no-compile --retries 1 --timeout 20 \
        --target "$here/$1" "$2" \
        || { echo "PyPI did not give $2: is there a network?" >&2; exit 2; }
    for file in "$here/$1"/*.dist-info; do
        echo "  $(basename "$file" .dist-info)"
    done
}

npm_package() {
    mkdir -p "$here/fetched/$1" "$here/$1"
    echo "fetching $2 from npm"
    npm pack --silent --pack-destination "$here/fetched/$1" --fetch-retries 1 "$2@latest" >/dev/null \
        || { echo "npm did not give $2: is there a network?" >&2; exit 2; }
    for file in "$here/fetched/$1"/*.tgz; do
        tar -xzf "$file" -C "$here/$1"
        echo "  $(basename "$file")"
    done
}

npm_package alicloud-npm @alicloud/r-kvstore20150101
npm_package pulumi-npm @pulumi/alicloud
pypi alibaba-pypi alibabacloud_r_kvstore20150101
pypi jdcloud-pypi jdcloud_sdk
pypi ros-pypi ros-cdk-redis
# The Python package carries the TypeScript one that it was made from.
mkdir -p "$here/ros-pypi/library"
tar -xzf "$here"/ros-pypi/ros_cdk_redis/_jsii/*.tgz -C "$here/ros-pypi/library"

python3 -m unittest --quiet scripts/test_editions.py
cargo build --quiet --features cli
python3 scripts/editions.py "${CARGO_TARGET_DIR:-target}/debug/kvspec" "$here" "$@"
