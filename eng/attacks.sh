#!/usr/bin/env bash
# Runs every attack and every sound pair of tests/MigrateBoth.Detection.Tests/Attacks, and the random expressions, against real servers.
# Usage: eng/attacks.sh [DOTNET TEST OPTIONS]
# The same tests are part of eng/test.sh --long; a tenth of them runs every time.
set -euo pipefail
cd "$(dirname "$0")/.."

MIGRATEBOTH_MYSQL_IMAGE=${MIGRATEBOTH_MYSQL_IMAGE:-$(eng/mysql/ensure.sh)}
export MIGRATEBOTH_MYSQL_IMAGE MIGRATEBOTH_REQUIRE_MYSQL=1
exec dotnet test tests/MigrateBoth.Detection.Tests --configuration Release --nologo --filter "FullyQualifiedName~Attacks" "$@"
