#!/usr/bin/env bash
# Prints the notes of a version from CHANGELOG.md.
# Usage: eng/release-notes.sh VERSION
# Exit code 1 when there are none: a release without notes is not published.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -eq 1 ] || { echo "release-notes.sh: usage: eng/release-notes.sh VERSION" >&2; exit 64; }

notes=$(awk -v heading="## [$1]" 'index($0, heading) == 1 { inside = 1; next } /^## / { inside = 0 } inside' "${CHANGELOG:-CHANGELOG.md}")
if [ -z "${notes//[[:space:]]/}" ]; then
  echo "release-notes.sh: CHANGELOG.md has no section '## [$1]', or nothing in it" >&2
  exit 1
fi
printf '%s\n' "$notes"
