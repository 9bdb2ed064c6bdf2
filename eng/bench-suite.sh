#!/usr/bin/env bash
# Measures `migrate-both test` on the shop's suite against two runs of `dotnet test` by hand, one per engine, with a server that is up for both.
# Usage: eng/bench-suite.sh [RUNS]
# Exit code 1 when the bound (0.75) is missed. docs/benchmarks.md keeps the table.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-5}
image=$(eng/mysql/ensure.sh)
dotnet build src/MigrateBoth.Tool --configuration Release --nologo -v quiet >&2
dotnet build tests/samples/Shop/tests/Shop.Tests --nologo -v quiet >&2
container=$(docker run --detach --tmpfs /var/lib/mysql --publish 127.0.0.1::3306 --env MYSQL_ROOT_PASSWORD=bench "$image" --skip-log-bin --innodb-flush-log-at-trx-commit=0)
trap 'docker rm --force --volumes "$container" >/dev/null' EXIT
port=$(docker port "$container" 3306/tcp | head -1 | sed 's/.*://')
until docker exec "$container" mysql -uroot -pbench -e 'SELECT 1' >/dev/null 2>&1; do sleep 0.2; done
export MIGRATEBOTH_MYSQL="Server=127.0.0.1;Port=$port;User ID=root;Password=bench;AllowPublicKeyRetrieval=True"
tool=$PWD/src/MigrateBoth.Tool/bin/Release/net8.0/dotnet-migrate-both.dll
cd tests/samples/Shop/tests/Shop.Tests

now() { date +%s.%N; }
ratios=()
ours_all=()
theirs_all=()
for ((run = 0; run <= runs; run++)); do
  started=$(now)
  dotnet "$tool" test --quiet >/dev/null
  middle=$(now)
  MIGRATEBOTH_ENGINE=sqlite dotnet test --nologo >/dev/null
  MIGRATEBOTH_ENGINE=mysql dotnet test --nologo >/dev/null
  ended=$(now)
  read -r ours theirs ratio <<<"$(awk -v a="$started" -v b="$middle" -v c="$ended" 'BEGIN { printf "%.2f %.2f %.3f", b-a, c-b, (b-a)/(c-b) }')"
  echo "run $run: $ours s against $theirs s, ratio $ratio" >&2
  if [ "$run" -gt 0 ]; then ratios+=("$ratio") ours_all+=("$ours") theirs_all+=("$theirs"); fi
done

median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
ratio=$(median "${ratios[@]}")
verdict=$(awk -v r="$ratio" 'BEGIN { print (r <= 0.75 ? "ok" : "MISSED") }')
echo "| command | seconds | against | seconds | ratio | bound | |"
echo "|---|---:|---|---:|---:|---:|---|"
echo "| test, Shop.Tests, warm server | $(median "${ours_all[@]}") | 2 × dotnet test, recorder off | $(median "${theirs_all[@]}") | $ratio | 0.75 | $verdict |"
[ "$verdict" = ok ]
