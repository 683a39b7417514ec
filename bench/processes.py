"""Processes that the bench starts, and only those: started in their own group, ended by their own identifier."""
import os
import pwd
import signal
import subprocess
import time
import urllib.request
from pathlib import Path


def service_user() -> str | None:
    """PostgreSQL refuses to run as root: the account that stands in, or nothing when we are not root."""
    return "postgres" if os.geteuid() == 0 else None


def as_service(command: list[str]) -> list[str]:
    user = service_user()
    if user is None:
        return command
    return ["setpriv", f"--reuid={user}", f"--regid={pwd.getpwnam(user).pw_gid}", "--init-groups", *command]


def give_to_service(folder: Path) -> None:
    user = service_user()
    if user is None:
        return
    account = pwd.getpwnam(user)
    subprocess.run(["chown", "-R", f"{account.pw_uid}:{account.pw_gid}", str(folder)], check=True)


class Process:
    def __init__(self, command: list[str], log: Path, env: dict[str, str] | None = None, cwd: Path | None = None):
        self.log = log
        self.out = open(log, "wb")
        self.child = subprocess.Popen(command, stdout=self.out, stderr=subprocess.STDOUT, cwd=cwd,
                                      env={**os.environ, **(env or {})}, start_new_session=True)

    @property
    def pid(self) -> int:
        return self.child.pid

    def wait_for(self, ready, patience: float) -> float:
        """Seconds until `ready()`, asked every 10 ms."""
        begun = time.monotonic()
        while not ready():
            if self.child.poll() is not None or time.monotonic() - begun > patience:
                raise RuntimeError(f"{self.child.args[0]} did not start:\n{self.log.read_text()[-2000:]}")
            time.sleep(0.01)
        return time.monotonic() - begun

    def stop(self) -> None:
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
            try:
                self.child.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(self.child.pid, signal.SIGKILL)
                self.child.wait()
        self.out.close()


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def children_of(pid: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except OSError:
            continue
        if parent == pid:
            found.append(int(entry.name))
    return found


def family_of(pid: int) -> list[int]:
    members = [pid]
    for child in children_of(pid):
        members += family_of(child)
    return members


def command_of(pid: int) -> str:
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def cpu_seconds(pids: list[int]) -> float:
    """Processor time that these processes used so far, their ended children's included."""
    ticks = 0
    for pid in pids:
        try:
            fields = (Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        ticks += sum(int(value) for value in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def resident_mb(pid: int) -> float:
    for line in (Path("/proc") / str(pid) / "status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def proportional_mb(pids: list[int]) -> float:
    """Memory of several processes, what they share counted once."""
    total = 0
    for pid in pids:
        try:
            for line in (Path("/proc") / str(pid) / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        except OSError:
            continue
    return total / 1024
