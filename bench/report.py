"""The figures of a run against the bars, as a table for people and as JSON for programs."""
import json
from pathlib import Path

# docs/explanation and the specification of quality name these bars; a figure under or over them is said, never hidden.
PAGE_P95_MS, HOME_PER_SECOND, REDMINE_RATIO = 20, 1500, 50
PAGE_KB, SCRIPT_KB, FIRST_START_S, RESTART_S, RESIDENT_MB = 100, 14, 5, 1, 300


def judged(name: str, value: float, unit: str, bar: float, least: bool) -> dict:
    met = value >= bar if least else value <= bar
    return {"name": name, "value": round(value, 2), "unit": unit, "bar": ("≥ " if least else "≤ ") + f"{bar:g}",
            "verdict": "met" if met else "short"}


def bars(run: dict) -> list[dict]:
    pages, start, weights = run["pages"], run["start"], run["weights"]
    found = [judged(f"{name}: p95 at one connection", page["alone"]["p95"], "ms", PAGE_P95_MS, False)
             for name, page in pages.items()]
    most = max(page["requests_per_second"] for page in (pages["home"]["many"], pages["home"]["crowd"]))
    found.append(judged("home: pages a second, load generator beside it", most, "/s", HOME_PER_SECOND, True))
    found += [judged(f"{name}: first visit, compressed, fonts in it", page["first_visit"] / 1000, "kB", PAGE_KB, False)
              for name, page in weights["pages"].items()]
    found.append(judged("script loaded by every page, compressed", weights["script"] / 1000, "kB", SCRIPT_KB, False))
    found.append(judged("first start: cluster, migrations, demonstration", start["first"], "s", FIRST_START_S, False))
    found.append(judged("second start", start["second"], "s", RESTART_S, False))
    found.append(judged("agents' site after load, resident", run["memory"]["after"]["site agents"], "MB", RESIDENT_MB,
                        False))
    found += [judged(f"{name}: requests a second against Redmine", ratio["ratio"], "×", REDMINE_RATIO, True)
              for name, ratio in run.get("redmine", {}).get("ratios", {}).items()]
    return found


def table(heads: list[str], rows: list[list]) -> str:
    cells = [heads, *[[f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(heads))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |" for row in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def latencies(measured: dict[str, dict]) -> str:
    rows = []
    for name, page in measured.items():
        for load in ("alone", "many", "crowd"):
            if load in page:
                one = page[load]
                rows.append([name, one["connections"], one["p50"], one["p95"], one["p99"],
                             f"{one['requests_per_second']:.0f}", one["cpu_ms"]])
    return table(["Page", "Connections", "p50 ms", "p95 ms", "p99 ms", "requests/s", "CPU ms a request"], rows)


def markdown(run: dict) -> str:
    start, weights = run["start"], run["weights"]
    machine = run["machine"]
    parts = ["# Maillage measured", f"{run['when']} · {machine['cores']} cores, {machine['processor']} · load average "
             f"before {machine['load_before']}, after {machine['load_after']} · medians of {run['rounds']} alternating "
             f"rounds of {run['seconds']:g} s.",
             "Data: " + ", ".join(f"{count:,} {name}" for name, count in run["counts"].items()) + ".",
             "## Bars", table(["What", "Figure", "Bar", ""], [
                 [bar["name"], f"{bar['value']:g} {bar['unit']}", f"{bar['bar']} {bar['unit']}", bar["verdict"]]
                 for bar in run["bars"]]),
             "## Maillage", latencies(run["pages"]),
             "The same, compressed with Brotli for each answer:", latencies(run["compressed"])]
    if "redmine" in run:
        ratios = run["redmine"]["ratios"]
        parts += ["## Redmine", latencies(run["redmine"]["pages"]), table(
            ["Page", "Maillage requests/s", "Redmine requests/s", "Ratio", "Ratio of CPU time", "Ratio of p50, one connection"],
            [[name, ratio["maillage"], ratio["redmine"], ratio["ratio"], ratio["ratio_cpu"],
              ratio["ratio_p50"]]
             for name, ratio in ratios.items()])]
    parts += ["## Static files", table(["File", "Bytes", "Maillage requests/s", "nginx requests/s", "Ratio"], [
        [name, one["bytes"], f"{one['maillage']:.0f}", f"{one['nginx']:.0f}", one["ratio"]]
        for name, one in run["static"].items()]),
        "## Weight in bytes", table(["Page", "HTML", "HTML, Brotli", "First visit, Brotli"], [
            [name, page["html"], page["html_brotli"], page["first_visit"]] for name, page in weights["pages"].items()]),
        "## Start and memory", f"First start {start['first']:.2f} s, second start {start['second']:.2f} s.",
        table(["Process", "Idle MB", "After load MB"], [
            [name, idle, run["memory"]["after"].get(name, 0.0)] for name, idle in run["memory"]["idle"].items()])]
    if "redmine" in run:
        parts.append(table(["Redmine", "After load MB"],
                           [[name, value] for name, value in run["redmine"]["memory"].items()]))
    return "\n\n".join(parts) + "\n"


def write(run: dict, folder: Path) -> str:
    text = markdown(run)
    (folder / "pages.json").write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n")
    (folder / "pages.md").write_text(text)
    return text
