"""`./dev bench pages --indicators 200 --periods 120`: the pages of the indicators with invented figures, measured alone."""
import datetime
import json
import os
import statistics
import time
from html.parser import HTMLParser
from pathlib import Path

import report
from browser import Visitor
from maillage_site import MaillageSite

PER_SECOND = 1500
CODE = "banc"

# Monthly counts of invented indicators, dealt to the groups in turn and to the council; the last periods of the first
# ones stay empty, so that there is something to enter.
GROW = """
with council as (select id from territory.council where slug = 'laval'),
owner as (select id from directory.organisation where key = 'gleam'),
made as (
    insert into indicators.indicator (council_id, code, group_code, position)
    select council.id, '{code}-' || n, (array['G1', 'G2', 'G3', null])[1 + n % 4], 1000 + n
    from council, generate_series(1, {indicators}) n
    returning council_id, id, position),
defined as (
    insert into indicators.definition (council_id, indicator_id, version, name, kind, measure, unit, source, frequency,
                                       owner_id, target, wanted, changed_at)
    select made.council_id, made.id, 1, 'Indicateur fictif n° ' || (made.position - 1000), 'activity', 'count', 'faits',
           'Source fictive', 'month', owner.id, 30, 'up', now()
    from made, owner)
insert into indicators.figure (council_id, indicator_id, first_month, months, value, entered_at)
select made.council_id, made.id, (date_trunc('month', now()) - make_interval(months => n))::date, 1,
       20 + (made.position * 7 + n * 13) % 40, now()
from made, generate_series(case when made.position % 20 < 4 then 3 else 1 end, {periods}) n
"""


class Inputs(HTMLParser):
    """Names and values of the inputs of the first form that has a cell of the grid."""

    def __init__(self):
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag, attributes):
        one = dict(attributes)
        name = one.get("name", "")
        if tag == "input" and (name in ("csrf", "key") or name.startswith("v-")):
            self.found.setdefault(name, one.get("value") or "")


def grow(site: MaillageSite, indicators: int, periods: int) -> None:
    site.sql(GROW.format(code=CODE, indicators=indicators, periods=periods))
    site.sql("vacuum analyze")


def pages() -> dict[str, str]:
    return {"dashboard": "/laval/dashboard", "group": "/laval/dashboard/G1", "indicator": f"/laval/indicators/{CODE}-5",
            "to collect": "/laval/indicators/missing", "entry grid": "/laval/dashboard/G1/entry"}


def save_cells(visitor: Visitor, cells: int, times: int) -> dict:
    """Milliseconds of one POST that writes so many cells of the grid, each with a value that it did not have."""
    path, took = "/laval/dashboard/G1/entry", []
    for turn in range(times):
        form = Inputs()
        form.feed(visitor.page(path))
        fields = {name: value for name, value in form.found.items() if name in ("csrf", "key")}
        names = [name for name in form.found if name.startswith(f"v-{CODE}")][:cells]
        if len(names) < cells:
            raise RuntimeError(f"the grid has {len(names)} cells of the bench, {cells} are wanted")
        # The whole form goes, as a browser sends it.
        fields |= {name: value for name, value in form.found.items() if name.startswith("v-")}
        fields |= {name: str(100 + turn * 7 + at) for at, name in enumerate(names)}
        begun = time.monotonic()
        status, _, _ = visitor.request("POST", path, fields)
        took.append((time.monotonic() - begun) * 1000)
        if status != 303:
            raise RuntimeError(f"{path} answered {status}")
    return {"cells": cells, "median_ms": statistics.median(took), "worst_ms": max(took)}


def measure(options, site: MaillageSite, subjects, flat, medians, headers_of, loads: dict[str, int]) -> dict:
    run: dict = {"when": datetime.datetime.now().strftime("%Y-%m-%d %H:%M"), "rounds": options.rounds,
                 "seconds": options.seconds, "load_before": round(os.getloadavg()[0], 2)}
    site.create()
    grow(site, options.indicators, options.periods)
    visitor = site.sign_in()
    run["counts"] = {"indicators": int(site.sql("select count(*) from indicators.indicator")),
                     "figures": int(site.sql("select count(*) from indicators.figure"))}
    measured = subjects(site, loads, pages(), headers_of(visitor), options.seconds)
    for number in range(options.rounds):
        for subject in flat(measured) if number % 2 == 0 else reversed(flat(measured)):
            subject.run()
    run["pages"] = medians(measured)
    run["entry"] = save_cells(visitor, 40, 5)
    run["load_after"] = round(os.getloadavg()[0], 2)
    return run


def write(run: dict, folder: Path) -> str:
    fastest = max(page["requests_per_second"] for page in run["pages"]["dashboard"].values())
    bars = [report.judged(f"{name}: p95 at one connection", page["alone"]["p95"], "ms", report.PAGE_P95_MS, False)
            for name, page in run["pages"].items()]
    bars.append(report.judged("dashboard: pages a second, load generator beside it", fastest, "/s", PER_SECOND, True))
    rows = [[bar["name"], f"{bar['value']:g} {bar['unit']}", f"{bar['bar']} {bar['unit']}", bar["verdict"]] for bar in bars]
    entry = run["entry"]
    text = "\n\n".join([
        "# Indicators measured",
        f"{run['when']} · load average before {run['load_before']}, after {run['load_after']} · medians of {run['rounds']} "
        f"rounds of {run['seconds']:g} s. " + ", ".join(f"{count:,} {name}" for name, count in run["counts"].items()) + ".",
        report.table(["What", "Figure", "Bar", ""], rows), report.latencies(run["pages"]),
        f"{entry['cells']} cells saved in one request: median {entry['median_ms']:.0f} ms, "
        f"worst {entry['worst_ms']:.0f} ms."]) + "\n"
    (folder / "indicators.json").write_text(json.dumps(run, indent=1))
    (folder / "indicators.md").write_text(text)
    return text
