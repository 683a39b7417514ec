"""An installation of Maillage of the bench's own: private cluster, demonstration council, invented growth."""
import json
import re
import shutil
import statistics
import subprocess
import time
from pathlib import Path

from browser import Visitor
from processes import Process, children_of, command_of, family_of, proportional_mb, resident_mb

ACCOUNT, PASSWORD = "coordination@laval.example", "demonstration-laval-2026"

CONFIGURATION = """\
[sites.agents]
port = {agents}
[sites.public]
port = {public}
[cluster]
folder = "{folder}/cluster"
[context]
key_file = "{folder}/context.key"
[assets]
folder = "{root}/build/web"
[locales]
folder = "{root}/build/release/locales"
[help]
folder = "{root}/docs/aide"
[data]
folder = "{root}/data"
[http]
requests_per_second = 0
[session]
idle_minutes = 240
absolute_hours = 24
"""


class MaillageSite:
    def __init__(self, root: Path, folder: Path, port: int):
        self.root, self.folder = root, folder / "maillage"
        self.program = root / "build/release/src/maillage"
        self.config = folder / "maillage.toml"
        self.base = f"http://127.0.0.1:{port}"
        self.ports = {"agents": port, "public": port + 1}
        self.log = folder / "maillage.log"
        self.process: Process | None = None

    def create(self) -> float:
        """Seconds from nothing to both sites serving: cluster, migrations, demonstration council."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.config.write_text(CONFIGURATION.format(root=self.root, folder=self.folder, **self.ports))
        return self.start()

    def start(self) -> float:
        begun = time.monotonic()
        self.process = Process([str(self.program), "--config", str(self.config), "up", "--demo"], self.log)
        self.process.wait_for(lambda: "READY " in self.log.read_text(errors="replace"), 600)
        return time.monotonic() - begun

    def processes(self) -> list[int]:
        return family_of(self.process.pid)

    def stop(self) -> None:
        if self.process:
            self.process.stop()
            self.process = None

    def restart(self, times: int) -> float:
        """Median of several starts on what is already there."""
        seconds = []
        for _ in range(times):
            self.stop()
            seconds.append(self.start())
        return statistics.median(seconds)

    def grow(self, actions: int, accounts: int) -> None:
        subprocess.run([self.program, "--config", self.config, "demo", "--actions", str(actions),
                        "--accounts", str(accounts)], check=True)
        self.sql("vacuum analyze")

    def sql(self, statement: str) -> str:
        return subprocess.run(["psql", "-h", str(self.socket()), "-U", "maillage_admin", "-d", "maillage", "-qAtc",
                               statement], check=True, capture_output=True, text=True).stdout.strip()

    def socket(self) -> Path:
        return next(self.folder.rglob(".s.PGSQL.*[0-9]")).parent

    def counts(self) -> dict[str, int]:
        tables = {"actions": "strategy.action", "updates": "strategy.news", "steps": "strategy.step",
                  "accounts": "identity.account"}
        return {name: int(self.sql(f"select count(*) from {table}")) for name, table in tables.items()}

    def sign_in(self) -> Visitor:
        visitor = Visitor(self.base)
        status, _, _ = visitor.request("POST", "/sign-in", {"email": ACCOUNT, "password": PASSWORD})
        if status != 303:
            raise RuntimeError(f"signing in to Maillage answered {status}")
        return visitor

    def pages(self, visitor: Visitor) -> dict[str, str]:
        table = "/laval/actions?size=200"
        code = re.search(r"/laval/actions/([A-Z]+-1[0-9]{3})\b", visitor.page("/laval/actions?size=200&page=3"))[1]
        return {"home": "/laval", "table": table, "action": f"/laval/actions/{code}",
                "search": "/laval/search?q=fictif+17"}

    def assets(self) -> dict[str, str]:
        return json.loads((self.root / "build/web/manifest.json").read_text())

    def memory(self) -> dict[str, float]:
        """Megabytes: each site's own resident memory, and all of PostgreSQL's with what is shared counted once."""
        sites, cluster = {}, []
        for pid in children_of(self.process.pid):
            command = command_of(pid)
            if " --site " in command:
                sites["site " + re.search(r"--site (\w+)", command)[1]] = resident_mb(pid)
            elif "postgres" in command:
                cluster += family_of(pid)
        return {"launcher": resident_mb(self.process.pid), **sites, "PostgreSQL (PSS)": proportional_mb(cluster)}
