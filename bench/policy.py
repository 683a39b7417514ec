#!/usr/bin/env python3
"""`./dev bench policy`: what row-level security costs a page.

One installation of the bench's own, one program, the same statements: row security is switched off and on in the
catalogue between bursts, in turns and in the opposite order every second round. With it off, rows are found by the
statements' own conditions alone; the context is signed and set all the same. Never done outside a bench."""
import argparse
import os
import statistics
import sys

from clients_report import machine, percent, save
from maillage_site import MaillageSite
from pages import ROOT, Subject, headers_of, say
from report import table

BAR = 15  # per cent
SWITCH = """do $$ declare one record; begin
    for one in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where c.relkind = 'r' and c.relforcerowsecurity loop
        execute format('alter table %s {} row level security', one.name);
    end loop; end $$"""


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--rounds", type=int, default=6)
    ask.add_argument("--seconds", type=int, default=2)
    ask.add_argument("--actions", type=int, default=2000)
    asked = ask.parse_args()
    before = os.getloadavg()
    folder = ROOT / "build/bench/policy"
    folder.mkdir(parents=True, exist_ok=True)
    site = MaillageSite(ROOT, folder, 18480)
    try:
        say("installation")
        site.create()
        site.grow(asked.actions, 50)
        visitor = site.sign_in()
        pages = {**site.pages(visitor), "organisations": "/laval/organisations", "journal": "/laval/journal"}
        subjects = {name: {state: Subject(site, path, 1, headers_of(visitor), asked.seconds)
                           for state in ("enable", "disable")} for name, path in pages.items()}
        for number in range(asked.rounds):
            say(f"round {number + 1} of {asked.rounds}")
            for state in ("enable", "disable") if number % 2 == 0 else ("disable", "enable"):
                site.sql(SWITCH.format(state))
                for name in pages:
                    visitor.page(pages[name])  # plans are made again after the switch
                    subjects[name][state].run()
    finally:
        site.stop()
    rows, figures = [], {}
    for name, both in subjects.items():
        pairs = list(zip(both["enable"].rounds, both["disable"].rounds))
        cost = [percent(on["cpu_ms"], off["cpu_ms"]) for on, off in pairs]
        on, off = both["enable"].median(), both["disable"].median()
        middle = statistics.median(cost)
        figures[name] = {"with": on, "without": off, "overhead_percent": cost}
        rows.append([name, on["cpu_ms"], off["cpu_ms"], f"{middle:+.1f} % ({min(cost):+.1f} to {max(cost):+.1f})",
                     on["p50"], off["p50"], "met" if middle < BAR else "short"])
    text = table(["Page", "CPU ms with", "CPU ms without", "Median of rounds (range)", "p50 ms with", "p50 ms without",
                  f"under {BAR} %"], rows)
    print(machine(before) + "\n\n" + text)
    save(folder, "policy", {"pages": figures, "load_before": before, "load_after": os.getloadavg()}, text)


if __name__ == "__main__":
    sys.exit(main())
