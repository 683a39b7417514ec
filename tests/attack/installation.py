"""A demonstration town of the attack's own, its limits of pace taken away, and the session of its coordinator."""

import contextlib
import json
import pathlib
import socket
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

from maillage_site import MaillageSite  # noqa: E402


def two_free_ports():
    """The first of two neighbours: the residents' site stands beside the agents'."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            with contextlib.suppress(OSError):
                second.bind(("127.0.0.1", port + 1))
                return port


@contextlib.contextmanager
def installation():
    """(site, visitor who is signed in)."""
    with tempfile.TemporaryDirectory(prefix="maillage-attack-") as folder:
        pathlib.Path(folder).chmod(0o755)
        site = MaillageSite(ROOT, pathlib.Path(folder), two_free_ports())
        site.create()
        try:
            yield site, site.sign_in()
        finally:
            site.stop()


def answers(site):
    """(requests answered, breakdowns) by the log of both sites."""
    log = site.log.read_text(errors="replace")
    return log.count('"request"'), log.count('"breakdown"')


def addresses(visitor):
    """Every address that the site's own description names and that takes fields: each with all of its fields filled."""
    described = json.loads(visitor.page("/openapi.json"))
    for path, methods in sorted(described["paths"].items()):
        fields = {
            parameter["name"]: sample(parameter)
            for parameter in methods.get("get", {}).get("parameters", [])
            if parameter["in"] == "query"
        }
        if fields and "{" not in path.replace("{council}", ""):
            yield path.replace("{council}", "laval"), fields


# Values that the fields understand, so that what is appended to them travels as far as it can.
SAMPLES = {"page": "1", "size": "25", "from": "2026-01-01", "until": "2026-12-31", "before": "9", "account": "1",
           "state": "under_way", "sort": "code", "alarm": "late", "zoning": "quartier"}  # fmt: skip


def sample(parameter):
    schema = parameter.get("schema", {})
    return schema["enum"][0] if "enum" in schema else SAMPLES.get(parameter["name"], "abc")
