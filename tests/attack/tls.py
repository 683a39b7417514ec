"""testssl.sh on the nginx example that is shipped: protocols, ciphers, forward secrecy and the known holes of TLS; first on
an nginx that allows what is long broken. The certificate is not judged: it is the test's own.

    tls.py
"""

import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
HARMLESS = {"OK", "INFO", "LOW"}
# BREACH: what a visitor types never stands beside a secret in a compressed page, and each page's token differs. The other
# is of the tool itself: no GOST beside its OpenSSL.
EXPLAINED = {"BREACH", "engine_problem"}


def faults(address):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "report.json")
        said = subprocess.run(
            ["testssl", "--quiet", "--color", "0", "--ip", "one", "-p", "-s", "-f", "-U", "--jsonfile", str(out), address],
            capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        if not out.exists():
            sys.exit(said.stdout[-3000:] + said.stderr[-3000:])
        found = json.loads(out.read_text())
    judged = [case for case in found if case["severity"] != "INFO"]
    return len(judged), [
        f"{case['severity']} {case['id']}: {case['finding']}"
        for case in judged
        if case["severity"] not in HARMLESS and case["id"] not in EXPLAINED
    ]


def on(deploy):
    """(what was judged, faults) of an nginx that runs the example of a deploy folder."""
    command = [sys.executable, str(ROOT / "tests/checks/nginx_example.py"), str(deploy), "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        try:
            return faults(server.stdout.readline().strip())
        finally:
            server.stdin.close()


def weakened(folder):
    """The example with protocols and ciphers of before 2015."""
    shipped = ROOT.joinpath("deploy/nginx/maillage.conf").read_text()
    lines = ["ssl_protocols TLSv1 TLSv1.1 TLSv1.2;" if line.startswith("ssl_protocols") else line for line in shipped.splitlines()]
    lines = ["ssl_ciphers ALL:@SECLEVEL=0;" if line.startswith("ssl_ciphers") else line for line in lines]
    pathlib.Path(folder, "nginx").mkdir()
    pathlib.Path(folder, "nginx/maillage.conf").write_text("\n".join(lines))
    return folder


def main():
    with tempfile.TemporaryDirectory() as folder:
        if not on(weakened(folder))[1]:
            sys.exit("testssl.sh finds nothing in an example made weak on purpose")
    judged, found = on(ROOT / "deploy")
    print("\n".join([*found, f"testssl.sh: {judged} points judged, {len(found)} faults"]))
    return 1 if found or not judged else 0


if __name__ == "__main__":
    sys.exit(main())
