#!/usr/bin/env python3
"""Fails when docs/glossary.md is not what data/glossary says, or when a language lacks a word. `. --write` renews it."""
import sys
import tomllib

import tree

HEAD = """# Glossary

The words of the trade in the code, the pages and the documents. Written from `data/glossary/fr.toml` and
`data/glossary/en.toml` by `scripts/check_glossary.py . --write`; the application shows the same on its glossary page.

| Word | In French | In English | Article |
|---|---|---|---|
"""


def terms(top, language: str) -> dict[str, dict]:
    return {term["key"]: term for term in tomllib.loads((top / f"data/glossary/{language}.toml").read_text())["term"]}


def main() -> int:
    top = tree.root()
    french, english = terms(top, "fr"), terms(top, "en")
    errors = [f"data/glossary: {key} is in one language only" for key in sorted(set(french) ^ set(english))]
    page = HEAD + "".join(
        f"| **{term['word']}** | {term.get('expansion') or term['definition']} "
        f"| {english[key].get('expansion') or english[key]['definition']} | {term.get('article', '')} |\n"
        for key, term in french.items() if key in english)
    target = top / "docs/glossary.md"
    if "--write" in sys.argv:
        target.write_text(page)
    elif not target.exists() or target.read_text() != page:
        errors.append("docs/glossary.md: run scripts/check_glossary.py . --write")
    return tree.report("glossary", errors)


sys.exit(main())
