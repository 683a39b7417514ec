#!/usr/bin/env python3
"""Prints the slices that exist as a CMake list `name:dependency:dependency;…`, dependencies first.

The table is architecture.toml; a slice without a folder under src/domain is left out."""
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SLICES = tomllib.loads((ROOT / "scripts/architecture.toml").read_text())["slices"]


def main() -> None:
    present = [name for name in SLICES if (ROOT / "src/domain" / name).is_dir()]
    done: list[str] = []

    def visit(name: str) -> None:
        if name in done or name not in present:
            return
        for dependency in SLICES[name]:
            visit(dependency)
        done.append(name)

    for name in present:
        visit(name)
    print(";".join(":".join([name, *(d for d in SLICES[name] if d in present)]) for name in done))


main()
