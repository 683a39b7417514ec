#!/usr/bin/env python3
"""Fails when a Markdown link points at a file or a heading of this repository that does not exist."""
import re
import sys
import unicodedata
from pathlib import Path

import tree

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)


def anchors(path: Path) -> set[str]:
    found = set()
    for line in CODE.sub(lambda code: code[0].strip("`") if "\n" not in code[0] else "", path.read_text()).split("\n"):
        if match := re.match(r"#+\s+(.*)", line):
            text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", match[1]).strip().lower()
            kept = "".join(c for c in text if c in "-_ " or unicodedata.category(c)[0] in "LN")
            found.add(kept.replace(" ", "-"))
    return found


def main() -> int:
    top = tree.root()
    errors = []
    for path in tree.files(top, ".md"):
        name = path.relative_to(top).as_posix()
        text = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), path.read_text())
        for match in LINK.finditer(text):
            target, _, anchor = match[1].partition("#")
            if re.match(r"[a-z]+:", match[1]):
                continue
            file = (path.parent / target).resolve() if target else path
            line = text.count("\n", 0, match.start()) + 1
            if target.startswith("/") or not file.exists():
                errors.append(f"{name}:{line}: {match[1]} leads nowhere")
            elif anchor and file.suffix == ".md" and anchor not in anchors(file):
                errors.append(f"{name}:{line}: no heading for #{anchor}")
    return tree.report("links", errors)


sys.exit(main())
