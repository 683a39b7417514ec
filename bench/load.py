"""One burst of requests at one address with wrk, and what it measured."""
import json
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).with_name("percentiles.lua")


def burst(url: str, connections: int, seconds: float, headers: dict[str, str], fewest: int) -> dict:
    """Latencies in milliseconds and requests a second; `failed` counts every answer that was no 2xx.

    A burst that got fewer than `fewest` answers is begun again, long enough for them."""
    while True:
        measured = one_burst(url, connections, seconds, headers)
        if measured["failed"] or measured["requests"] >= fewest:
            return measured
        seconds *= max(2, 1.2 * fewest / max(1, measured["requests"]))


def one_burst(url: str, connections: int, seconds: float, headers: dict[str, str]) -> dict:
    command = ["wrk", "-t", str(min(2, connections)), "-c", str(connections), "-d", f"{seconds:g}s",
               "--timeout", "30s", "-s", str(SCRIPT)]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    output = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    return json.loads(output.splitlines()[-1])
