#!/usr/bin/env bash
# Measures the test package on both engines: a reset against migrating anew, and what the recorder costs the shop's suite.
# Usage: eng/bench-testing.sh [RUNS]
# Exit code 1 when a bound is missed. docs/benchmarks.md keeps the table.
set -euo pipefail
cd "$(dirname "$0")/.."

image=$(eng/mysql/ensure.sh)
dotnet build eng/bench-testing --configuration Release --nologo -v quiet >&2
dotnet build tests/samples/Shop/tests/Shop.Tests --configuration Release --nologo -v quiet >&2
exec dotnet run --project eng/bench-testing --configuration Release --no-build -- \
  tests/samples/Shop/tests/Shop.Tests/bin/Release/net10.0/Shop.Tests.dll "$image" "${1:-5}"
