#!/usr/bin/env python3
"""clang-tidy on the C++ files that differ from the main branch, or from the last commit when this is that branch.

Usage: tidy.py ROOT BUILD   Stops taking files after BUDGET seconds and says how many are left."""
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BUDGET = 300.0


def git(root: Path, *arguments: str) -> list[str]:
    result = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True)
    return result.stdout.split()


def changed(root: Path) -> list[str]:
    here = git(root, "rev-parse", "HEAD")
    base = next((commit for name in ("origin/main", "main") if (commit := git(root, "merge-base", "HEAD", name))), None)
    if not base or base == here:
        base = git(root, "rev-parse", "HEAD~1")
    names = git(root, "diff", "--name-only", *(base or here)) + git(root, "ls-files", "-o", "--exclude-standard")
    return sorted(name for name in set(names)
                  if name.startswith("src/") and name.endswith(".cpp") and (root / name).is_file())


def main() -> int:
    root, build = Path(sys.argv[1]), sys.argv[2]
    names, started, failed, left = changed(root), time.monotonic(), [], []

    def check(name: str) -> None:
        if time.monotonic() - started > BUDGET:
            left.append(name)
            return
        result = subprocess.run(["clang-tidy-19", "--quiet", "-p", build, "--extra-arg=-Wno-unknown-warning-option", name],
                                cwd=root, capture_output=True, text=True)
        if result.returncode != 0:
            failed.append(name)
            print(result.stdout[-4000:])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(check, names))
    print(f"tidy: {len(names) - len(left)} of {len(names)} changed files read, {len(failed)} with findings")
    return 1 if failed else 0


sys.exit(main())
