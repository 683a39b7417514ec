#!/usr/bin/env python3
"""`./dev new`: a beginning from a template, so that the easy way is the right way.

new.py slice NAME | query SLICE NAME | adr TITLE…"""
import datetime
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "scripts/templates"
NAME = re.compile(r"[a-z][a-z0-9_]*")


def write(path: Path, text: str) -> None:
    if path.exists():
        sys.exit(f"{path.relative_to(ROOT)} exists")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    print(path.relative_to(ROOT))


def new_slice(name: str) -> None:
    slices = tomllib.loads((ROOT / "scripts/architecture.toml").read_text())["slices"]
    if name not in slices:
        sys.exit(f"declare {name} in scripts/architecture.toml first: which slices may it use?")
    write(ROOT / f"src/domain/{name}/api.hpp", (TEMPLATES / "api.hpp").read_text().replace("SLICE", name))
    migration = f"create schema {name};\ngrant usage on schema {name} to maillage_app;\n\n"
    stamp = datetime.datetime.now(datetime.UTC).strftime("%Y%m%d-%H%M")
    write(ROOT / f"src/domain/{name}/migrations/{stamp}-{name.replace('_', '-')}.sql",
          migration + (TEMPLATES / "migration.sql").read_text().replace("SLICE", name))
    write(ROOT / f"db/personal_data/{name}.toml", f'[{name}.thing]\nnone = ["id", "council_id"]\n')


def new_query(slice_name: str, name: str) -> None:
    if not (ROOT / "src/domain" / slice_name).is_dir():
        sys.exit(f"there is no slice {slice_name}")
    write(ROOT / f"src/domain/{slice_name}/sql/{name}.sql",
          (TEMPLATES / "query.sql").read_text().replace("SLICE", slice_name))


def new_decision(title: str) -> None:
    folder = ROOT / "docs/adr"
    number = max((int(path.name[:4]) for path in folder.glob("[0-9]*.md")), default=0) + 1
    stem = f"{number:04}-" + re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    text = (TEMPLATES / "adr.md").read_text().replace("NUMBER", f"{number:04}").replace("TITLE", title)
    write(folder / f"{stem}.md", text.replace("DATE", datetime.date.today().isoformat()))
    with (folder / "README.md").open("a") as index:
        index.write(f"| {number:04} | [{title}]({stem}.md) |\n")


def main() -> None:
    match sys.argv[1:]:
        case ["slice", name] if NAME.fullmatch(name):
            new_slice(name)
        case ["query", slice_name, name] if NAME.fullmatch(name):
            new_query(slice_name, name)
        case ["adr", *title] if title:
            new_decision(" ".join(title))
        case _:
            sys.exit(__doc__)


main()
