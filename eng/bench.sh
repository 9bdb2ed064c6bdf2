#!/usr/bin/env bash
# Measures the packed tool against the commands a user would otherwise run, as ratios taken in one run.
# Usage: eng/bench.sh [--runs N] [--only PART] [--output FILE]
# Exit code 1 when a bound is missed. docs/benchmarks.md keeps the table.
set -euo pipefail
cd "$(dirname "$0")/.."

# A developer's machine keeps compiler and build nodes warm, and what is measured is a developer's command against another. Build
# machines switch that off, which would measure the compiler's own start three times instead.
unset UseSharedCompilation MSBUILDDISABLENODEREUSE DOTNET_CLI_USE_MSBUILD_SERVER

command -v sqlite3 >/dev/null || { echo "bench.sh: the sqlite3 program is missing: apt-get install sqlite3" >&2; exit 2; }
image=$(eng/mysql/ensure.sh)
dotnet tool restore >&2
dotnet build MigrateBoth.sln --configuration Release --nologo -v quiet >&2
eng/pack.sh --no-build >&2
version=$(basename artifacts/packages/dotnet-migrate-both.*.nupkg .nupkg)
version=${version#dotnet-migrate-both.}

work=$(mktemp -d "${TMPDIR:-/tmp}/migrateboth-bench.XXXXXX")
trap 'rm -rf "$work"; dotnet build-server shutdown >/dev/null 2>&1 || true' EXIT
# The packages of this build, not those of an earlier one in the user's cache.
export NUGET_PACKAGES=$PWD/artifacts/bench-packages
rm -rf "$NUGET_PACKAGES"/dotnet-migrate-both "$NUGET_PACKAGES"/migrateboth.*
dotnet tool install dotnet-migrate-both --tool-path "$work/tool" --source "$PWD/artifacts/packages" --version "$version" >&2
# dotnet-ef is found as a local tool from the working folder upwards.
mkdir -p "$work/projects/.config" && cp .config/dotnet-tools.json "$work/projects/.config/"
(cd "$work/projects" && dotnet tool restore >&2)

dotnet run --project eng/bench --configuration Release -- \
  --tool "$work/tool/dotnet-migrate-both" --packages "$PWD/artifacts/packages" --package-version "$version" \
  --image "$image" --work "$work/projects" "$@"
