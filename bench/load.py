"""One burst of requests at one address with wrk, and what it measured."""
import json
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).with_name("percentiles.lua")


def burst(url: str, connections: int, seconds: float, headers: dict[str, str]) -> dict:
    """Latencies in milliseconds and requests a second; `failed` counts every answer that was no 2xx."""
    command = ["wrk", "-t", str(min(2, connections)), "-c", str(connections), "-d", f"{seconds:g}s",
               "--timeout", "30s", "-s", str(SCRIPT)]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    output = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    return json.loads(output.splitlines()[-1])
