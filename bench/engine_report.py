"""The figures of the engine beside its peers', as a table for people and as JSON for programs."""
import json
from pathlib import Path

from engine_demands import NOT_COMPARED


def seconds(value: float | None) -> str:
    if value is None:
        return ""
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value * 1e6:.3g} µs"


def agreement(ours: dict, theirs: dict, case) -> tuple[bool | None, str]:
    """Whether the answers are the same, and the name of the one that differs most."""
    names = [name for name in ours if name in theirs and name not in NOT_COMPARED]
    if not names:
        return None, ""
    absolute = "absolute" in case.why

    def difference(name: str) -> float:
        size = 1 if absolute else max(abs(ours[name]), abs(theirs[name]), 1e-300)
        return abs(ours[name] - theirs[name]) / size

    worst = max(names, key=difference)
    return difference(worst) <= case.tolerance, f"{worst} {difference(worst):.1g}"


def distance(facts: dict, taken: float, limits: dict) -> float | None:
    """Time over the least that memory and arithmetic of this machine allow, both with all threads."""
    def best(name: str) -> float:
        return max(next(values for limit, values in limits.items() if limit.startswith(name)).values()) * 1e9

    least = max(facts.get("bytes", 0) / best("triad"), facts.get("flops", 0) / best("multiply-add"))
    return taken / least if least > 0 else None


def row(one: dict) -> list[str]:
    ours, theirs = one["ours"], one["theirs"]
    at_least = "≥ " if one.get("lower_bound") else ""
    return [one["method"], f"{one['n']:,}".replace(",", " "), one["tool"], ours["failure"] or seconds(ours["seconds"]),
            theirs["failure"] or seconds(theirs["seconds"]) + (" (recorded)" if one.get("recorded") else ""),
            f"{at_least}{one['ratio']:.3g}" if one.get("ratio") else "",
            f"{at_least}{one['ratio_cpu']:.3g}" if one.get("ratio_cpu") else "",
            f"{one['demanded']:g}" if one.get("demanded") else "", one["verdict"],
            f"{ours['peak_mb']:.0f} / {theirs['peak_mb']:.0f}" if theirs.get("peak_mb") else f"{ours['peak_mb']:.0f}",
            f"{one['distance']:.3g}" if one.get("distance") else "", one["same"]]


HEADINGS = ["Method", "n", "Beside", "Maillage", "Peer", "Ratio", "Processor", "Demanded", "", "MB", "× limit", "Answers"]


def table(headings: list[str], rows: list[list[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def summary(run: dict) -> str:
    # Seconds recorded elsewhere say nothing beside a busy machine's.
    asked = [one for one in run["rows"] if one.get("demanded") and one["by"]]
    short = [one for one in asked if one["verdict"] != "met"]
    lines = [f"{len(asked) - len(short)} of {len(asked)} demands met, judged by the clock on a quiet machine and by "
             f"processor time on a busy one. {run['done']} of {run['asked']} comparisons made. Short:"]
    for one in short:
        ratio = one.get("ratio" if one["by"] == "clock" else "ratio_cpu")
        figure = f"{ratio:.3g}" if ratio else one["ours"]["failure"] or one["theirs"]["failure"]
        lines.append(f"- {one['method']}, {one['n']:,}, {one['tool']}: {figure} of {one['demanded']:g}")
    different = [one for one in run["rows"] if one["same"].startswith("DIFFER")]
    lines += [f"- {one['method']}, {one['n']:,}: answers differ from {one['tool']}'s: {one['same']}" for one in different]
    return "\n".join(lines)


def markdown(run: dict) -> str:
    limits = [[name, *(f"{values[t]:g}" for t in sorted(values, key=int))] for name, values in run["limits"].items()]
    threads = sorted(next(iter(run["limits"].values())), key=int)
    loose = sorted({(one["method"], f"{one['tolerance']:g}", one["why"]) for one in run["rows"] if one["why"]})
    return "\n\n".join([
        "# The engine beside its peers",
        f"{run['begun']} to {run['ended']} · {run['processor']}, {run['cores']} cores · load average before "
        f"{run['load_before']}, after {run['load_after']}, highest {run['load_highest']} · limit {run['limit']:g} s and "
        f"{run['memory_gb']:g} GB a calculation · medians, {run['rounds']} rounds in turn",
        "## Demands", summary(run),
        "## Figures", table(HEADINGS, [row(one) for one in run["rows"]]),
        "## The machine", table(["Limit", *(f"{t} threads" for t in threads)], limits),
        "## Tolerances other than 1e-6", table(["Method", "Tolerance", "Why"], [list(one) for one in loose])]) + "\n"


def write(run: dict, folder: Path) -> str:
    text = markdown(run)
    (folder / "engine.json").write_text(json.dumps(run, indent=1, ensure_ascii=False) + "\n")
    (folder / "engine.md").write_text(text)
    return text
