#!/bin/bash
# Browser tests: types and lint of the front end, then the component gallery, which needs no server.
#     tests/browser/run.sh
# Or every page of the sites (axe, content policy, width, HTML validity) and the journeys:
#     tests/browser/run.sh PROGRAM [PLAYWRIGHT ARGUMENTS]
# The sites are those of MAILLAGE_AGENTS_URL and MAILLAGE_PUBLIC_URL; without them PROGRAM is started in a folder of
# its own with the demonstration's data.
set -euo pipefail
program=${1-}
shift || true
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
cd "$root"
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
[ -d node_modules/@playwright/test ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
[ -f build/web/manifest.json ] || node web/build.mjs

echo "== types and lint"
node_modules/.bin/tsc -p .
node_modules/.bin/biome check --diagnostic-level=error web tests/browser

server=''
folder=''
finish() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    if [ -n "$folder" ]; then rm -rf "$folder" "$folder".{out,err,toml}; fi
}
trap finish EXIT

# A port that nobody listens on now.
free_port() {
    node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

start_server() {
    # Not made here: the program gives it to the user its database runs as.
    folder=${TMPDIR:-/tmp}/maillage-browser-$$
    MAILLAGE_AGENTS_PORT=$(free_port)
    MAILLAGE_PUBLIC_PORT=$(free_port)
    # The build's own configuration, on another installation.
    sed -E "s#^folder = \".*/var/cluster\"#folder = \"$folder/cluster\"#; s#^key_file = .*#key_file = \"$folder/context.key\"#" \
        "$(dirname "$program")/../maillage.toml" >"$folder.toml"
    export MAILLAGE_AGENTS_PORT MAILLAGE_PUBLIC_PORT MAILLAGE_CONFIG=$folder.toml
    "$program" up >"$folder.out" 2>"$folder.err" &
    server=$!
    local ready=
    for _ in $(seq 1 900); do
        ready=$(grep -m1 '^READY ' "$folder.out" || true)
        [ -n "$ready" ] && break
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
    if [ -z "$ready" ]; then
        tail -20 "$folder.err" >&2
        echo "the server did not become ready" >&2
        exit 1
    fi
    MAILLAGE_AGENTS_URL=$(sed -E 's/.*agents=([^ ]+).*/\1/; s#/$##' <<<"$ready")
    MAILLAGE_PUBLIC_URL=$(sed -E 's/.*public=([^ ]+).*/\1/; s#/$##' <<<"$ready")
    export MAILLAGE_AGENTS_URL MAILLAGE_PUBLIC_URL
}

if [ -z "${MAILLAGE_AGENTS_URL-}" ] && [ -n "$program" ]; then
    echo "== server"
    start_server
fi

if [ -n "${MAILLAGE_AGENTS_URL-}" ]; then
    echo "== every page: axe, content policy, width, HTML"
    node tests/browser/pages.mjs
fi
echo "== components, or journeys on the sites"
node_modules/.bin/playwright test -c tests/browser/playwright.config.mjs "$@"
