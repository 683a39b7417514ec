#!/usr/bin/env python3
"""Fails when the licence is not named by its SPDX identifier where tools look for it, when CHANGELOG.md lacks the
section of what comes next, or when the index of decisions differs from the decisions."""
import json
import re
import sys
from pathlib import Path

import tree

SPDX = "EUPL-1.2"
AUDIENCES = ("Agents", "Residents", "Administrators", "Developers")


def licence_errors(top: Path) -> list[str]:
    errors = []
    if f"SPDX-License-Identifier: {SPDX}" not in (top / "LICENSE.md").read_text():
        errors.append(f"LICENSE.md: the line SPDX-License-Identifier: {SPDX} is missing")
    if not re.search(rf"license:\s*{SPDX}", (top / "publiccode.yml").read_text()):
        errors.append(f"publiccode.yml: license is not {SPDX}")
    package = top / "package.json"
    if package.is_file() and json.loads(package.read_text()).get("license") != SPDX:
        errors.append(f"package.json: license is not {SPDX}")
    return errors


def changelog_errors(top: Path) -> list[str]:
    path = top / "CHANGELOG.md"
    if not path.is_file():
        return ["CHANGELOG.md is missing"]
    text = path.read_text()
    if not re.search(r"^## \[?Unreleased", text, re.M):
        return ["CHANGELOG.md: no section Unreleased"]
    return [f"CHANGELOG.md: nothing for {audience}" for audience in AUDIENCES if not re.search(rf"^### {audience}", text, re.M)]


def decision_errors(top: Path) -> list[str]:
    index = (top / "docs/adr/README.md").read_text()
    errors = [f"docs/adr/README.md: {path.name} is not listed"
              for path in sorted((top / "docs/adr").glob("[0-9]*.md")) if path.name not in index]
    for path in sorted((top / "docs/adr").glob("[0-9]*.md")):
        if "Checked by:" not in path.read_text():
            errors.append(f"docs/adr/{path.name}: no \"Checked by:\": what nothing checks decays")
    return errors


def main() -> int:
    top = tree.root()
    return tree.report("documents", licence_errors(top) + changelog_errors(top) + decision_errors(top))


sys.exit(main())
