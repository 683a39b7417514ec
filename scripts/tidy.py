#!/usr/bin/env python3
"""clang-tidy on the C++ files that differ from the main branch, or from the last commit when this is that branch.

Usage: tidy.py ROOT BUILD [all | FILE…]   ("all": every file of src/)"""
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


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


def asked(root: Path, arguments: list[str]) -> list[str]:
    if arguments == ["all"]:
        return [name for name in git(root, "ls-files", "src") if name.endswith(".cpp")]
    return arguments or changed(root)


def main() -> int:
    root, build = Path(sys.argv[1]), sys.argv[2]
    names, failed = asked(root, sys.argv[3:]), []

    def check(name: str) -> None:
        result = subprocess.run(["clang-tidy-19", "--quiet", "-p", build, "--extra-arg=-Wno-unknown-warning-option", name],
                                cwd=root, capture_output=True, text=True)
        if result.returncode != 0:
            failed.append(name)
            print(result.stdout[-4000:])

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(check, names))
    print(f"tidy: {len(names)} files read, {len(failed)} with findings")
    return 1 if failed else 0


sys.exit(main())
