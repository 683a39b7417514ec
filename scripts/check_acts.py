#!/usr/bin/env python3
"""Fails when an act that the sources write into the journal has no words in journal_words.cpp, or one that has words is
written nowhere. The acts that are put together from a name (kinds of change, rights) are held by tests of app."""
import re
import sys
from pathlib import Path

import tree

WORDED = Path("src/domain/identity/journal_words.cpp")
# From the call that writes an entry to the end of its statement: note_act(…), audit_own(…), .act = …
WRITING = re.compile(r"(?:\bnote\w*\(|\baudit_own\()[^;]*;|\.act = [^,;]*[,;]")
ACT = re.compile(r'(?<!words\()"([a-z_]+\.[a-z_]+\.[a-z_]+)"')


def main() -> int:
    top = tree.root()
    worded = set(re.findall(r'\{"([a-z_.]+)", ActArea::', (top / WORDED).read_text()))
    written: dict[str, str] = {}
    for path in tree.files(top / "src", ".cpp", ".hpp"):
        if path.stem.endswith("_test"):
            continue
        for statement in WRITING.findall(path.read_text()):
            for act in ACT.findall(statement):
                written.setdefault(act, path.relative_to(top).as_posix())
    errors = [f"{place}: the act {act} has no words in {WORDED}" for act, place in written.items() if act not in worded]
    errors += [f"{WORDED}: the act {act} is written nowhere"
               for act in sorted(worded) if act.count(".") == 2 and act not in written]
    return tree.report(f"acts: {len(worded)} with words", errors)


sys.exit(main())
