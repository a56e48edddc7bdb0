#!/usr/bin/env bash
# The GitHub Action: its files against what GitHub reads, and its script as a runner calls it. KVSPEC
# names the command, target/debug/kvspec otherwise.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/debian.sh
debian shellcheck shellcheck
shellcheck --external-sources scripts/action.sh scripts/archive.sh scripts/release.sh scripts/test-*.sh
tools=target/action-validator
[ -x $tools/node_modules/.bin/action-validator ] || {
    echo "installing @action-validator/cli into $tools"
    npm install --no-audit --no-fund --silent --prefix $tools @action-validator/cli@0.6 @action-validator/core@0.6
}
for file in action.yml .github/workflows/release.yml; do
    $tools/node_modules/.bin/action-validator "$file"
done
# It looks for a workflow by its folder.
mkdir -p $tools/.github/workflows
sed 's/OWNER/owner/' examples/ci/github.yml >$tools/.github/workflows/orders.yml
$tools/node_modules/.bin/action-validator $tools/.github/workflows/orders.yml
# docs/guides/fuzz-a-service.md has a whole workflow.
# shellcheck disable=SC2016
sed -n '/^```yaml$/,/^```$/{/^```/!p}' docs/guides/fuzz-a-service.md >$tools/.github/workflows/fuzz.yml
grep -q pytest $tools/.github/workflows/fuzz.yml
$tools/node_modules/.bin/action-validator $tools/.github/workflows/fuzz.yml
# A file that is wrong is found to be so.
sed 's/using: composite/using: nothing/' action.yml >$tools/action.yml
if $tools/node_modules/.bin/action-validator $tools/action.yml >/dev/null 2>&1; then
    echo "the validator finds nothing wrong with what is wrong" >&2
    exit 1
fi

command=$(realpath "${KVSPEC:-target/debug/kvspec}")
script=$PWD/scripts/action.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/checkout"
ln -s "$command" "$work/bin/kvspec"
cd "$work/checkout"
printf '{"RegionId": "cn-hangzhou", "Capacity": 0}\n' >wrong.json
printf '{"RegionId": "cn-hangzhou", "Capacity": 1024, "Token": "t"}\n' >"right one.json"
mkdir right && mv "right one.json" right/

run() { # EXPECTED-STATUS NAME=VALUE...
    expected=$1
    shift
    : >"$work/output"
    status=0
    env PATH="$work/bin:$PATH" GITHUB_WORKSPACE="$PWD" GITHUB_OUTPUT="$work/output" "$@" "$script" lint >"$work/said" 2>&1 || status=$?
    if [ "$status" != "$expected" ] || ! grep -q "^status=$expected\$" "$work/output"; then
        echo "$*: exit status $status instead of $expected" >&2
        cat "$work/said" "$work/output" >&2
        exit 1
    fi
}

run 1 PATHS=. SARIF=out.sarif
grep -q '^::error file=wrong.json,line=1' "$work/said"
grep -q '^sarif=out.sarif$' "$work/output"
grep -q '"uri":"wrong.json"' out.sarif
run 0 PATHS=right DENY_WARNINGS=true
run 1 PATHS=$'right\nwrong.json' LEVEL=error PACKS="security naming"
run 2 PATHS=nowhere
# What stands in an input is no command.
# shellcheck disable=SC2016
run 2 PATHS='$(touch hacked);`touch hacked`'
[ ! -e hacked ]
"$command" lint --write-baseline old.json wrong.json 2>/dev/null
run 0 PATHS=wrong.json BASELINE=old.json
echo "the action does what it says"
