#!/usr/bin/env python3
"""Fails when the licence is not named by its SPDX identifier where tools look for it, when publiccode.yml lacks a
mandatory key, when CHANGELOG.md lacks the section of what comes next or says a thing twice, when the index of decisions
differs from the decisions, when a rule that the code cites is explained nowhere, when a
page of the help differs between the languages, or when a page of the first screen has
lines beyond 120 columns."""
import json
import re
import sys
from pathlib import Path

import tree

SPDX = "EUPL-1.2"
# Mandatory in publiccode.yml 0.4; `url` apart, which nobody knows before the repository is published.
MANDATORY = ("publiccodeYmlVersion", "name", "platforms", "developmentStatus", "softwareType", "description", "legal",
             "maintenance", "localisation", "shortDescription", "longDescription", "features", "license", "type",
             "localisationReady", "availableLanguages")
SCOPES = set("""agriculture culture defence education emergency-services employment energy environment
finance-and-economic-development foreign-affairs government healthcare infrastructures justice local-authorities
manufacturing research science-and-technology security society sport tourism transportation welfare""".split())
FIRST_SCREEN = ("README.md", "LISEZMOI.md", "CHANGELOG.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "STYLE.md")
RULE = re.compile(r"\b(?:R-[A-Z]+|GOV|COM|EVA|CTX)-\d+\b")
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


def publiccode_errors(top: Path) -> list[str]:
    text = (top / "publiccode.yml").read_text()
    errors = [f"{key} is missing" for key in MANDATORY if not re.search(rf"^\s*{key}:", text, re.M)]
    address = re.search(r"^url:\s*\"?([^\s\"]*)", text, re.M)
    if address is None and not re.search(r"^#.*\burl\b", text, re.M):
        errors.append("url is missing, and no comment says why")
    if address and not re.match(r"https://(?!(?:[\w.-]*\.)?(?:example|invalid|localhost|test)\b)", address[1]):
        errors.append("url is no address of a repository")
    listed = re.search(r"^\s*scope:\s*\[([^\]]*)\]", text, re.M)
    errors += [f"{scope} is no scope of the standard" for scope in re.findall(r"[\w-]+", listed[1] if listed else "")
               if scope not in SCOPES]
    if bool(re.search(r"^softwareVersion:", text, re.M)) != bool(re.search(r"^releaseDate:", text, re.M)):
        errors.append("softwareVersion and releaseDate: both or neither")
    for kind, least, most in (("shortDescription", 1, 150), ("longDescription", 150, 10_000)):
        for found in re.finditer(rf"^ *{kind}:(?: \|)?((?: \S.*)?\n(?:      .*\n)*)", text, re.M):
            size = len(" ".join(found[1].split()))
            if not least <= size <= most:
                errors.append(f"{kind} has {size} characters, not {least} to {most}")
    return [f"publiccode.yml: {error}" for error in errors]


def width_errors(top: Path) -> list[str]:
    """Tables and pictures stand on one line, whatever their length."""
    return [f"{name}:{number}: {len(line)} columns, at most 120"
            for name in FIRST_SCREEN if (top / name).is_file()
            for number, line in enumerate((top / name).read_text().split("\n"), 1)
            if len(line) > 120 and not line.startswith(("|", "!["))]


def changelog_errors(top: Path) -> list[str]:
    path = top / "CHANGELOG.md"
    if not path.is_file():
        return ["CHANGELOG.md is missing"]
    text = path.read_text()
    if not re.search(r"^## \[?Unreleased", text, re.M):
        return ["CHANGELOG.md: no section Unreleased"]
    errors = [f"CHANGELOG.md: nothing for {audience}" for audience in AUDIENCES
              if not re.search(rf"^### {audience}", text, re.M)]
    items = re.findall(r"^- .*(?:\n  .*)*", text, re.M)
    errors += [f"CHANGELOG.md: \"{item[2:60]}\" stands twice" for item in sorted(set(items)) if items.count(item) > 1]
    if re.search(r"^(?:- |  \S).*\n\n- ", text, re.M):
        errors.append("CHANGELOG.md: an item after a blank line: the list is split")
    return errors


def decision_errors(top: Path) -> list[str]:
    index = (top / "docs/adr/README.md").read_text()
    errors = [f"docs/adr/README.md: {path.name} is not listed"
              for path in sorted((top / "docs/adr").glob("[0-9]*.md")) if path.name not in index]
    for path in sorted((top / "docs/adr").glob("[0-9]*.md")):
        if "Checked by:" not in path.read_text():
            errors.append(f"docs/adr/{path.name}: no \"Checked by:\": what nothing checks decays")
    return errors


def help_errors(top: Path) -> list[str]:
    """A page of the help has the same headings, in number and level, in both languages."""
    pages: dict[str, dict[str, list[str]]] = {}
    for path in sorted((top / "docs/aide").glob("*/*.md")):
        pages.setdefault(path.name, {})[path.parent.name] = re.findall(r"^#+(?= )", path.read_text(), re.M)
    return [f"docs/aide: {name} has other headings in fr than in en" for name, of in pages.items()
            if of.get("fr") != of.get("en")]


def rule_errors(top: Path) -> list[str]:
    """An id that the code cites is explained; "GOV-1 to GOV-9" explains all of them."""
    page = top / "docs/reference/rules.md"
    text = page.read_text() if page.is_file() else ""
    known = set(RULE.findall(text))
    for first, last in re.findall(r"(\w+-\d+) to (\w+-\d+)", text):
        kind, start = first.rsplit("-", 1)
        known |= {f"{kind}-{number}" for number in range(int(start), int(last.rsplit("-", 1)[1]) + 1)}
    return [f"{path.relative_to(top)}: {rule} has no row in docs/reference/rules.md"
            for path in tree.files(top / "src", ".cpp", ".hpp", ".sql") for rule in sorted(set(RULE.findall(path.read_text())))
            if rule not in known]


def main() -> int:
    top = tree.root()
    return tree.report("documents", licence_errors(top) + publiccode_errors(top) + width_errors(top)
                       + changelog_errors(top) + decision_errors(top) + rule_errors(top) + help_errors(top))


sys.exit(main())
