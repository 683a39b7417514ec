#!/bin/bash
# Runs a command beside both sites, started from PROGRAM on an installation of their own with the demonstration's
# data, on free ports; everything goes away with it.
#     tests/browser/with_sites.sh PROGRAM COMMAND…
# The command finds the sites in MAILLAGE_AGENTS_URL and MAILLAGE_PUBLIC_URL, and the program that acts on their
# installation in MAILLAGE_PROGRAM. When both addresses are set already, nothing is started.
# The programs of the tests stand beside it. Mails go to tests/support/mail_server.py, which leaves what it took in MAILLAGE_MAILS.
set -euo pipefail
program=$(readlink -f "$1")
shift
if [ -n "${MAILLAGE_AGENTS_URL-}" ] && [ -n "${MAILLAGE_PUBLIC_URL-}" ]; then exec "$@"; fi

server=''
post=''
folder=${TMPDIR:-/tmp}/maillage-browser-$$
finish() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    if [ -n "$post" ]; then kill "$post" 2>/dev/null || true; fi
    rm -rf "$folder" "$folder".{out,err,toml,mails,post,secret}
}
trap finish EXIT
trap 'exit 1' INT TERM HUP

# A port that nobody listens on now.
free_port() {
    node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

MAILLAGE_AGENTS_PORT=$(free_port)
MAILLAGE_PUBLIC_PORT=$(free_port)
# The build's own configuration, on another installation. The folder is not made here: the program gives it to the
# user its database runs as.
sed -E "s#^folder = \".*/var/cluster\"#folder = \"$folder/cluster\"#; s#^key_file = .*#key_file = \"$folder/context.key\"#" \
    "$(dirname "$program")/../maillage.toml" >"$folder.toml"
mail_port=$(free_port)
export MAILLAGE_MAILS=$folder.mails
/usr/bin/python3 "$(dirname "$(readlink -f "$0")")/../support/mail_server.py" "$MAILLAGE_MAILS" --port "$mail_port" \
    --until-killed >"$folder.post" 2>&1 &
post=$!
cat >>"$folder.toml" <<END

[mail]
host = "127.0.0.1"
port = $mail_port
starttls = false
from = "maillage@laval.example"
site = "http://localhost:$MAILLAGE_AGENTS_PORT"

# A provider that nobody answers for: its pages are there, and the one that says that it is away.
[oidc]
issuer = "http://127.0.0.1:9"
client_id = "maillage"
client_secret_file = "$folder.secret"
site = "http://localhost:$MAILLAGE_AGENTS_PORT"
END
(umask 077 && echo "the secret of a provider that is away" >"$folder.secret")
# Started by root, the sites run as the account of the database.
if [ "$(id -u)" = 0 ]; then chown postgres "$folder.secret"; fi
export MAILLAGE_AGENTS_PORT MAILLAGE_PUBLIC_PORT MAILLAGE_CONFIG=$folder.toml MAILLAGE_PROGRAM=$program
"$program" up --demo >"$folder.out" 2>"$folder.err" &
server=$!
ready=
for _ in $(seq 1 900); do
    ready=$(grep -m1 '^READY ' "$folder.out" || true)
    [ -n "$ready" ] && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
done
if [ -z "$ready" ]; then
    tail -20 "$folder.err" >&2
    echo "the sites did not become ready" >&2
    exit 1
fi
MAILLAGE_AGENTS_URL=$(sed -E 's/.*agents=([^ ]+).*/\1/; s#/$##' <<<"$ready")
MAILLAGE_PUBLIC_URL=$(sed -E 's/.*public=([^ ]+).*/\1/; s#/$##' <<<"$ready")
export MAILLAGE_AGENTS_URL MAILLAGE_PUBLIC_URL
"$@"
