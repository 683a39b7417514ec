#!/usr/bin/env python3
"""refused.py COMPILER INCLUDE PROGRAM: the program compiles as it stands, and with WRONG defined the compiler
refuses it with the words of its first line ("// refused: …")."""
import subprocess
import sys

compiler, include, program = sys.argv[1:]


def compiled(*defined: str) -> subprocess.CompletedProcess:
    command = [compiler, "-std=c++23", "-fsyntax-only", "-I", include, *defined, program]
    return subprocess.run(command, capture_output=True, text=True)


with open(program, encoding="utf-8") as source:
    expected = source.readline().removeprefix("// refused:").strip()
right, wrong = compiled(), compiled("-DWRONG")
if right.returncode != 0:
    sys.exit("the right program does not compile:\n" + right.stderr)
if wrong.returncode == 0:
    sys.exit("the wrong program compiles")
if expected not in wrong.stderr:
    sys.exit(f"refused, but not for “{expected}”:\n" + wrong.stderr)
