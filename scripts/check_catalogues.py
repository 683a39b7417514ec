#!/usr/bin/env python3
"""Fails when a key of the sources lacks its sentence in a language, a sentence is unused, fuzzy or empty, a key
stands twice, or the arguments {name} of the languages differ."""
import re
import sys
from pathlib import Path

import tree

LANGUAGES = ("fr", "en")
LITERAL = re.compile(r'"([a-z0-9_]+(?:\.[a-z0-9_]+)+)"')
LOOKED_UP = re.compile(r'(?:\bwords\w*|\bplural|\bKey)\s*[({]\s*"([a-z0-9_.]+)"')
COMMENT = re.compile(r"^\s*//[^\n]*", re.M)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ARGUMENT = re.compile(r"\{(\w+)\}")


def entries(path: Path) -> list[tuple[str, list[str], bool]]:
    """(key, sentences, fuzzy) of each entry of a .po file."""
    found = []
    for block in re.split(r"\n\s*\n", path.read_text()):
        fields: list[tuple[str, str]] = []
        for line in block.split("\n"):
            if match := re.match(r"(msgid_plural|msgid|msgstr(?:\[\d\])?)\s", line):
                fields.append((match[1], ""))
            if fields and not line.startswith("#"):
                fields[-1] = (fields[-1][0], fields[-1][1] + "".join(STRING.findall(line)))
        key = next((text for name, text in fields if name == "msgid"), "")
        if key:
            sentences = [text for name, text in fields if name.startswith("msgstr")]
            found.append((key, sentences, bool(re.search(r"^#,.*fuzzy", block, re.M))))
    return found


def catalogue(folder: Path, errors: list[str]) -> dict[str, set[str]]:
    """Arguments of each key of one language."""
    known: dict[str, set[str]] = {}
    for path in sorted(folder.glob("*.po")):
        for key, sentences, fuzzy in entries(path):
            where = f"locales/{folder.name}/{path.name}: {key}"
            if fuzzy or not sentences or not all(sentences):
                errors.append(f"{where} is {'fuzzy' if fuzzy else 'empty'}")
            if key in known:
                errors.append(f"{where} stands twice")
            known[key] = set(ARGUMENT.findall(" ".join(sentences)))
    return known


def used_keys(top: Path) -> tuple[dict[str, str], set[str]]:
    """Keys that the sources need, with a place; and every literal that could be one."""
    needed: dict[str, str] = {}
    literals: set[str] = set()
    for path in [*tree.files(top / "src", ".cpp", ".hpp"), *tree.files(top / "web", ".ts")]:
        text = COMMENT.sub("", path.read_text())
        literals |= set(LITERAL.findall(text))
        if path.stem.endswith("_test"):  # the test of the catalogue asks for a key that does not exist
            continue
        place = path.relative_to(top).as_posix()
        for key in LOOKED_UP.findall(text):
            needed.setdefault(key, place)
    return needed, literals


def main() -> int:
    top = tree.root()
    errors: list[str] = []
    known = {language: catalogue(top / "locales" / language, errors) for language in LANGUAGES}
    needed, literals = used_keys(top)
    for language, keys in known.items():
        errors += [f"{place}: {key} has no sentence in locales/{language}"
                   for key, place in needed.items() if key not in keys]
    first, second = LANGUAGES
    for key in sorted(set(known[first]) | set(known[second])):
        missing = [language for language in LANGUAGES if key not in known[language]]
        if missing:
            errors.append(f"{key} stands in one language alone, not in {missing[0]}")
        elif known[first][key] != known[second][key]:
            errors.append(f"{key} has other arguments in {first} than in {second}")
        if key not in literals:
            errors.append(f"{key} is used nowhere")
    return tree.report(f"catalogues: {len(known[first])} sentences", sorted(set(errors)))


sys.exit(main())
