"""One process a tool, method and size: its line of figures, or why there is none."""
import os
import resource
import selectors
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from processes import cpu_seconds

HERE = Path(__file__).resolve().parent
# What reading the data and loading the packages may take; the limit counts from "ready".
LOADING = 600
# A calculation that waits this many times the limit, for other work or for itself, has passed it too.
WAITING = 15
SCIKIT = ("python3-sklearn", "python3-sklearn-lib", "python3-scipy", "python3-joblib", "python3-threadpoolctl",
          "python3-decorator")


@dataclass
class Timed:
    tool: str
    seconds: float | None = None
    cpu: float = 0.0
    runs: int = 0
    peak_mb: float = 0.0
    facts: dict[str, float] | None = None
    failure: str = ""  # "> 60 s", "> 8 GB" …


class Workers:
    def __init__(self, program: Path, folder: Path, limit: float, memory_gb: float):
        self.program, self.folder, self.limit, self.memory_gb = program, folder, limit, memory_gb
        self.scikit = folder / "scikit"

    def unpack_scikit(self) -> None:
        """Debian's packages beside us, not installed: their dependencies conflict with the Boost that we compile with."""
        if (self.scikit / "usr").exists():
            return
        self.scikit.mkdir(parents=True, exist_ok=True)
        subprocess.run(["apt-get", "download", "-qq", *SCIKIT], cwd=self.scikit, check=True)
        for package in self.scikit.glob("*.deb"):
            subprocess.run(["dpkg-deb", "-x", package, self.scikit], check=True)

    def command(self, tool: str, method: str, n: int) -> list[str]:
        peers, folder = HERE / "peers", str(self.folder)
        if tool == "maillage":
            return [str(self.program), method, str(n)]
        if tool == "scikit-learn":
            return ["/usr/bin/python3", str(peers / "scikit.py"), tool, method, str(n), folder]
        if tool in ("PostGIS", "PostgreSQL"):
            return [sys.executable, str(peers / "postgis.py"), tool, method, str(n), folder]
        return ["Rscript", "--vanilla", str(peers / "methods.R"), tool, method, str(n), folder]

    def run(self, tool: str, method: str, n: int) -> Timed:
        most = int(self.memory_gb * 2**30)
        environment = {**os.environ, "PYTHONPATH": str(self.scikit / "usr/lib/python3/dist-packages"),
                       "OMP_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"}
        child = subprocess.Popen(self.command(tool, method, n), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                 env=environment, start_new_session=True,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)))
        try:
            ready = (line(child, LOADING) or "").split()
            if ready[:1] != ["ready"]:
                return self.failed(tool, child)
            answer = self.answer(child, int(ready[1]) if len(ready) > 1 else child.pid)
            if answer is None:
                return Timed(tool, failure=f"> {self.limit:g} s")
            return self.parsed(tool, answer) if answer else self.failed(tool, child)
        finally:
            child.kill()
            child.communicate()

    def answer(self, child: subprocess.Popen, at_work: int) -> str | None:
        """The line of figures; nothing once the limit is passed, in processor time: other work on the machine must not
        end a calculation that would have been fast enough."""
        already, begun = cpu_seconds([at_work]), time.monotonic()
        while cpu_seconds([at_work]) - already <= self.limit + 3 and time.monotonic() - begun < WAITING * self.limit:
            found = line(child, 0.5)
            if found is not None:
                return found
        return None

    def failed(self, tool: str, child: subprocess.Popen) -> Timed:
        child.kill()
        said = child.communicate()[1] or ""
        if any(word in said.lower() for word in ("memory", "cannot allocate", "bad_alloc")):
            return Timed(tool, failure=f"> {self.memory_gb:g} GB")
        return Timed(tool, failure="failed: " + " ".join(said.split())[-160:])

    def parsed(self, tool: str, line: str) -> Timed:
        _, _, _, seconds, cpu, runs, peak, facts = line.split(",", 7)
        found = Timed(tool, float(seconds), float(cpu), int(runs), float(peak),
                      {name: float(value) for name, value in (one.split("=") for one in facts.split(";") if one)})
        if found.cpu > self.limit:
            found.failure = f"> {self.limit:g} s"
        return found


def line(child: subprocess.Popen, patience: float) -> str | None:
    """The next line, "" at the end, nothing when it does not come in time."""
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        return child.stdout.readline().strip() if selector.select(patience) else None


def limits(program: Path) -> dict[str, dict[str, float]]:
    """The machine's own: name, threads, value."""
    found: dict[str, dict[str, float]] = {}
    lines = subprocess.run([program], check=True, capture_output=True, text=True).stdout.split("\n")
    for line in filter(None, lines):
        name, threads, value, unit = line.split(",")
        found.setdefault(f"{name}, {unit}", {})[threads] = float(value)
    return found


def load() -> float:
    return round(os.getloadavg()[0], 2)


def now() -> str:
    return time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
