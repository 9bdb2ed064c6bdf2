#!/usr/bin/env bash
# Installs the tool into a folder of this job. Without a version it is the one of the checkout that this action is in,
# so that an action pinned to a commit runs the tool of that commit.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
version=${INPUT_VERSION:-}
if [ -z "$version" ]; then
  version=$(sed -n 's/.*<VersionPrefix>\(.*\)<\/VersionPrefix>.*/\1/p' "$here/../../../Directory.Build.props")
fi

tool=${RUNNER_TEMP:?is set by the runner}/migrate-both-tool
source=()
if [ -n "${INPUT_SOURCE:-}" ]; then source=(--source "$INPUT_SOURCE"); fi
dotnet tool update dotnet-migrate-both --tool-path "$tool" --version "$version" "${source[@]}"
echo "tool=$tool/dotnet-migrate-both" >>"$GITHUB_OUTPUT"
