#!/usr/bin/env python3
"""Fails when a requirement or an abuse case of scripts/requirements.toml names a test that does not exist, has neither
test nor reason, or is missing, and when docs/reference/requirements.md is not what is written from it (--write)."""
import re
import sys
import tomllib
from pathlib import Path

import tree

WANTED = [f"R{number:02}" for number in range(1, 72)] + [f"A{number}" for number in range(1, 39)]
PAGE = "docs/reference/requirements.md"
TEST = re.compile(r"\bTEST(?:_F)?\(\s*(\w+),\s*(\w+)\s*\)")


def tests_of(top: Path) -> dict[str, str]:
    """Every C++ test, "Suite.name", and the file that holds it."""
    found = {}
    for path in tree.files(top, "_test.cpp"):
        for suite, test in TEST.findall(path.read_text()):
            found[f"{suite}.{test}"] = str(path.relative_to(top))
    return found


def errors_of(top: Path, known: dict, tests: dict[str, str]) -> list[str]:
    errors = [f"{number} has no entry" for number in WANTED if number not in known]
    for number, entry in known.items():
        if number not in WANTED:
            errors.append(f"{number}: there is no such requirement or abuse case")
        if not entry.get("tests") and not entry.get("later"):
            errors.append(f"{number} has neither test nor reason")
        for test in entry.get("tests", []):
            if test not in tests and not ("/" in test and (top / test).is_file()):
                errors.append(f"{number}: there is no test {test}")
    return errors


def sentence(test: str) -> str:
    return test if "/" in test else test.replace("_", " ").replace(".", " ", 1)


def row(number: str, entry: dict, tests: dict[str, str]) -> str:
    cells = [f"[{sentence(test)}](../../{tests.get(test, test)})" for test in entry.get("tests", [])]
    if entry.get("later"):
        cells.append(("later: " if not cells else "not yet: ") + entry["later"])
    return f"| {number} | {entry['what']} | {'<br>'.join(cells)} |"


def page_of(known: dict, tests: dict[str, str]) -> str:
    asserted = sum(1 for entry in known.values() if entry.get("tests"))
    text = ["# Security requirements and abuse cases, and what asserts each", "",
            "<!-- Written by scripts/check_requirements.py --write from scripts/requirements.toml. Do not edit. -->", "",
            f"{asserted} of {len(known)} have a test today; each of the others says what it waits for.", ""]
    for title, letter in (("Requirements", "R"), ("Abuse cases", "A")):
        text += [f"## {title}", "", "| | What | Asserted by |", "| --- | --- | --- |"]
        text += [row(number, entry, tests) for number, entry in known.items() if number[0] == letter] + [""]
    return "\n".join(text).rstrip() + "\n"


def main() -> int:
    top = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 and sys.argv[1] != "--write" else Path(__file__).parents[1]
    known = tomllib.loads((top / "scripts/requirements.toml").read_text())
    tests = tests_of(top)
    errors = errors_of(top, known, tests)
    wanted = page_of(known, tests)
    if "--write" in sys.argv:
        (top / PAGE).write_text(wanted)
    elif not (top / PAGE).is_file() or (top / PAGE).read_text() != wanted:
        errors.append(f"{PAGE} is not what scripts/requirements.toml says: python3 scripts/check_requirements.py --write")
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
