#!/usr/bin/env bash
# All tests: types, lint, format, dead code, unit tests, lessons, build, browser tests. Installs a Chromium if there is none.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }

CHROMIUM="$(node scripts/find-chromium.mjs)"
if [ -z "$CHROMIUM" ]; then
  step "Installing Chromium"
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null
  else
    npx playwright install chromium
  fi
  CHROMIUM="$(node scripts/find-chromium.mjs)"
fi
[ -n "$CHROMIUM" ] || { echo "No Chromium found: install one, or set CHROMIUM_PATH to its executable." >&2; exit 1; }
export CHROMIUM_PATH="$CHROMIUM"

step "Snapshots"
npm run -s snapshot -- --if-needed
step "Types, lint, format, dead code, unit tests"
npm run -s check
step "Lessons"
npm run -s lessons
step "Build"
npm run -s build
step "Browser tests"
npm run -s e2e
