#!/bin/bash
# Writes docs/reference/configuration.md from the table of keys, or with --check says whether it drifted.
# Usage: scripts/configuration_reference.sh [--check] [BUILD_FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
check=no
if [ "${1:-}" = --check ]; then check=yes; shift; fi
program="${1:-build/debug}/src/configuration_reference"
page=docs/reference/configuration.md
if [ $check = yes ]; then
    "$program" | diff -u "$page" - || { echo "$page drifted: run scripts/configuration_reference.sh"; exit 1; }
else
    mkdir -p docs/reference
    "$program" >"$page"
fi
