#!/usr/bin/env bash
# Packs every package of the repository into artifacts/packages, from one Release build.
# Usage: eng/pack.sh [--no-build]
set -euo pipefail
cd "$(dirname "$0")/.."

no_build=
for argument in "$@"; do
  case $argument in
    --no-build) no_build=--no-build ;;
    *) echo "pack.sh: unknown option '$argument'; usage: eng/pack.sh [--no-build]" >&2; exit 64 ;;
  esac
done

# Packages of an earlier run must not be installed by mistake.
rm -rf artifacts/packages
for project in src/*/*.csproj; do
  # IsPackable is the one place where a project says that it is a package.
  if [ "$(dotnet msbuild "$project" -getProperty:IsPackable)" = true ]; then
    dotnet pack "$project" --configuration Release $no_build --nologo -v quiet >&2
  fi
done
ls artifacts/packages/*.nupkg
