#!/usr/bin/env python3
"""Fails when a source file exceeds 400 lines, warns beyond 250, and prints the median (bar: 100).

Data, dumps, lock files and generated files are not sources."""
import statistics
import sys

import tree

SUFFIXES = (".cpp", ".hpp", ".sql", ".py", ".sh", ".ts", ".mjs", ".css", ".cmake")
WARNED, REFUSED = 250, 400


def main() -> int:
    top = tree.root()
    lines = {}
    for path in tree.files(top, *SUFFIXES):
        name = path.relative_to(top).as_posix()
        if not name.startswith(("db/", "data/")):
            lines[name] = path.read_bytes().count(b"\n")
    cpp = [count for name, count in lines.items() if name.endswith((".cpp", ".hpp"))]
    print(f"sizes: {len(lines)} files, median of C++ {statistics.median(cpp or [0]):.0f} lines")
    for name, count in sorted(lines.items(), key=lambda entry: -entry[1]):
        if count > WARNED:
            print(f"{name}: {count} lines, {'at most' if count > REFUSED else 'better under'} "
                  f"{REFUSED if count > REFUSED else WARNED}")
    return 1 if any(count > REFUSED for count in lines.values()) else 0


sys.exit(main())
