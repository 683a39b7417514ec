"""What several measures of clients and refusals share: the machine, quantiles, a rank test, a file of figures."""
import json
import math
import os
import statistics
from pathlib import Path


def machine(load_before: tuple) -> str:
    return (f"{os.cpu_count()} cores, load average before {load_before[0]:.1f}, after {os.getloadavg()[0]:.1f}. "
            "Processor time is what to compare between two days.")


def percent(new: float, old: float) -> float:
    return 100 * (new - old) / old


def quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else math.nan


def mann_whitney(a: list[float], b: list[float]) -> float:
    """Two-sided p of the rank-sum test, by its normal approximation with ties (both sides of some hundreds)."""
    values = sorted([(value, 0) for value in a] + [(value, 1) for value in b])
    rank_sum, ties, i = 0.0, 0.0, 0
    while i < len(values):
        j = i
        while j < len(values) and values[j][0] == values[i][0]:
            j += 1
        rank_sum += sum((i + j + 1) / 2 for k in range(i, j) if values[k][1] == 0)
        ties += (j - i) ** 3 - (j - i)
        i = j
    n, m, total = len(a), len(b), len(values)
    u = rank_sum - n * (n + 1) / 2
    spread = math.sqrt(n * m / 12 * (total + 1 - ties / (total * (total - 1))))
    return math.erfc(abs(u - n * m / 2) / spread / math.sqrt(2)) if spread else 1.0


def medians_apart(a: list[float], b: list[float]) -> float:
    return abs(statistics.median(a) - statistics.median(b))


def save(folder: Path, name: str, figures: dict, text: str) -> None:
    (folder / f"{name}.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
    (folder / f"{name}.md").write_text(text + "\n")
