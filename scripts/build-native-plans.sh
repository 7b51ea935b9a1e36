#!/usr/bin/env bash
# Builds tests/fixtures/plan-native: plans of a native PostgreSQL, for what PGlite cannot do (parallel workers, JIT,
# time worth measuring). Needs a database loaded from seed-data at scale 0.25; connection by the PG* variables.
#   PGHOST=… PGDATABASE=… bash scripts/build-native-plans.sh
# NAME.txt and NAME.json are two runs without timing: equal figures unless workers shared the work differently.
# NAME.timed.json is a run with timing.
set -euo pipefail
cd "$(dirname "$0")/../tests/fixtures/plan-native"
mkdir -p plans
awk '/^-- @name /{name=$3; print name}' statements.sql | while read -r name; do
  block=$(awk -v n="$name" '/^-- @name /{on=($3==n); next} on' statements.sql)
  before=$(grep '^-- @before ' <<<"$block" | sed 's/^-- @before //' || true)
  options=$(grep '^-- @options ' <<<"$block" | sed 's/^-- @options /, /' || true)
  statement=$(grep -v '^-- @' <<<"$block")
  run() {
    psql -X -q -A -t -v ON_ERROR_STOP=1 -c "SET client_min_messages=error" -c "$before" -c BEGIN \
      -c "SAVEPOINT warm" -c "EXPLAIN (ANALYZE) $statement" -c "ROLLBACK TO warm" \
      -c '\echo ---' -c "EXPLAIN (ANALYZE, BUFFERS, $1 $options) $statement" -c ROLLBACK </dev/null |
      sed '1,/^---$/d'
  }
  run 'TIMING OFF, FORMAT TEXT' >"plans/$name.txt"
  run 'TIMING OFF, FORMAT JSON' | sed 's/^ *//' | tr -d '\n' >"plans/$name.json"
  run 'TIMING ON, FORMAT JSON' | sed 's/^ *//' | tr -d '\n' >"plans/$name.timed.json"
  run 'TIMING ON, FORMAT TEXT' >"plans/$name.timed.txt"
done
