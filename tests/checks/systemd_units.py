"""The units of deploy/systemd keep their sandboxes: `systemd-analyze security` scores each, from 0 (all closed) to 10.

    systemd_units.py DEPLOY     scores every unit against its bar (R69: 1.5 for the sites)
    systemd_units.py --self D   the check itself: a site that may do more must not pass
"""

import pathlib
import re
import subprocess
import sys
import tempfile

BARS = {
    "maillage-site@.service": 1.5,
    "maillage-worker.service": 2.2,  # makes sandboxes for the programs it starts: namespaces stay open to it
}


def score(unit):
    """The exposure that systemd computes for a unit file, without a systemd that runs."""
    said = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", unit], capture_output=True, text=True, check=False
    )
    found = re.search(r"Overall exposure level for \S+: ([0-9.]+)", said.stdout)
    if not found:
        sys.exit(f"{unit}: {said.stderr or said.stdout}")
    return float(found.group(1))


def check(deploy):
    units = sorted(pathlib.Path(deploy, "systemd").glob("*.service"))
    unknown = {unit.name for unit in units} ^ BARS.keys()
    failed = bool(unknown)
    for name in sorted(unknown):
        print(f"{name}: a unit without a bar, or a bar without a unit")
    for unit in units:
        exposure, bar = score(unit), BARS.get(unit.name, 0)
        print(f"{unit.name}: {exposure} (at most {bar})")
        failed |= exposure > bar
    return 1 if failed else 0


def check_itself(deploy):
    unit = pathlib.Path(deploy, "systemd/maillage-site@.service").read_text()
    with tempfile.TemporaryDirectory() as folder:
        for line in ("NoNewPrivileges=yes", "SystemCallFilter=@system-service", "CapabilityBoundingSet="):
            weaker = pathlib.Path(folder, "weaker@.service")
            weaker.write_text(unit.replace(line + "\n", ""))
            print(f"without {line}: {score(weaker)}")
            if score(weaker) <= score(pathlib.Path(deploy, "systemd/maillage-site@.service")):
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(check_itself(sys.argv[2]) if sys.argv[1] == "--self" else check(sys.argv[1]))
