#!/usr/bin/env python3
"""A real identity provider for the tests: Debian's glewlwyd, on this machine alone, with a database that is thrown away.

glewlwyd.py start FOLDER PORT WAY_BACK   prints the process's number once the provider, its client and one person are there
glewlwyd.py sign-in PORT ADDRESS         that person signs in at ADDRESS and agrees; prints where they are sent back to
Every secret here is for the tests only."""
import http.client
import json
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

SCHEMA = Path("/usr/share/dbconfig-common/data/glewlwyd/install/sqlite3")
# Debian's own, whose paths of modules are right; what a test chooses itself is left out of it.
DEBIAN = Path("/etc/glewlwyd/glewlwyd.conf")
CHOSEN = ("@include", "port", "external_url", "log_mode", "#")
PERSON = {"username": "amelie", "password": "motdepasse1"}
SECONDS_AT_MOST = "300"


class Browser:
    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/json"
        connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        answer.read()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.split(";")[0].partition("=")
            self.cookies[name] = value
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status}")
        return answer


def configuration(folder, port):
    lines = [line for line in DEBIAN.read_text().splitlines() if not line.strip().startswith(CHOSEN)]
    # No slash at the end of external_url: there would be two in the discovery document.
    lines += [f"port={port}", 'bind_address="127.0.0.1"', f'external_url="http://127.0.0.1:{port}"',
              'log_mode="console"', f'database={{ type="sqlite3" path="{folder}/provider.db" }};']
    return "\n".join(lines) + "\n"


def plugin(folder, port):
    run = lambda *words: subprocess.run(words, check=True, capture_output=True)
    run("openssl", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", f"{folder}/key.pem")
    run("openssl", "pkey", "-in", f"{folder}/key.pem", "-pubout", "-out", f"{folder}/public.pem")
    chosen = {"iss": f"http://127.0.0.1:{port}/api/oidc", "jwt-type": "rsa", "jwt-key-size": "256",
              "key": (folder / "key.pem").read_text(), "cert": (folder / "public.pem").read_text(),
              "access-token-duration": 3600, "refresh-token-duration": 86400, "code-duration": 600,
              "subject-type": "public", "name-claim": "on-demand", "email-claim": "on-demand",
              "scope-claim": "on-demand"}
    for name in ("auth-type-code-enabled", "auth-type-id-token-enabled", "auth-type-refresh-enabled", "pkce-allowed",
                 "pkce-required", "jwks-show"):
        chosen[name] = True
    for name in ("refresh-token-rolling", "allow-non-oidc", "auth-type-token-enabled", "auth-type-none-enabled",
                 "auth-type-password-enabled", "auth-type-client-enabled", "pkce-method-plain-allowed"):
        chosen[name] = False
    return {"module": "oidc", "name": "oidc", "display_name": "OIDC", "parameters": chosen}


def start(folder, port, way_back):
    with sqlite3.connect(folder / "provider.db") as database:
        database.executescript(SCHEMA.read_text())
    (folder / "provider.conf").write_text(configuration(folder, port))
    with (folder / "provider.log").open("w") as log:
        process = subprocess.Popen(["timeout", SECONDS_AT_MOST, "glewlwyd", "-c", folder / "provider.conf"],
                                   stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
    browser = Browser(port)
    for _ in range(200):
        try:
            browser.ask("GET", "/config")
            break
        except OSError:
            time.sleep(0.05)
    browser.ask("POST", "/api/auth/", {"username": "admin", "password": "password"})
    browser.ask("POST", "/api/mod/plugin/", plugin(folder, port))
    browser.ask("POST", "/api/client/",
                {"client_id": "maillage", "name": "Maillage", "confidential": True, "client_secret": "secret",
                 "password": "secret", "redirect_uri": [way_back], "authorization_type": ["code"],
                 "scope": ["openid"], "enabled": True, "token_endpoint_auth_method": ["client_secret_basic"]})
    browser.ask("POST", "/api/user/", PERSON | {"name": "Amélie", "email": "amelie@example.test", "enabled": True,
                                                "scope": ["openid", "g_profile"]})
    print(process.pid, flush=True)


def sign_in(port, address):
    browser = Browser(port)
    browser.ask("POST", "/api/auth/", PERSON)
    browser.ask("PUT", "/api/auth/grant/maillage", {"scope": "openid"})
    print(browser.ask("GET", "/" + address.split("/", 3)[3] + "&g_continue").getheader("Location"))


if __name__ == "__main__":
    if sys.argv[1] == "start":
        start(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    else:
        sign_in(int(sys.argv[2]), sys.argv[3])
