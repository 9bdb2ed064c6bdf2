#!/usr/bin/env bash
# The main job on the Shop sample, as a user would do it: installs the packed tool, changes the model, adds the pair of
# migrations, applies it, and verifies a SQLite file against a real MySQL in a container.
# Usage: eng/try.sh
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$PWD

command -v dotnet >/dev/null || {
  echo "try.sh: the .NET SDK is missing (global.json names the version): https://dot.net/download" >&2
  exit 2
}

work=$(mktemp -d "${TMPDIR:-/tmp}/migrateboth-try.XXXXXX")
trap 'rm -rf "$work"' EXIT

eng/mysql/ensure.sh >"$work/image" &
provisioning=$!
dotnet build src/MigrateBoth.Tool --configuration Release --nologo -v quiet >&2
eng/pack.sh >&2
wait "$provisioning"
MIGRATEBOTH_MYSQL_IMAGE=$(cat "$work/image")
export MIGRATEBOTH_MYSQL_IMAGE

version=$(basename "$repository"/artifacts/packages/dotnet-migrate-both.*.nupkg .nupkg)
version=${version#dotnet-migrate-both.}
# The packages of this build come from a separate cache, all others from the user's.
user_packages=${NUGET_PACKAGES:-$HOME/.nuget/packages}
mkdir -p "$user_packages"
cat >"$work/nuget.config" <<XML
<configuration>
  <config><add key="globalPackagesFolder" value="$work/packages" /></config>
  <packageSources><add key="packed" value="$repository/artifacts/packages" /></packageSources>
  <fallbackPackageFolders><add key="user" value="$user_packages" /></fallbackPackageFolders>
</configuration>
XML
(cd "$work" && dotnet tool install dotnet-migrate-both --tool-path "$work/tool" --version "$version" >&2)
export PATH=$work/tool:$PATH

# A copy of the sample that uses the packed run-time package.
cp -R tests/samples/Shop "$work/Shop"
cp tests/samples/Directory.* "$work/"
find "$work/Shop" -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
find "$work/Shop" -name '*.csproj' -exec sed -i -E \
  "s|<ProjectReference Include=\"[^\"]*[/\\\\](MigrateBoth\.[A-Za-z]+)\.csproj\" */>|<PackageReference Include=\"\1\" Version=\"$version\" />|" {} +
cd "$work/Shop"

step() { printf '\n$ %s\n' "$*"; "$@"; }

echo "The model gets a new property: Order.GiftMessage"
sed -i '0,/^{/s//{\n    [System.ComponentModel.DataAnnotations.MaxLength(200)]\n    public string? GiftMessage { get; set; }\n/' src/Shop.Data/Entities/Order.cs
step dotnet migrate-both add AddGiftMessage
step dotnet migrate-both list
step dotnet migrate-both apply --sqlite "Data Source=$work/shop.db"
step dotnet migrate-both verify
