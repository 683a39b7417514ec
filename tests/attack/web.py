"""wapiti walks both sites as a visitor and the agents' as their coordinator, and attacks every form and field it meets;
first a program with a known hole. What it reports is compared with what is known and explained below; anything else fails.

    web.py [--seconds N]
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from door import door
from hole import hole
from installation import answers, installation

MODULES = "crlf,exec,file,permanentxss,redirect,sql,ssrf,xss,xxe,timesql,csp,http_headers,cookieflags,methods,backup,htaccess"

# What wapiti says and is no weakness here, with the reason.
EXPLAINED = {
    "HTTP Secure Headers": re.compile(r"X-XSS-Protection|Strict-Transport-Security"),  # obsolete; sent behind TLS alone
}


def report(url, seconds):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "report.json")
        command = ["wapiti", "-u", url + "/", "--scope", "folder", "-m", MODULES, "-f", "json", "-o", str(out), "--flush-session",
                   "--max-scan-time", str(seconds), "--max-links-per-page", "60", "-d", "4", "--store-session", folder,
                   "--no-bugreport", "-H", f"Origin: {url}"]  # fmt: skip
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        if not out.exists():
            sys.exit(said.stdout[-3000:] + said.stderr[-3000:])
        return json.loads(out.read_text())


def findings(found):
    return {**found["vulnerabilities"], **found["anomalies"]}.items()


def unexplained(found):
    for kind, cases in findings(found):
        for case in cases:
            known = EXPLAINED.get(kind)
            if not (known and known.search(case["info"])):
                yield f"{kind}: {case['method']} {case['path']} {case['info']}"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seconds", type=int, default=600, help="longest time of each attack on each of three walks")
    seconds = arguments.parse_args().seconds
    with hole() as url:
        if "Cross Site Scripting" not in {kind for kind, cases in findings(report(url, seconds)) if cases}:
            sys.exit("wapiti does not find the hole that was made for it")
    faults = []
    with installation() as (site, visitor):
        agents, public = (f"http://127.0.0.1:{site.ports[name]}" for name in ("agents", "public"))
        with door(agents, visitor.cookie_header()) as signed_in:
            walks = {"a visitor of the residents' site": public, "a visitor of the agents' site": agents,
                     "the coordinator": signed_in}  # fmt: skip
            before = answers(site)[0]
            for who, url in walks.items():
                now = sorted(set(unexplained(report(url, seconds))))
                after = answers(site)[0]
                print(f"{who}: {after - before} requests, {len(now)} findings", flush=True)
                faults += [f"{who}: {fault}" for fault in now]
                before = after
        broken = answers(site)[1]
    print("\n".join([*faults, f"wapiti: {len(faults)} findings, {broken} breakdowns"]))
    return 1 if faults or broken else 0


if __name__ == "__main__":
    sys.exit(main())
