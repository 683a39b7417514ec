#!/usr/bin/env python3
"""refused.py COMPILER INCLUDE PRECOMPILED SOURCE: a header is precompiled; a program compiles as it stands, and
with WRONG defined the compiler refuses it with the words of its first line ("// refused: …")."""
import subprocess
import sys

compiler, include, precompiled, source = sys.argv[1:]


def run(*arguments: str) -> subprocess.CompletedProcess:
    command = [compiler, "-std=c++23", "-I", include, *arguments, source]
    return subprocess.run(command, capture_output=True, text=True)


def compiled(*defined: str) -> subprocess.CompletedProcess:
    return run("-fsyntax-only", "-include-pch", precompiled, *defined)


def verdict() -> str | None:
    if source.endswith(".hpp"):
        made = run("-x", "c++-header", "-o", precompiled)
        return made.stderr if made.returncode != 0 else None
    with open(source, encoding="utf-8") as program:
        expected = program.readline().removeprefix("// refused:").strip()
    right, wrong = compiled(), compiled("-DWRONG")
    if right.returncode != 0:
        return "the right program does not compile:\n" + right.stderr
    if wrong.returncode == 0:
        return "the wrong program compiles"
    if expected not in wrong.stderr:
        return f"refused, but not for “{expected}”:\n" + wrong.stderr
    return None


sys.exit(verdict())
