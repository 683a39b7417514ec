"""sqlmap on every field of every address that the site describes, on a code in a path, and on the sign-in form; first on
a program with a known hole, so that "nothing found" means something.

    sql.py [--level 1-5]
"""

import argparse
import re
import subprocess
import sys
import tempfile
import urllib.parse

from hole import hole
from installation import addresses, answers, installation


def injectable(url, level, *more):
    """Whether sqlmap gets a statement of its own through."""
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(
            ["sqlmap", "-u", url, "--batch", "--disable-coloring", f"--level={level}", "--risk=1", "--threads=2",
             "--skip-waf", "--flush-session", f"--output-dir={folder}", *more],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    found = re.search(r"identified the following injection point.*?\n---\n(.*?)\n---", said.stdout, re.S)
    if found:
        print(f"{url}\n{found.group(1)}")
    elif "all tested parameters do not appear to be injectable" not in said.stdout:
        sys.exit(f"sqlmap could not test {url}\n{said.stdout[-3000:]}{said.stderr}")
    return found is not None


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--level", type=int, default=1)
    level = arguments.parse_args().level
    with hole() as url:
        if not injectable(f"{url}/?q=abc", level, "--dbms=SQLite"):
            sys.exit("sqlmap does not find the hole that was made for it")
    tested, holes = 0, []
    with installation() as (site, visitor):
        own = [f"--cookie={visitor.cookie_header()}", "--dbms=PostgreSQL"]
        targets = [(f"{site.base}{path}?{urllib.parse.urlencode(fields)}", own) for path, fields in addresses(visitor)]
        targets.append((f"{site.base}/laval/actions/PRE-1*", own))
        targets.append(
            (f"{site.base}/sign-in", ["--data=email=a%40b.example&password=abc", f"--headers=Origin: {site.base}",
                                      "--dbms=PostgreSQL", "--ignore-code=*"])
        )  # fmt: skip
        for url, more in targets:
            hole = injectable(url, level, *more)
            shown = urllib.parse.urlsplit(url)
            fields = len(urllib.parse.parse_qs(shown.query)) or (2 if shown.path == "/sign-in" else 1)
            tested += fields
            print(f"{shown.path}: {fields} fields, {'INJECTABLE' if hole else 'nothing'}", flush=True)
            holes += [shown.path] if hole else []
        answered, broken = answers(site)
    print(f"sqlmap: {len(targets)} addresses, {tested} fields, {answered} requests, {len(holes)} holes, {broken} breakdowns")
    return 1 if holes or broken else 0


if __name__ == "__main__":
    sys.exit(main())
