#!/usr/bin/env python3
"""Fails when a statement of the repository was executed by no test of this run.

Usage: sql_coverage.py ROOT   (the names that ran are in the file that MAILLAGE_SQL_COVERAGE names)"""
import os
import sys
from pathlib import Path


def main() -> int:
    top, record = Path(sys.argv[1]), os.environ.get("MAILLAGE_SQL_COVERAGE")
    if not record or not Path(record).is_file():
        print("no record of statements: run ./dev test")
        return 1
    ran = set(Path(record).read_text().split())
    known = {f"{path.parent.parent.name}.{path.stem}" for path in (top / "src").rglob("sql/*.sql")}
    missing = sorted(known - ran)
    print(f"{len(known) - len(missing)} of {len(known)} statements ran")
    print("\n".join(f"{name}: no test executes it" for name in missing))
    return 1 if missing else 0


sys.exit(main())
