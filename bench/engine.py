#!/usr/bin/env python3
"""Times the engine's methods beside R, scikit-learn, PostGIS: in turns, on the same files, in one run."""
import argparse
import os
import re
import signal
import statistics
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "peers"))

import engine_report as report
from cluster import Cluster
from engine_demands import CASES, Case
from engine_workers import Timed, Workers, limits, load, now

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/release/bench/engine"


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def processor() -> str:
    found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return found[1] if found else "unknown processor"


def write_inputs(folder: Path, cases: list[tuple[Case, int]]) -> None:
    wanted = {("weeks", 520)}
    for case, n in cases:
        if not case.peers:
            continue  # the engine makes its own
        on_lattice = case.method.startswith(("GiStar", "LISA", "Queen"))
        wanted.add(("cells" if on_lattice else "points", n))
    for kind, n in sorted(wanted):
        file = folder / f"{kind}_{n}.csv"
        if not file.exists():
            with open(file, "w") as out:
                subprocess.run([BUILD / "engine_bench", kind, str(n)], stdout=out, check=True)


def together(runs: list[Timed]) -> Timed:
    """The medians of several rounds; a failure in one is a failure."""
    failed = next((run for run in runs if run.failure), None)
    if failed:
        return failed
    return Timed(runs[0].tool, statistics.median(run.seconds for run in runs), statistics.median(run.cpu for run in runs),
                 sum(run.runs for run in runs), max(run.peak_mb for run in runs), runs[0].facts)


def in_turns(workers: Workers, case: Case, n: int, rounds: int, given_up: dict) -> dict[str, Timed]:
    tools = ["maillage", *case.peers]
    found: dict[str, list[Timed]] = {tool: [] for tool in tools}
    for turn in range(rounds):
        for tool in tools if turn % 2 == 0 else reversed(tools):
            before = found[tool][-1] if found[tool] else None
            if before and (before.failure or before.cpu > workers.limit / 6):
                continue  # a second time would tell little and take long
            if (case.method, tool) in given_up:
                found[tool].append(Timed(tool, failure=given_up[case.method, tool]))
                continue
            found[tool].append(workers.run(tool, case.method, n))
            if found[tool][-1].failure:
                given_up[case.method, tool] = f"{found[tool][-1].failure} (at {n:,})"
    return {tool: together(runs) for tool, runs in found.items()}


def compared(case: Case, n: int, ours: Timed, theirs: Timed, demanded: float | None, limit: float) -> dict:
    one = {"method": case.method, "what": case.what, "n": n, "tool": theirs.tool, "ours": asdict(ours),
           "theirs": asdict(theirs), "demanded": demanded, "verdict": "", "by": "", "same": "", "tolerance": case.tolerance,
           "why": case.why}
    if ours.failure:
        return one
    if theirs.seconds is not None and not theirs.failure:
        one |= {"ratio": theirs.seconds / ours.seconds}
        if ours.cpu > 0 and theirs.cpu > 0:
            one["ratio_cpu"] = theirs.cpu / ours.cpu
    elif theirs.failure.startswith(f"> {limit:g} s"):
        one |= {"lower_bound": True, "ratio": limit / ours.seconds, "ratio_cpu": limit / ours.cpu}
    if ours.facts and theirs.facts:
        same, worst = report.agreement(ours.facts, theirs.facts, case)
        one["same"] = "" if same is None else f"same ({worst})" if same else f"DIFFER ({worst})"
    return one


def measure(options, workers: Workers, cluster: Cluster, folder: Path) -> dict:
    # Small ones first: a run that is interrupted has told most.
    wanted = sorted(((case, n) for case in CASES for n in case.sizes
                     if n <= options.largest and re.search(options.method, case.method)), key=lambda one: one[1])
    run = {"begun": now(), "cores": os.cpu_count(), "processor": processor(), "limit": options.limit,
           "memory_gb": options.memory, "rounds": options.rounds, "load_before": load(), "asked": len(wanted), "done": 0, "rows": []}
    say("inputs, the machine's limits")
    write_inputs(folder, wanted)
    run["limits"] = limits(BUILD / "engine_limits")
    known = set(subprocess.run([BUILD / "engine_bench", "list"], capture_output=True, text=True, check=True).stdout.split())
    given_up = {(case.method, "maillage"): "not in the engine" for case in CASES if case.method not in known}
    loads, loaded = [load()], set()
    try:
        for case, n in wanted:
            if any(tool.startswith("Post") for tool in case.peers) and n not in loaded:
                cluster.load(n, folder / f"points_{n}.csv")
                loaded.add(n)
            run["rows"] += measured(case, n, workers, options, given_up, run)
            run["done"] += 1
            loads.append(load())
    except KeyboardInterrupt:
        say("interrupted: the report tells what was measured")
    return run | {"ended": now(), "load_after": load(), "load_highest": max(loads)}


def measured(case: Case, n: int, workers: Workers, options, given_up: dict, run: dict) -> list[dict]:
    quiet = load() <= run["cores"] + 1.5  # the run itself keeps the cores busy
    timed = in_turns(workers, case, n, options.rounds, given_up)
    ours = timed.pop("maillage")
    if ours.facts and "absent" in ours.facts:
        say(f"{case.method}: its data are not beside the checkout")
        return []
    rows = [compared(case, n, ours, theirs, case.peers[tool].get(n), options.limit) for tool, theirs in timed.items()]
    if n == case.sizes[-1]:
        rows += [{**compared(case, n, ours, Timed(tool, seconds, seconds), ratio, options.limit), "recorded": True}
                 for tool, (seconds, ratio) in case.recorded.items()]
    for one in rows:
        if quiet or not one.get("recorded"):
            judge(one, quiet)
        if ours.facts and not ours.failure:
            one["distance"] = report.distance(ours.facts, ours.seconds if quiet else ours.cpu / run["cores"], run["limits"])
        say("  ".join(cell for cell in report.row(one) if cell))
    return rows


def judge(one: dict, quiet: bool) -> None:
    """By the clock on a quiet machine. On a busy one by processor time, all our threads added up: what takes
    milliseconds slips between the others' turns, what takes seconds does not, and the clock would favour us."""
    one["by"] = "clock" if quiet else "processor"
    if one["demanded"] is None:
        return
    ratio = one.get("ratio" if quiet else "ratio_cpu", 0)
    # A peer that runs out of memory gives no ratio, and no answer either.
    one["verdict"] = "met" if ratio >= one["demanded"] or "GB" in one["theirs"]["failure"] else "short"
    if one["ours"]["failure"]:
        one["verdict"] = "short"


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev bench engine", description=__doc__)
    parser.add_argument("--largest", type=int, default=10_000_000, help="largest number of points")
    parser.add_argument("--method", default="", help="only methods with this regular expression in their name")
    parser.add_argument("--rounds", type=int, default=2, help="turns of every tool; figures are their medians")
    parser.add_argument("--limit", type=float, default=60, help="processor seconds after which a calculation is ended and said to be")
    parser.add_argument("--memory", type=float, default=8, help="gigabytes a calculation may ask for")
    options = parser.parse_args()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, signal.default_int_handler)
    folder = ROOT / "build/bench/engine"
    folder.mkdir(parents=True, exist_ok=True)
    workers = Workers(BUILD / "engine_bench", folder, options.limit, options.memory)
    workers.unpack_scikit()
    cluster = Cluster(folder)
    try:
        cluster.start()
        print(report.write(measure(options, workers, cluster, folder), folder))
        say(f"also in {folder}/engine.md and engine.json")
    finally:
        cluster.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
