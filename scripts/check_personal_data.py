#!/usr/bin/env python3
"""Fails when a column of db/schema.sql has no privacy class in db/personal_data/<slice>.toml, or the reverse.

    [identity.account]
    none = ["id", "council_id"]                       # columns that say nothing about a person
    name = { class = "personal", basis = "CRPA…", retention = "mandate + 1 year" }

Classes: none, pseudonym, personal, sensitive. Every class but none has a legal basis and a retention."""
import re
import sys
import tomllib
from pathlib import Path

import tree

CLASSES = {"none", "pseudonym", "personal", "sensitive"}
TABLE = re.compile(r"^CREATE (?:UNLOGGED )?TABLE (\w+)\.(\w+) \((.*?)^\)", re.S | re.M)
COLUMN = re.compile(r'^    "?(\w+)"? ', re.M)
NOT_COLUMNS = {"CONSTRAINT", "PRIMARY", "CHECK", "UNIQUE", "FOREIGN", "EXCLUDE"}


def columns_of_the_schema(dump: str) -> dict[str, set[str]]:
    return {f"{schema}.{table}": {name for name in COLUMN.findall(body) if name not in NOT_COLUMNS}
            for schema, table, body in TABLE.findall(dump) if schema != "maillage_meta"}


def tables_of(document: dict) -> list[tuple[str, dict]]:
    """[identity.account] and ["identity.account"] say the same."""
    found = []
    for key, value in document.items():
        found += [(key, value)] if "." in key else [(f"{key}.{table}", columns) for table, columns in value.items()]
    return found


def listed_columns(folder: Path, errors: list[str]) -> dict[str, set[str]]:
    listed: dict[str, set[str]] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, columns in tables_of(tomllib.loads(path.read_text())):
            known = listed.setdefault(name, set())
            compact = columns.pop("none", []) if isinstance(columns.get("none"), list) else []
            for column in [*compact, *columns]:
                if column in known:
                    errors.append(f"{path.name}: {name}.{column} stands twice")
                known.add(column)
            for column, entry in columns.items():
                kind = entry.get("class") if isinstance(entry, dict) else None
                if kind not in CLASSES:
                    errors.append(f"{path.name}: {name}.{column} has no class among {', '.join(sorted(CLASSES))}")
                elif kind != "none" and not (entry.get("basis") and entry.get("retention")):
                    errors.append(f"{path.name}: {name}.{column} has no basis or no retention")
    return listed


def main() -> int:
    top = tree.root()
    schema = top / "db/schema.sql"
    if not schema.is_file():
        return tree.report("personal data", ["db/schema.sql is missing: ./dev db:dump"])
    errors: list[str] = []
    present = columns_of_the_schema(schema.read_text())
    listed = listed_columns(top / "db/personal_data", errors)
    for table, columns in present.items():
        errors += [f"{table}.{column} has no line in db/personal_data/" for column in sorted(columns - listed.get(table, set()))]
    for table, columns in listed.items():
        errors += [f"{table}.{column} is listed and does not exist" for column in sorted(columns - present.get(table, set()))]
    return tree.report(f"personal data: {sum(map(len, present.values()))} columns", errors)


sys.exit(main())
