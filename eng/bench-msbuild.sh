#!/usr/bin/env bash
# Measures what MigrateBoth.MSBuild adds to a build in which nothing has changed: the same build with the check on and off, in turn.
# Usage: eng/bench-msbuild.sh [RUNS]
# Exit code 1 when the bound (50 ms) is missed. docs/benchmarks.md keeps the table.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-15}
# A developer's machine keeps its build nodes.
unset UseSharedCompilation MSBUILDDISABLENODEREUSE
eng/pack.sh >&2
version=$(basename artifacts/packages/MigrateBoth.MSBuild.*.nupkg .nupkg)
version=${version#MigrateBoth.MSBuild.}
work=$(mktemp -d "${TMPDIR:-/tmp}/migrateboth-bench.XXXXXX")
trap 'rm -rf "$work"; dotnet build-server shutdown >/dev/null 2>&1 || true' EXIT
cp -r tests/samples/layouts/Contexts "$work/app"
cp tests/samples/Directory.* "$work/"
rm -rf "$work/app/bin" "$work/app/obj"
sed -i "s#</ItemGroup>#<PackageReference Include=\"MigrateBoth.MSBuild\" Version=\"$version\" PrivateAssets=\"all\" /></ItemGroup>#" "$work/app/Notes.csproj"
cat >"$work/app/nuget.config" <<END
<configuration>
  <config><add key="globalPackagesFolder" value="$work/packages" /></config>
  <packageSources><add key="packed" value="$PWD/artifacts/packages" /></packageSources>
  <fallbackPackageFolders><add key="user" value="${NUGET_PACKAGES:-$HOME/.nuget/packages}" /></fallbackPackageFolders>
</configuration>
END
cd "$work/app"
dotnet build --nologo -v quiet >&2

now() { date +%s%N; }
differences=()
offs=()
for ((run = 0; run <= runs; run++)); do
  started=$(now)
  dotnet build --nologo --no-restore -v quiet -p:MigrateBothCheck=off >/dev/null
  middle=$(now)
  dotnet build --nologo --no-restore -v quiet -p:MigrateBothCheck=build >/dev/null
  ended=$(now)
  if [ "$run" -gt 0 ]; then
    offs+=($(((middle - started) / 1000000)))
    differences+=($(((ended - middle - (middle - started)) / 1000000)))
  fi
done

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
difference=$(median "${differences[@]}")
verdict=$([ "$difference" -le 50 ] && echo ok || echo MISSED)
echo "| build without changes, check off | added by the check | bound | |"
echo "|---:|---:|---:|---|"
echo "| $(median "${offs[@]}") ms | $difference ms | 50 ms | $verdict |"
echo
echo "Medians of $runs pairs; single differences: ${differences[*]} ms."
[ "$verdict" = ok ]
