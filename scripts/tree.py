"""What the checks share: the files of the repository, without what is built or installed."""
import os
import sys
from collections.abc import Iterator
from pathlib import Path

SKIPPED = {".git", "build", "var", "node_modules", "__pycache__", "test-results", "playwright-report"}


def root() -> Path:
    return Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()


def files(top: Path, *suffixes: str) -> Iterator[Path]:
    for folder, folders, names in os.walk(top):
        folders[:] = sorted(name for name in folders if name not in SKIPPED)
        for name in sorted(names):
            if not suffixes or name.endswith(suffixes):
                yield Path(folder, name)


def report(what: str, errors: list[str]) -> int:
    print("\n".join(errors) if errors else f"{what}: good")
    return 1 if errors else 0
