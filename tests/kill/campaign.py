#!/usr/bin/env python3
"""Kills the site and its database at random instants while people write, and counts what became of the writes.

    tests/kill/campaign.py PROGRAM ROUNDS [SEED]

Every form carries its idempotency key. A writer journals what it was told: acknowledged (303), or unknown (cut, 503,
409), and then sends the same form again until it is told. At the end the journal is compared with the database:
acknowledged and absent is lost, present twice is doubled. Each round kills with SIGKILL one of: the site, one of its
database backends, the postmaster. Prints `acknowledged A, lost L, doubled D`; exit status 1 when L or D is not zero."""

import collections
import http.client
import os
import pathlib
import random
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

WRITERS = ["coordination", "police-nationale", "police-municipale", "social", "bailleur", "mediation"]
ACTIONS = ["PRE-1", "PRE-2", "TRQ-8", "TRQ-13", "VUL-4"]
PATIENCE_S = 300


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def demo_password(root):
    text = (root / "src/app/demo.hpp").read_text()
    return re.search(r'demo_password\s*=\s*"([^"]+)"', text).group(1)


class Installation:
    """A private database kept by `maillage up`, and a site of our own on it that may be killed."""

    def __init__(self, program, folder):
        self.program, self.folder, self.port = program, folder, free_port()
        given = (program.parent.parent / "maillage.toml").read_text()
        given = re.sub(r'folder = ".*/var/cluster"', f'folder = "{folder}/cluster"', given)
        given = re.sub(r'key_file = ".*"', f'key_file = "{folder}/context.key"', given)
        given += "\n[http]\nrequests_per_second = 100000\n"
        self.config = self.configured("up", given, free_port(), free_port(), free_port())
        self.own = self.configured("own", given, self.port, free_port(), free_port())
        self.log = open(f"{folder}.err", "w")
        self.up = subprocess.Popen([program, "--config", self.config, "up", "--demo"], stdout=subprocess.PIPE,
                                   stderr=self.log, text=True)
        self.site = None

    def begin(self):
        if not any(line.startswith("READY ") for line in self.up.stdout):
            sys.exit("the installation did not become ready:\n" + pathlib.Path(self.log.name).read_text()[-2000:])
        self.start_site()
        self.wait()

    def configured(self, name, text, agents, residents, metrics):
        path = f"{self.folder}.{name}.toml"
        text += (f"\n[sites.agents]\nport = {agents}\n[sites.public]\nport = {residents}\n"
                 f"[metrics]\nport = {metrics}\n")
        pathlib.Path(path).write_text(text)
        return path

    def start_site(self):
        self.site = subprocess.Popen([self.program, "--config", self.own, "serve", "--site", "agents"],
                                     stdout=subprocess.DEVNULL, stderr=self.log)

    def is_ready(self):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
            connection.request("GET", "/readyz", headers={"Host": "localhost"})
            return connection.getresponse().status == 200
        except OSError:
            return False

    def wait(self):
        """Seconds until the site answers again; the site is started again when it is what died."""
        began = time.monotonic()
        while not self.is_ready():
            if self.site.poll() is not None:
                self.start_site()
            if time.monotonic() - began > PATIENCE_S:
                sys.exit("the site did not come back:\n" + pathlib.Path(self.log.name).read_text()[-2000:])
            time.sleep(0.02)
        return time.monotonic() - began

    def postmaster(self):
        return int((pathlib.Path(self.folder) / "cluster/data/postmaster.pid").read_text().split("\n")[0])

    def backends(self):
        found = []
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                parent = int((process / "stat").read_text().rsplit(")", 1)[1].split()[1])
                if parent == self.postmaster() and b"maillage_app" in (process / "cmdline").read_bytes():
                    found.append(int(process.name))
            except (OSError, ValueError):
                pass
        return found

    def kill_one(self, dice):
        """Ends one process at once; returns its name."""
        what = dice.choices(["site", "backend", "postmaster"], [60, 20, 20])[0]
        try:
            if what == "backend":
                backends = self.backends()
                if backends:
                    os.kill(dice.choice(backends), signal.SIGKILL)
                    return what
            if what == "postmaster":
                os.kill(self.postmaster(), signal.SIGKILL)
                return what
        except (OSError, ValueError):
            pass
        self.site.kill()
        self.site.wait()
        self.start_site()
        return "site"

    def rows(self, statement):
        lines = (pathlib.Path(self.folder) / "cluster/data/postmaster.pid").read_text().split("\n")
        done = subprocess.run(["psql", "-XAtqF", " ", "-h", lines[4], "-p", lines[3], "-U", "maillage_admin",
                               "-d", "maillage", "-c", statement], capture_output=True, text=True, check=True)
        return [line.rsplit(" ", 1) for line in done.stdout.splitlines()]

    def stop(self):
        for process in (self.site, self.up):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait()
        self.log.close()


class Writer(threading.Thread):
    def __init__(self, site, who, password, stop):
        super().__init__(daemon=True)
        self.site, self.who, self.password, self.stop_asked = site, who, password, stop
        self.dice = random.Random(secrets.randbits(64))
        self.cookie = self.csrf = ""
        self.acknowledged, self.unknown, self.retried = set(), set(), 0
        self.refused = collections.Counter()

    def ask(self, method, path, form=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=20)
        headers = {"Host": "localhost", "Cookie": self.cookie, "Connection": "close"}
        body = None
        if form is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
            body = urllib.parse.urlencode(form)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            connection.close()

    def sign_in(self):
        while not self.stop_asked.is_set():
            try:
                status, headers, _ = self.ask("POST", "/sign-in", {"email": self.who + "@laval.example",
                                                                   "password": self.password, "next": "/"})
                if status == 303:
                    self.cookie = next(c.split(";")[0] for c in headers.get_all("Set-Cookie") if "__Host-s=" in c)
                    _, _, page = self.ask("GET", "/laval/profile")
                    self.csrf = re.search(r'name="csrf" value="([^"]+)"', page).group(1)
                    return
            except (OSError, http.client.HTTPException, AttributeError):
                pass
            time.sleep(0.1)

    def write(self):
        token = "kill " + secrets.token_hex(12)
        key, path = secrets.token_hex(16), f"/laval/actions/{self.dice.choice(ACTIONS)}/news"
        self.unknown.add(token)
        again = self.dice.random() < 0.1  # the same form once more after its acknowledgement
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            try:
                status, headers, _ = self.ask("POST", path, {"csrf": self.csrf, "key": key, "news_text": token})
            except (OSError, http.client.HTTPException):
                status, headers = 0, {}
            if status == 303 and not headers.get("Location", "").startswith("/sign-in") or status == 200:
                self.acknowledged.add(token)
                self.unknown.discard(token)
                if not again:
                    return
                again = False
            elif status in (0, 409, 500, 503):
                self.retried += 1
                self.refused[status] += 1
                time.sleep(0.05)
            else:
                self.refused[status] += 1
                self.sign_in()
            if self.stop_asked.is_set() and token in self.unknown and time.monotonic() > until - PATIENCE_S + 20:
                return

    def run(self):
        self.sign_in()
        while not self.stop_asked.is_set():
            self.write()


def campaign(site, rounds, dice, password):
    stop = threading.Event()
    writers = [Writer(site, who, password, stop) for who in WRITERS]
    for writer in writers:
        writer.start()
    while sum(1 for writer in writers if writer.csrf) < len(writers):
        time.sleep(0.1)
    killed, slowest = collections.Counter(), 0.0
    for number in range(1, rounds + 1):
        time.sleep(dice.uniform(0, 0.4))
        killed[site.kill_one(dice)] += 1
        slowest = max(slowest, site.wait())
        if number % 50 == 0:
            done = sum(len(writer.acknowledged) for writer in writers)
            print(f"round {number}: {done} acknowledged", file=sys.stderr, flush=True)
    time.sleep(1)
    stop.set()
    for writer in writers:
        writer.join()
    site.wait()
    return writers, killed, slowest


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    program, rounds = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else secrets.randbits(32)
    root = pathlib.Path(__file__).resolve().parents[2]
    folder = tempfile.mktemp(prefix="maillage-kill-")
    site = Installation(program, folder)
    try:
        site.begin()
        writers, killed, slowest = campaign(site, rounds, random.Random(seed), demo_password(root))
        stored = {text: int(count) for text, count in site.rows(
            "select text, count(*) from strategy.news where text like 'kill %' group by text")}
        noted = {text: int(count) for text, count in site.rows(
            "select new, count(*) from strategy.change where new like 'kill %' group by new")}
        submissions = site.rows("select count(*), '' from identity.submission where status is null and committed")
    finally:
        site.stop()
        shutil.rmtree(folder, ignore_errors=True)
        for suffix in ("up.toml", "own.toml", "err"):
            pathlib.Path(f"{folder}.{suffix}").unlink(missing_ok=True)
    acknowledged = set().union(*(writer.acknowledged for writer in writers))
    unknown = set().union(*(writer.unknown for writer in writers))
    lost = [token for token in acknowledged if stored.get(token, 0) == 0]
    doubled = [token for token, count in stored.items() if count > 1 or noted.get(token, 1) > 1]
    alien = [token for token in stored if token not in acknowledged and token not in unknown]
    retried = sum(writer.retried for writer in writers)
    refused = sum((writer.refused for writer in writers), collections.Counter())
    print(f"seed {seed}, rounds {rounds}: killed {dict(killed)}, slowest return {slowest:.1f} s, {retried} sent again "
          f"{dict(refused)}, {len(unknown)} never told, {len(submissions)} noted", file=sys.stderr)
    print(f"acknowledged {len(acknowledged)}, lost {len(lost)}, doubled {len(doubled)}")
    sys.exit(1 if lost or doubled or alien or len(acknowledged) < rounds else 0)


if __name__ == "__main__":
    main()
