#!/usr/bin/env python3
"""Fails when a verb of the program or of `./dev` has no row where it is listed, or a method of `maillage analyse` no
example in the pages on statistics."""
import re
import sys
from pathlib import Path

import tree

# add_subcommand("strategy", …), and in the same file the helper of the account verbs: add("new", …).
VERB = re.compile(r'\badd(?:_subcommand)?\(\s*"([a-z][a-z-]*)"')
# {"knox", "FILE", "x y date …", knox}
METHOD = re.compile(r'^ +\{"([a-z][a-z0-9-]+)",\s*"(?:[A-Z ]*)",', re.M)
ROW = re.compile(r"^\| `([^`]+)`", re.M)


def program_errors(top: Path) -> list[str]:
    page = top / "docs/reference/commands.md"
    rows = [set(re.findall(r"[a-z][a-z-]*", row)) for row in ROW.findall(page.read_text())] if page.is_file() else []
    return [f"docs/reference/commands.md: no row for {verb}, a verb of {path.relative_to(top)}"
            for path in sorted((top / "src/app").glob("*.cpp")) if "add_subcommand" in (text := path.read_text())
            for verb in VERB.findall(text) if not any(verb in row for row in rows)]


def dev_errors(top: Path) -> list[str]:
    script = top / "dev"
    if not script.is_file():
        return []
    text = script.read_text()
    listed = set(re.findall(r"^## ([a-z:]+)", text, re.M))
    return [f"dev: {verb} has no \"## {verb}\" line, which ./dev help reads"
            for verb in re.findall(r"^verb_([a-z:]+)\(\)", text, re.M) if verb not in listed]


def method_errors(top: Path) -> list[str]:
    pages = "".join(path.read_text() for path in sorted((top / "docs/explanation/statistics").glob("*.md")))
    return [f"docs/explanation/statistics: no example of {method}, a method of {path.relative_to(top)}"
            for path in sorted((top / "src/app").glob("analyse_*.cpp")) if not path.stem.endswith("_test")
            for method in METHOD.findall(path.read_text()) if not re.search(rf"maillage analyse {method}[ \n]", pages)]


def main() -> int:
    top = tree.root()
    return tree.report("commands", program_errors(top) + dev_errors(top) + method_errors(top))


sys.exit(main())
