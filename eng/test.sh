#!/usr/bin/env bash
# Builds, packs and runs every test against a real SQLite, a real MySQL in a container, local server processes, and a real browser.
# Usage: eng/test.sh [--fast | --long] [FILTER]
#   --fast   only what needs no server, no browser and no package: after a build, under a minute
#   --long   also the long runs (trait Category=Long)
#   FILTER   a filter of `dotnet test`, such as FullyQualifiedName~Parity
# Ends with the line "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")/.."

long=
fast=
filter=
for argument in "$@"; do
  case $argument in
    --fast) fast=1 ;;
    --long) long=1 ;;
    -*) echo "test.sh: unknown option '$argument'; usage: eng/test.sh [--fast | --long] [FILTER]" >&2; exit 64 ;;
    *) filter=$argument ;;
  esac
done
if [ -z "$long" ]; then filter="${filter:+($filter)&}Category!=Long"; fi

command -v dotnet >/dev/null || {
  echo "test.sh: the .NET SDK is missing (global.json names the version): https://dot.net/download" >&2
  exit 2
}

# Some machines switch the compiler's server off. The tests build dozens of small applications, and each would wait for a
# compiler that starts from nothing: more than the tests themselves take. What was not there before is ended again.
export UseSharedCompilation=true
if ! pgrep -f VBCSCompiler >/dev/null 2>&1; then trap 'dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true' EXIT; fi

logs=artifacts/test-logs
mkdir -p "$logs"
rm -f "$logs"/*

# A test that hangs fails, with its name in the log, and does not keep the whole run waiting. A runner that does not even end then is ended.
hang=10 limit=40
if [ -n "$long" ]; then hang=60 limit=600; fi

# Runs one test project, or a part of it under a name of its own, and leaves "passed failed skipped" in a file.
run_project() {
  local project=$1 part=${2-} part_filter=${3-} name assembly log started status counters passed failed skipped
  name=$(basename "$project" .csproj)
  assembly=$(dirname "$project")/bin/Release/net10.0/$name.dll
  name=$name$part
  log="$logs/$name.log"
  started=$SECONDS
  status=0
  # The assembly and not the project: everything is built, and an MSBuild for each project is one more process that can stand still.
  timeout --foreground --kill-after=30 "${limit}m" dotnet test "$assembly" --nologo --filter "($filter)${part_filter:+&($part_filter)}" \
    --blame-hang-timeout "${hang}m" --blame-hang-dump-type none \
    --logger "console;verbosity=normal" --logger "trx;LogFileName=$name.trx" --results-directory "$logs" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then echo "test.sh: $name was ended after $limit minutes: a test or its runner hangs" >&2; fi

  # What counts is the result file: a test host that crashed has none, or fewer results than tests.
  counters=$(grep -o '<Counters [^>]*' "$logs/$name.trx" 2>/dev/null || true)
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  if [ -z "$counters" ]; then
    if grep -q 'No test matches the given testcase filter' "$log"; then
      echo "0 0 0" >"$logs/$name.count"
      return
    fi
    echo "test.sh: $name ended without a result:" >&2
    tail -40 "$log" >&2
    echo "0 1 0" >"$logs/$name.count"
    return
  fi
  passed=$(count passed)
  failed=$(($(count failed) + $(count error) + $(count timeout) + $(count aborted)))
  skipped=$(($(count total) - $(count executed)))
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  if [ "$failed" -gt 0 ]; then grep -v -E '^\s+Passed ' "$log" | tail -150 >&2; fi
  echo "$passed $failed $skipped" >"$logs/$name.count"
  echo "$name: $passed passed, $failed failed, $skipped skipped in $((SECONDS - started)) s"
}

if [ -n "$fast" ]; then
  # What builds projects of its own, opens a browser or starts a server is left to the whole run.
  filter="$filter&FullyQualifiedName!~Browser&FullyQualifiedName!~Tests.Projects&FullyQualifiedName!~Tests.Testing.Running&FullyQualifiedName!~Names_that_lead_everywhere"
  passed=0
  failed=0
  for project in tests/MigrateBoth.{Core,Sqlite,Tool}.Tests/*.csproj; do
    dotnet build "$project" --configuration Release --nologo -v quiet
    run_project "$project"
    read -r now_passed now_failed _ <"$logs/$(basename "$project" .csproj).count"
    passed=$((passed + now_passed))
    failed=$((failed + now_failed))
  done
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
fi

# The servers and the browser are provisioned while the solution builds.
(eng/mysql/ensure.sh >"$logs/mysql-image" && eng/mysql/ensure-local.sh >"$logs/mysql-local" && eng/chromium/ensure.sh >"$logs/chromium") 2>"$logs/provisioning.log" &
provisioning=$!
dotnet tool restore >"$logs/tool-restore.log" 2>&1 || { cat "$logs/tool-restore.log" >&2; exit 2; }
# One MSBuild for building and packing: packing alone starts it twenty times. The tests have one of their own (BuildServers.cs).
(
  unset MSBUILDDISABLENODEREUSE
  export DOTNET_CLI_USE_MSBUILD_SERVER=1 MSBUILDNODEHANDSHAKESALT=migrateboth-test-$$
  trap 'dotnet build-server shutdown --msbuild >/dev/null 2>&1 || true' EXIT
  dotnet build MigrateBoth.sln --configuration Release --nologo -v quiet
  eng/pack.sh --no-build
)
wait "$provisioning" || { cat "$logs/provisioning.log" >&2; exit 2; }

MIGRATEBOTH_MYSQL_IMAGE=$(cat "$logs/mysql-image")
MIGRATEBOTH_TEST_MYSQLD=$(sed -n 's/^mysqld=//p' "$logs/mysql-local")
MIGRATEBOTH_TEST_MARIADBD=$(sed -n 's/^mariadbd=//p' "$logs/mysql-local")
MIGRATEBOTH_TEST_MARIADBD_11=$(sed -n 's/^mariadbd-11.8=//p' "$logs/mysql-local")
export MIGRATEBOTH_MYSQL_IMAGE MIGRATEBOTH_TEST_MYSQLD MIGRATEBOTH_TEST_MARIADBD MIGRATEBOTH_TEST_MARIADBD_11
MIGRATEBOTH_TEST_CHROMIUM=$(sed -n 's/^chromium=//p' "$logs/chromium")
MIGRATEBOTH_TEST_CHROMEDRIVER=$(sed -n 's/^chromedriver=//p' "$logs/chromium")
export MIGRATEBOTH_TEST_CHROMIUM MIGRATEBOTH_TEST_CHROMEDRIVER
# Dozens of small applications are built and started: what does not change their result is left out. Code that runs for a second gains nothing
# from being profiled, the analyzers have seen this repository, and an audit would ask the feed at each restore.
export DOTNET_TieredPGO=0 RunAnalyzers=false NuGetAudit=false
# Here servers and browser are known to be there: a test that cannot reach one fails instead of being skipped.
export MIGRATEBOTH_REQUIRE_MYSQL=1 MIGRATEBOTH_REQUIRE_CHROMIUM=1
echo "test.sh: MySQL image $MIGRATEBOTH_MYSQL_IMAGE, mysqld $MIGRATEBOTH_TEST_MYSQLD, mariadbd $MIGRATEBOTH_TEST_MARIADBD" >&2

# The end-to-end tests take longest and wait for other programs half of the time: they run in three parts at once, the other projects before one of them.
end_to_end=tests/MigrateBoth.EndToEnd.Tests/MigrateBoth.EndToEnd.Tests.csproj
classes() { sed 's/[^|]*/FullyQualifiedName~EndToEnd.Tests.&/g' <<<"$1"; }
beside=$(classes 'Docs|Actions|Building|LayoutTests|Pairs')
failing=$(classes 'Failing|Packages')
apart=$(sed 's/~/!~/g; s/|/\&/g' <<<"$beside|$failing")
# One folder of installed packages for all parts: the SDK remembers only one place for a tool of one version, and keeps to it when it is gone.
rm -rf artifacts/e2e-packages/dotnet-migrate-both artifacts/e2e-packages/migrateboth.*
remembered=${DOTNET_CLI_HOME:-$HOME}/.dotnet/toolResolverCache/1/dotnet-migrate-both
if grep -qs /artifacts/e2e-packages/ "$remembered"; then rm -f "$remembered"; fi
export MIGRATEBOTH_TEST_PACKAGES=fresh
(
  for project in tests/*.Tests/*.csproj; do
    if [ "$project" != "$end_to_end" ]; then run_project "$project"; fi
  done
  run_project "$end_to_end" .Failing "$failing"
) &
run_project "$end_to_end" .Beside "$beside" &
run_project "$end_to_end" "" "$apart"
wait

passed=0
failed=0
skipped=0
for project in tests/*.Tests/*.csproj "$end_to_end".{Beside,Failing}; do
  # A project without a count was not run to its end: that is a failure, not nothing.
  name=$(basename "$project")
  read -r now_passed now_failed now_skipped <"$logs/${name/.csproj/}.count" || { now_passed=0 now_failed=1 now_skipped=0; }
  passed=$((passed + now_passed))
  failed=$((failed + now_failed))
  skipped=$((skipped + now_skipped))
done

if [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ]; then
  echo "test.sh: no test ran" >&2
  failed=1
fi
[ "$skipped" -eq 0 ] || echo "$skipped skipped: each says why in $logs"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
