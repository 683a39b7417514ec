"""Redmine from Debian on a private PostgreSQL of the bench, in production under puma, with the same items."""
import re
import secrets
import shutil
import subprocess
from pathlib import Path

from browser import Visitor
from processes import Process, answers, as_service, family_of, give_to_service, proportional_mb, service_user

POSTGRESQL = Path("/usr/lib/postgresql/15/bin")
NOTES_EACH = 10
# As Maillage's own cluster: the comparison is between the two programs.
SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '{folder}'
max_connections = 60
shared_buffers = 128MB
dynamic_shared_memory_type = posix
jit = off
"""
DATABASE = """\
production:
  adapter: postgresql
  database: redmine
  host: {folder}
  username: {user}
  pool: 8
  encoding: utf8
"""


class RedmineSite:
    def __init__(self, folder: Path, port: int):
        self.folder, self.port = folder / "redmine", port
        self.base = f"http://127.0.0.1:{port}"
        self.cluster = self.folder / "cluster"
        self.tree = self.folder / "tree"
        self.password = secrets.token_hex(12)
        self.database: Process | None = None
        self.process: Process | None = None

    def create(self, issues: int) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.copy_program()
        self.start_database()
        self.ruby(["bundle", "lock", "--local"], {})
        for task in ("db:migrate", "redmine:load_default_data"):
            self.ruby(["rake", task], {"REDMINE_LANG": "fr"})
        self.ruby(["bin/rails", "runner", str(Path(__file__).with_name("redmine_data.rb"))],
                  {"ISSUES": str(issues), "NOTES_EACH": str(NOTES_EACH), "BENCH_PASSWORD": self.password})
        self.as_owner([str(POSTGRESQL / "psql"), "-h", str(self.cluster), "-d", "redmine", "-qc", "vacuum analyze"])

    def copy_program(self) -> None:
        """The package's files with settings of ours: nothing of the machine's own Redmine is read or written."""
        shutil.copytree("/usr/share/redmine", self.tree, symlinks=True, ignore=shutil.ignore_patterns("instances"))
        for link in (self.tree / "public").rglob("*"):
            if link.is_symlink():
                target = (Path("/usr/share/redmine") / link.relative_to(self.tree)).resolve()
                link.unlink()
                if target.is_file():
                    shutil.copyfile(target, link)
        (self.tree / "Gemfile.lock").unlink(missing_ok=True)
        (self.tree / "config/database.yml").unlink(missing_ok=True)
        (self.tree / "Gemfile.local").write_text("gem 'pg'\ngem 'puma'\n")
        # Debian's Redmine keeps settings and files of each instance apart.
        instance = self.tree / "instances/default"
        for name in ("config", "tmp/cache", "tmp/pids", "log", "files"):
            (instance / name).mkdir(parents=True)
        user = service_user() or subprocess.check_output(["id", "-un"], text=True).strip()
        for config in (instance / "config", self.tree / "config"):  # Redmine reads one, its Gemfile the other
            (config / "database.yml").write_text(DATABASE.format(folder=self.cluster, user=user))
        (instance / "config/secret_key.txt").write_text(secrets.token_hex(64))
        (self.tree / "config/additional_environment.rb").write_text("config.log_level = :error\n")
        give_to_service(self.folder)

    def as_owner(self, command: list[str], env: dict[str, str] | None = None) -> str:
        variables = [f"{name}={value}" for name, value in (env or {}).items()]
        done = subprocess.run(as_service(["env", f"HOME={self.folder}", *variables, *command]), cwd=self.tree,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)}:\n{(done.stdout + done.stderr)[:3000]}")
        return done.stdout

    def ruby(self, command: list[str], env: dict[str, str]) -> str:
        return self.as_owner(command, {"RAILS_ENV": "production", **env})

    def start_database(self) -> None:
        if not (self.cluster / "PG_VERSION").exists():
            self.as_owner([str(POSTGRESQL / "initdb"), "-D", str(self.cluster), "-A", "peer", "-E", "UTF8",
                           "--locale=C.UTF-8"])
            settings = self.cluster / "postgresql.auto.conf"
            settings.write_text(SETTINGS.format(folder=self.cluster))
        self.database = Process(as_service([str(POSTGRESQL / "postgres"), "-D", str(self.cluster)]),
                                self.folder / "postgresql.log")
        ready = [str(POSTGRESQL / "pg_isready"), "-q", "-h", str(self.cluster)]
        self.database.wait_for(lambda: subprocess.run(ready).returncode == 0, 30)
        known = self.as_owner([str(POSTGRESQL / "psql"), "-h", str(self.cluster), "-d", "postgres", "-qAtc",
                               "select count(*) from pg_database where datname = 'redmine'"])
        if known.strip() == "0":
            self.as_owner([str(POSTGRESQL / "createdb"), "-h", str(self.cluster), "redmine"])

    def start(self) -> float:
        if not self.database:
            self.start_database()
        # Two workers, as many as the reference machine has cores; four threads each.
        command = ["puma", "--environment", "production", "--workers", "2", "--threads", "4:4",
                   "--bind", f"tcp://127.0.0.1:{self.port}", "config.ru"]
        env = [f"HOME={self.folder}", "RAILS_ENV=production", "RAILS_LOG_TO_STDOUT="]
        self.process = Process(as_service(["env", *env, *command]), self.folder / "puma.log", cwd=self.tree)
        return self.process.wait_for(lambda: answers(f"{self.base}/login"), 180)

    def processes(self) -> list[int]:
        return family_of(self.process.pid) + family_of(self.database.pid)

    def stop(self) -> None:
        for process in (self.process, self.database):
            if process:
                process.stop()
        self.process = self.database = None

    def sign_in(self) -> Visitor:
        visitor = Visitor(self.base)
        token = re.search(r'name="authenticity_token" value="([^"]+)"', visitor.page("/login"))[1]
        status, _, _ = visitor.request("POST", "/login", {"authenticity_token": token.replace("&amp;", "&"),
                                                          "username": "bench", "password": self.password})
        if status != 302:
            raise RuntimeError(f"signing in to Redmine answered {status}")
        return visitor

    def pages(self, visitor: Visitor) -> dict[str, str]:
        table = "/projects/bench/issues?set_filter=1&per_page=200"
        issue = re.search(r'href="(/issues/\d+)"', visitor.page(table))[1]
        return {"table": table, "action": issue}

    def memory(self) -> dict[str, float]:
        return {"puma (PSS)": proportional_mb(family_of(self.process.pid)),
                "PostgreSQL (PSS)": proportional_mb(family_of(self.database.pid))}
