#!/usr/bin/env python3
"""Fails when an .sql file of a slice is more than one statement, or changes its session: the pool relies on
connections that come back as they were lent. In migrations: every view reads with the rights of who asks, and
nobody may truncate. (tests/database reads the migrated catalogue for the rest.)"""
import re
import sys
from pathlib import Path

import tree

PROSE = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", re.S)
# What would outlive the transaction on a pooled connection.
SESSION = re.compile(r"\b(set\s+(?!local\b)\w+\s*(?:=|to\b)|set_config\s*\(|reset\b|listen\b|unlisten\b|with\s+hold|"
                     r"create\s+temp|into\s+temp|pg_advisory_lock|pg_try_advisory_lock\s*\(|prepare\b|deallocate\b|"
                     r"discard\b|load\b|copy\s)", re.I)
START = re.compile(r"\s*(select|insert|update|delete|with|values|notify|merge)\b")
VIEW = re.compile(r"create\s+(?:or\s+replace\s+)?(?:materialized\s+)?view\s+([\w.]+)(.*?)\bas\b", re.S)

def without_prose(text: str) -> str:
    return PROSE.sub(lambda part: re.sub(r"[^\n]", " ", part[0]), text)


def statement_errors(name: str, text: str) -> list[str]:
    code = without_prose(text).strip()
    errors = []
    if not START.match(code):
        errors.append(f"{name}: a statement begins in lower case with select, insert, update, delete or with")
    if ";" in code.rstrip(";"):
        errors.append(f"{name}: one statement a file")
    # "update … set x = …" and "do update set" are no settings.
    settings = re.sub(r"\bset\b(?!\s+(?:session|time|role)\b)", " ", code) if re.search(r"\bupdate\b", code) else code
    errors += [f"{name}: {found[0].strip()} would stay on the pooled connection" for found in SESSION.finditer(settings)]
    return errors


def migration_errors(name: str, text: str) -> list[str]:
    code = without_prose(text)
    errors = [f"{name}: view {view} is not security_invoker" for view, options in VIEW.findall(code)
               if not re.search(r"security_invoker\s*(?:=\s*true)?", options)]
    if re.search(r"\bgrant\s(?:(?!\bon\b)[^;])*\b(?:truncate|all)\b(?:(?!\bon\b)[^;])*\son\s[^;]*\bto\s+maillage_(?:app|public)", code):
        errors.append(f"{name}: truncate, which ignores row-level security, is granted")
    return errors


def main() -> int:
    top = tree.root()
    errors, count = [], 0
    for path in tree.files(top / "src", ".sql"):
        name, text = path.relative_to(top).as_posix(), path.read_text()
        count += 1
        if path.parent.name == "sql":
            errors += statement_errors(name, text)
        else:
            errors += migration_errors(name, text)
    return tree.report(f"sql: {count} files", errors)


sys.exit(main())
