"""Times one statement of PostgreSQL or PostGIS on the bench's cluster. usage: postgis.py TOOL METHOD N FOLDER

The cluster listens on a socket in FOLDER/cluster and holds a table points_N (bench/peers/cluster.py makes both).
Prints "ready" and the server process that does the work, then method,tool,n,median_s,cpu_s,runs,peak_mb,facts (see bench/engine/method.hpp). Time is psql's, with
the answer; processor time and memory are those of the session's process, its shared buffers included."""
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

STATEMENTS = {
    "DBSCAN": """
        select 'clusters=' || count(distinct c) || ';noise=' || count(*) - count(c) || ';'
        from (select ST_ClusterDBSCAN(place, 50, 20) over () as c from {table}) as found""",
    "Counts-by-cell": """
        select 'cells=' || count(*) || ';events=' || sum(n) || ';largest=' || max(n) || ';'
        from (select cat, t / 43830 as month, floor(x / 500) as across, floor(y / 500) as along, count(*) as n
              from {table} group by 1, 2, 3, 4) as cells""",
    "Counts-by-month": """
        select 'cells=' || count(*) || ';events=' || sum(n) || ';largest=' || max(n) || ';'
        from (select cat, t / 43830 as month, count(*) as n from {table} group by 1, 2) as cells""",
}


class Session:
    """One psql, so that the figures of its server process can be read after each statement."""

    def __init__(self, folder: str):
        command = ["psql", "-h", f"{folder}/cluster", "-U", "bench", "-d", "postgres", "-qAt", "-v", "ON_ERROR_STOP=1"]
        self.psql = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process = Path("/proc") / self.ask("select pg_backend_pid();")[0]

    def ask(self, text: str) -> list[str]:
        self.psql.stdin.write(f"{text}\n\\echo end\n")
        self.psql.stdin.flush()
        lines = []
        for line in self.psql.stdout:
            if line.strip() == "end":
                return lines
            lines.append(line.strip())
        raise SystemExit("psql ended")

    def cpu_seconds(self) -> float:
        fields = (self.process / "stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_mb(self) -> float:
        return int(re.search(r"VmHWM:\s+(\d+)", (self.process / "status").read_text())[1]) / 1024


def main() -> None:
    tool, method, n, folder = sys.argv[1:]
    session = Session(folder)
    statement = STATEMENTS[method].format(table=f"points_{n}")
    session.ask("\\timing on\nset work_mem = '512MB';\nset jit = off;")
    print(f"ready {session.process.name}", flush=True)
    seconds, processor = [], []
    while True:
        ticks = session.cpu_seconds()
        answer = session.ask(statement + ";")
        facts = answer[0]
        seconds.append(float(re.search(r"Time: ([\d.]+) ms", answer[1])[1]) / 1000)
        processor.append(session.cpu_seconds() - ticks)
        if len(seconds) >= 201 or not (sum(seconds) < 0.5 or (len(seconds) < 3 and sum(seconds) < 2)):
            break
    print(f"{method},{tool},{n},{statistics.median(seconds):.9f},{statistics.mean(processor):.9f},{len(seconds)},"
          f"{session.peak_mb():.1f},{facts}")


main()
