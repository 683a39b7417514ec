#!/usr/bin/env python3
"""Fails on functions and words that have a better replacement here, and on traces of a machine."""
import re
import sys

import tree

CPP = (".cpp", ".hpp")
CODE = (*CPP, ".py", ".ts", ".mjs", ".sh", ".css", ".sql", ".cmake")
MARKS = "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X\\b"])
# pattern, suffixes, what to do instead
RULES = [
    (r"std::regex|#include <regex>", CPP, "parse by hand: std::regex is slow and recurses on hostile input"),
    (r"\b(?:std::)?system\s*\(|\bpopen\s*\(", CPP, "cluster::spawn or the sandbox: a shell is never started"),
    (r"^\s*using namespace\b(?! std::\w+_literals;)", CPP, "name what is used, or a namespace alias"),
    (r"\bstd::(?:cout|cerr|endl)\b", CPP, "the log, or fmt"),
    (r"\b(?:sprintf|strcpy|strcat|gets|atoi|atof|strtok)\s*\(", CPP, "fmt, std::string, std::from_chars"),
    (r"\bstd::(?:rand|srand|random_device)\b|\brand\(\)", CPP, "randomness enters as an argument (libsodium)"),
    (r"std::locale::global|\bsetlocale\s*\(", CPP, "the language is an argument of each request"),
    (r"\btx\.connection\(\)", CPP, "Tx::run: what bypasses it could leave a setting on the pooled connection"),
    (r"\bstd::thread\b", CPP, "std::jthread"),
    (r"GTEST_SKIP|DISABLED_|\btest\.(?:skip|fixme|only)\b", CODE, "a test runs or does not exist"),
    (r"\b(?:%s)" % MARKS, CODE, "do it, or file an issue"),
    (r"(?<![\w./-])/(?:root|work|farm|home/\w+)/", (*CODE, ".md", ".json", ".toml", ".yml", ".po", ".txt"),
     "no path of a machine"),
    (r"registry\.npmjs\.org|deb\.debian\.org|https?://[\w.-]*(?:artifact|mirror|proxy)", (*CODE, ".json", ".txt"),
     "no host of a registry: clients know theirs"),
]
# Where a refusal is a value and a breakdown passes through (docs/adr/0002): neither is caught nor thrown.
CALM = ("src/domain/", "src/engine/", "src/foundation/")
THROWING = ("src/foundation/check.hpp",                   # a broken invariant
            "src/domain/identity/submission_store.cpp")  # undoes the act of an attempt that was taken over
CATCH = re.compile(r"^[^/\n]*\b(?:catch\s*\(|throw\b)", re.M)
# What a rule finds and why it stays.
ALLOWED = {("tests/support/reference_data.hpp", "GTEST_SKIP")}  # figures of the reference files are not ours to publish
# Where a rule does not hold: the layer it protects, and functions outside our namespace.
ELSEWHERE = {RULES[2][0]: "tests/fuzz/", r"\btx\.connection\(\)": "src/platform/db/"}
COMPILED = [(re.compile(pattern, re.M), suffixes, instead) for pattern, suffixes, instead in RULES]


def main() -> int:
    top = tree.root()
    errors = []
    for path in tree.files(top, *CODE, ".md", ".json", ".toml", ".yml", ".po", ".txt"):
        name = path.relative_to(top).as_posix()
        if name.startswith(("data/", "scripts/check_words", "scripts/tests/", "tests/compile_fail/")):
            continue
        text = path.read_text(errors="replace")
        if name.startswith(CALM) and name.endswith(CPP) and name not in THROWING and not path.stem.endswith("_test"):
            errors += [f"{name}:{text.count(chr(10), 0, found.start()) + 1}: a refusal is a value; a breakdown passes"
                       for found in CATCH.finditer(text)]
        for pattern, suffixes, instead in COMPILED:
            if name.startswith(ELSEWHERE.get(pattern.pattern, "\0")):
                continue
            if name.endswith(suffixes):
                errors += [f"{name}:{text.count(chr(10), 0, found.start()) + 1}: {found[0].strip()}: {instead}"
                           for found in pattern.finditer(text) if (name, found[0].strip()) not in ALLOWED]
    return tree.report("words", errors)


sys.exit(main())
