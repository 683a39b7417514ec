#!/usr/bin/env python3
"""The first stage of `./dev test`: every check that needs no build. Runs them all, then fails if one failed."""
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent


def sources(*suffixes: str) -> list[str]:
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    return [name for name in listed.stdout.split("\n") if name.endswith(suffixes) and (ROOT / name).is_file()]


def checks() -> list[tuple[str, list[str]]]:
    found = [(path.stem, [sys.executable, str(path), str(ROOT)]) for path in sorted(HERE.glob("check_*.py"))]
    found.append(("self-tests of the checks", [sys.executable, "-m", "unittest", "discover", "-q", "-s",
                                               str(HERE / "tests"), "-p", "*_test.py"]))
    cpp = [name for name in sources(".cpp", ".hpp") if "/compile_fail/" not in name]
    if cpp:
        found.append(("clang-format", ["clang-format-19", "--dry-run", "-Werror", *cpp]))
    shell = ["dev", ".ci/run", *sources(".sh")]
    found.append(("shellcheck", ["shellcheck", *[name for name in shell if (ROOT / name).is_file()]]))
    return found


def main() -> int:
    failed = []
    for name, command in checks():
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        print(f"{'ok    ' if result.returncode == 0 else 'FAILED'} {name}")
        if result.returncode != 0:
            failed.append(name)
            print((result.stdout + result.stderr)[-6000:])
    return 1 if failed else 0


sys.exit(main())
