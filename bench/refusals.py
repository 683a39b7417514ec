#!/usr/bin/env python3
"""`./dev bench refusals`: does the time of an answer tell that a thing exists? (R04, R33)

Pairs of requests in a random order on one connection: what this account may not see, and what does not exist; a login that
has an account and one that has none. For each, the rank test of Mann and Whitney over all pairs, and the difference of the
medians. A test would need a quiet machine; a measure says how quiet it was: the same request against itself."""
import argparse
import http.client
import os
import random
import re
import sys
import time
import urllib.parse

from clients_report import machine, mann_whitney, medians_apart, save
from maillage_site import PASSWORD, MaillageSite
from pages import ROOT, say
from report import table

BAR_P, BAR_MS = 0.01, 2.0


class Line:
    """One connection that stays open, so that what is measured is the answer."""

    def __init__(self, base: str, cookie: str = ""):
        address = urllib.parse.urlsplit(base)
        self.connection = http.client.HTTPConnection(address.hostname, address.port, timeout=60)
        self.headers = {"Origin": base, "Accept-Language": "fr", **({"Cookie": cookie} if cookie else {})}

    def took(self, method: str, path: str, form: dict | None = None) -> tuple[float, int]:
        body = urllib.parse.urlencode(form) if form else None
        headers = {**self.headers, **({"Content-Type": "application/x-www-form-urlencoded"} if form else {})}
        begun = time.perf_counter()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        answer.read()
        return (time.perf_counter() - begun) * 1000, answer.status


def compared(first, second, pairs: int, dice: random.Random) -> tuple[list[float], list[float], set[int]]:
    times, statuses = ([], []), set()
    for _ in range(pairs):
        for which in dice.sample((0, 1), 2):
            took, status = (first, second)[which]()
            times[which].append(took)
            statuses.add(status)
    return times[0], times[1], statuses


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--pairs", type=int, default=2000)
    ask.add_argument("--logins", type=int, default=60, help="pairs of sign-ins: each takes a password hash")
    asked = ask.parse_args()
    before, dice = os.getloadavg(), random.Random(20261130)
    folder = ROOT / "build/bench/refusals"
    folder.mkdir(parents=True, exist_ok=True)
    site = MaillageSite(ROOT, folder, 18490)
    rows, figures = [], {}
    try:
        say("installation")
        site.create()
        visitor = site.sign_in()
        administrator = type(visitor)(site.base)
        administrator.request("POST", "/sign-in", {"email": "administration@laval.example", "password": PASSWORD})
        line = Line(site.base, administrator.cookie_header())
        code = re.search(r"/laval/actions/([A-Z]+-[0-9]+)\b", visitor.page("/laval/actions"))[1]

        def get(path):
            return lambda: line.took("GET", path)

        anyone = Line(site.base)
        unused = iter(range(10**9))

        # Another wrong name or account each time: the pace of one account is slowed after some failures.
        emails = [email for email in site.sql("select email from identity.account order by id").split("\n") if email]

        def sign_in(known):
            email = dice.choice(emails) if known else f"nobody{next(unused)}@laval.example"
            site_failures_forgotten()
            return anyone.took("POST", "/sign-in", {"email": email, "password": "wrong " + str(next(unused))})

        def site_failures_forgotten():
            site.sql("delete from identity.failure")

        cases = {
            "the same request twice (how quiet the machine was)":
                (get("/laval/actions/AAA-1"), get("/laval/actions/AAA-1"), asked.pairs),
            "action that is not permitted, action that is not there":
                (get(f"/laval/actions/{code}"), get("/laval/actions/AAA-1"), asked.pairs),
            "council that is another's, council that is not there":
                (get("/ailleurs/actions"), get("/nullepart/actions"), asked.pairs),
            "login with an account, login without":
                (lambda: sign_in(True), lambda: sign_in(False), asked.logins),
        }
        site.sql("insert into territory.council (slug, name, kind) values ('ailleurs', 'Ailleurs', 'clspd')")
        for name, (first, second, pairs) in cases.items():
            say(name)
            for _ in range(20):
                first(), second()
            a, b, statuses = compared(first, second, pairs, dice)
            p, apart = mann_whitney(a, b), medians_apart(a, b)
            figures[name] = {"p": p, "medians_apart_ms": apart, "statuses": sorted(statuses), "pairs": pairs}
            rows.append([name, pairs, " ".join(map(str, sorted(statuses))), f"{p:.3f}", f"{apart:.3f}",
                         "met" if p > BAR_P and apart < BAR_MS else "short"])
    finally:
        site.stop()
    text = table(["Compared", "Pairs", "Statuses", "p", "Medians apart, ms", f"p > {BAR_P}, < {BAR_MS:g} ms"], rows)
    print(machine(before) + "\n\n" + text)
    save(folder, "refusals", figures, text)


if __name__ == "__main__":
    sys.exit(main())
