"""A PostgreSQL cluster of the bench's own with PostGIS, on a socket in its folder, and the points as tables."""
import shutil
import subprocess
from pathlib import Path

from processes import Process, as_service, give_to_service

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '{folder}'
shared_buffers = 1GB
fsync = off
jit = off
max_parallel_workers_per_gather = 2
dynamic_shared_memory_type = posix
"""
TABLE = """\
create table {table} (id int, x float8, y float8, t bigint, cat int);
copy {table} from stdin csv header;
alter table {table} add place geometry(point);
update {table} set place = ST_MakePoint(x, y);
create index on {table} using gist (place);
vacuum full analyze {table};
"""


class Cluster:
    def __init__(self, folder: Path):
        self.folder = folder / "cluster"
        self.process: Process | None = None

    def start(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        give_to_service(self.folder)
        initdb = [str(PROGRAMS / "initdb"), "-D", str(self.folder), "-A", "trust", "-U", "bench", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(as_service(initdb), check=True, capture_output=True, cwd="/")
        (self.folder / "postgresql.auto.conf").write_text(SETTINGS.format(folder=self.folder))
        self.process = Process(as_service([str(PROGRAMS / "postgres"), "-D", str(self.folder)]),
                               self.folder.parent / "postgresql.log", cwd="/")
        ready = [str(PROGRAMS / "pg_isready"), "-q", "-h", str(self.folder)]
        self.process.wait_for(lambda: subprocess.run(ready).returncode == 0, 60)
        self.psql("create extension postgis")

    def psql(self, text: str) -> None:
        subprocess.run(["psql", "-h", str(self.folder), "-U", "bench", "-d", "postgres", "-qAt", "-v",
                        "ON_ERROR_STOP=1"], input=text, text=True, check=True, capture_output=True)

    def load(self, n: int, points: Path) -> None:
        before, after = TABLE.format(table=f"points_{n}").split("copy")
        copy, rest = after.split("\n", 1)
        self.psql(f"{before}copy{copy}\n{points.read_text()}\\.\n{rest}")

    def stop(self) -> None:
        if self.process:
            self.process.stop()
            self.process = None
        shutil.rmtree(self.folder, ignore_errors=True)
