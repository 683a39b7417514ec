#!/usr/bin/env python3
"""`./dev bench pages`: the pages of Maillage measured against their bars, nginx and Redmine, all in the same run.

Everything lives under build/bench. Subjects take turns in every round, in the opposite order every second round,
and each figure is the median of the rounds: what else the machine does weighs on all alike."""
import argparse
import datetime
import os
import statistics
import sys
from pathlib import Path

import indicators
import report
from browser import Visitor
from load import burst
from maillage_site import MaillageSite
from nginx_site import NginxSite
from processes import cpu_seconds
from redmine_site import RedmineSite

ROOT = Path(__file__).resolve().parent.parent
LOADS = {"alone": 1, "many": 16, "crowd": 64}
REDMINE_LOADS = {"alone": 1, "many": 8}  # as many as its threads: more would only wait in its queue
ACTIONS, ACCOUNTS = 5000, 300
FEWEST_ANSWERS = 20  # a burst with fewer says nothing of a rate or a quantile: it goes on until it has them


def say(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)


class Subject:
    """One address under one load, and what each round measured of it."""

    def __init__(self, site, path: str, connections: int, headers: dict[str, str], seconds: float):
        self.site, self.url = site, site.base + path
        self.connections, self.headers, self.seconds = connections, headers, seconds
        self.rounds: list[dict] = []

    def run(self) -> None:
        before = cpu_seconds(self.site.processes())
        measured = burst(self.url, self.connections, self.seconds, self.headers, FEWEST_ANSWERS)
        if measured["failed"]:
            raise RuntimeError(f"{self.url}: {measured['failed']} answers failed")
        used = cpu_seconds(self.site.processes()) - before
        self.rounds.append({**measured, "cpu_ms": used * 1000 / max(1, measured["requests"])})

    def median(self) -> dict:
        names = ("requests_per_second", "p50", "p95", "p99", "cpu_ms")
        middle = {name: statistics.median(one[name] for one in self.rounds) for name in names}
        return {**middle, "connections": self.connections,
                "spread": [min(one["requests_per_second"] for one in self.rounds),
                           max(one["requests_per_second"] for one in self.rounds)]}


def headers_of(visitor: Visitor | None, encoding: str = "identity") -> dict[str, str]:
    cookie = {"Cookie": visitor.cookie_header()} if visitor else {}
    return {"Accept-Encoding": encoding, "Accept-Language": "fr", **cookie}


def weigh(site: MaillageSite, visitor: Visitor, pages: dict[str, str]) -> dict:
    """Bytes of the body of each page; a first visit adds the style sheet, the script and the fonts of the text."""
    assets = site.assets()
    sent = {name: visitor.weight(f"/assets/{file}", "br") for name, file in assets.items()}
    shared = sent["app.css"] + sent["app.js"] + sent["chunk.js"] + sent["maillage.svg"] + sent["inter-400.woff2"]
    found = {}
    for name, path in pages.items():
        compressed = visitor.weight(path, "br")
        found[name] = {"html": visitor.weight(path, "identity"), "html_brotli": compressed,
                       "first_visit": compressed + shared}
    return {"pages": found, "script": sent["app.js"] + sent["chunk.js"],
            "style": sent["app.css"], "all_scripts": sum(size for name, size in sent.items() if name.endswith(".js"))}


def page_subjects(site, loads: dict[str, int], pages: dict[str, str], headers: dict[str, str], seconds: float) -> dict:
    return {name: {load: Subject(site, path, connections, headers, seconds) for load, connections in loads.items()}
            for name, path in pages.items()}


def flat(subjects: dict) -> list[Subject]:
    return [one for page in subjects.values() for one in page.values()]


def medians(subjects: dict) -> dict:
    return {name: {load: one.median() for load, one in page.items()} for name, page in subjects.items()}


def best(page: dict) -> float:
    return max(load["requests_per_second"] for load in page.values())


def ratios(ours: dict, theirs: dict) -> dict:
    return {name: {"maillage": best(ours[name]), "redmine": best(page), "ratio": best(ours[name]) / best(page),
                   "ratio_cpu": page["many"]["cpu_ms"] / ours[name]["many"]["cpu_ms"],
                   "ratio_p50": page["alone"]["p50"] / ours[name]["alone"]["p50"]} for name, page in theirs.items()}


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown processor"


def static_result(subjects: dict, weights: dict) -> dict:
    found = {}
    for name, pair in subjects.items():
        ours, theirs = (pair[who].median()["requests_per_second"] for who in ("maillage", "nginx"))
        found[name] = {"bytes": weights[name], "maillage": ours, "nginx": theirs, "ratio": ours / theirs}
    return found


def measure(options: argparse.Namespace, site: MaillageSite, nginx: NginxSite, redmine: RedmineSite | None) -> dict:
    run: dict = {"when": datetime.datetime.now().strftime("%Y-%m-%d %H:%M"), "rounds": options.rounds,
                 "seconds": options.seconds}
    load_before = os.getloadavg()[0]
    say("first start: cluster, migrations, demonstration council")
    run["start"] = {"first": site.create()}
    say(f"growing to {ACTIONS} invented actions with ten updates each, {ACCOUNTS} invented accounts")
    site.grow(ACTIONS, ACCOUNTS)
    run["start"]["second"] = site.restart(3)
    run["counts"] = site.counts()
    visitor = site.sign_in()
    pages = site.pages(visitor)
    run["memory"] = {"idle": site.memory()}
    run["weights"] = weigh(site, visitor, pages)
    nginx.start()

    ours = page_subjects(site, LOADS, pages, headers_of(visitor), options.seconds)
    compressed = page_subjects(site, LOADS, pages, headers_of(visitor, "br"), options.seconds)
    files = {name: site.assets()[name] for name in ("app.css", "maillage.svg")}
    static = {name: {"maillage": Subject(site, f"/assets/{file}", 64, headers_of(None), options.seconds),
                     "nginx": Subject(nginx, f"/{file}", 64, headers_of(None), options.seconds)}
              for name, file in files.items()}
    turns = [*flat(ours), *flat(compressed), *flat(static)]
    theirs: dict = {}
    if redmine:
        say("Redmine: the same items on a cluster of its own")
        redmine.create(ACTIONS)
        redmine.start()
        guest = redmine.sign_in()
        theirs = page_subjects(redmine, REDMINE_LOADS, redmine.pages(guest), headers_of(guest), options.seconds * 3)
        turns += flat(theirs)
    for number in range(options.rounds):
        say(f"round {number + 1} of {options.rounds}")
        for subject in turns if number % 2 == 0 else reversed(turns):
            subject.run()
    run["memory"]["after"] = site.memory()
    run["pages"], run["compressed"] = medians(ours), medians(compressed)
    run["static"] = static_result(static, {name: visitor.weight(f"/assets/{file}", "identity")
                                           for name, file in files.items()})
    if redmine:
        found = medians(theirs)
        run["redmine"] = {"pages": found, "ratios": ratios(run["pages"], found), "memory": redmine.memory()}
    run["machine"] = {"cores": os.cpu_count(), "processor": processor(), "load_before": round(load_before, 2),
                      "load_after": round(os.getloadavg()[0], 2)}
    run["bars"] = report.bars(run)
    return run


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench pages", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="alternating rounds; figures are their medians")
    parser.add_argument("--seconds", type=float, default=3, help="length of one burst; three times that for Redmine")
    parser.add_argument("--port", type=int, default=18200, help="first of the four ports used")
    parser.add_argument("--without-redmine", action="store_true", help="a shorter run, while working on a page")
    parser.add_argument("--indicators", type=int, default=0, help="so many invented ones, and their pages alone")
    parser.add_argument("--periods", type=int, default=120, help="months with a figure, of each of them")
    options = parser.parse_args()
    folder = ROOT / "build/bench"
    folder.mkdir(parents=True, exist_ok=True)
    site = MaillageSite(ROOT, folder, options.port)
    if options.indicators:
        try:
            print(indicators.write(indicators.measure(options, site, page_subjects, flat, medians, headers_of, LOADS),
                                   folder))
        finally:
            site.stop()
        return 0
    nginx = NginxSite(ROOT, folder, options.port + 2)
    redmine = None if options.without_redmine else RedmineSite(folder, options.port + 3)
    try:
        print(report.write(measure(options, site, nginx, redmine), folder))
        say(f"also in {folder}/pages.md and pages.json")
    finally:
        for subject in (site, nginx, redmine):
            if subject:
                subject.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
