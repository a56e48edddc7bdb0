#!/usr/bin/env bash
# Reports for build servers, held against schemas by the programs that read such schemas.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/debian.sh
debian xmllint libxml2-utils

kvspec=${KVSPEC:-target/debug/kvspec}
report=$(mktemp)
trap 'rm -f "$report"' EXIT
for options in "" "--locale zh" "--deny warnings" "--level error"; do
    status=0
    # shellcheck disable=SC2086
    "$kvspec" lint $options --format junit examples no-such-file.tf >"$report" 2>/dev/null || status=$?
    [ "$status" = 2 ] || { echo "kvspec lint $options: exit status $status instead of 2" >&2; exit 1; }
    xmllint --noout --schema tests/data/ci/junit.xsd "$report"
    tests=$(xmllint --xpath 'count(//testcase)' "$report")
    [ "$tests" = "$(xmllint --xpath 'number(/testsuites/@tests)' "$report")" ]
    [ "$tests" -gt 5 ]
done
echo "JUnit: four reports are valid"
