#!/usr/bin/env bash
# Checks workflows and actions with GitHub's own parser: keys, kinds of values, permissions, expressions and what they may name.
# Usage: eng/actions-lint/lint.sh FILE...    (action.yml files as actions, others as workflows; without FILE it is only installed)
# Exit code 1 when something is wrong; 2 when the parser cannot be had. It comes from npm, once, and is kept in the user's cache.
set -euo pipefail
# The lock and the cache are the same as for MySQL.
# shellcheck source-path=SCRIPTDIR source=../mysql/common.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../mysql/common.sh"
here=$(cd "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
die() {
    echo "actions-lint: $*" >&2
    exit 2
}

command -v node >/dev/null || die "Node.js is missing: it runs GitHub's parser of workflows. On Debian: apt-get install nodejs npm."
stamp=$(cat "$here"/package-lock.json "$here"/*.mjs | sha256sum | cut -c1-16)
folder=$cache/actions-lint-$stamp
if [ ! -e "$folder/node_modules/.package-lock.json" ]; then
    take_lock
    mkdir -p "$folder"
    cp "$here"/package.json "$here"/package-lock.json "$here"/*.mjs "$folder/"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund) >"$cache/npm.log" 2>&1 || die "npm could not install it: see $cache/npm.log."
fi
if [ $# -gt 0 ]; then exec node "$folder/lint.mjs" "$@"; fi
