"""nginx from Debian serving our own static files: what the same machine gives at best."""
import os
import shutil
import subprocess
from pathlib import Path

from processes import Process, answers, family_of

SETTINGS = """\
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    include {types};
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    open_file_cache max=100;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}; root {files}; }}
}}
"""


class NginxSite:
    def __init__(self, root: Path, folder: Path, port: int):
        self.files, self.folder, self.port = root / "build/web", folder / "nginx", port
        self.base = f"http://127.0.0.1:{port}"
        self.process: Process | None = None

    def program(self) -> str:
        """Installed, or Debian's package unpacked beside us: installing it would start a server on port 80."""
        installed = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
        if installed:
            return installed
        unpacked = self.folder / "unpacked/usr/sbin/nginx"
        if not unpacked.exists():
            subprocess.run(["apt-get", "download", "-qq", "nginx"], cwd=self.folder, check=True)
            package = next(self.folder.glob("nginx_*.deb"))
            subprocess.run(["dpkg-deb", "-x", package, self.folder / "unpacked"], check=True)
        return str(unpacked)

    def start(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        settings = self.folder / "nginx.conf"
        types = self.folder / "types"
        types.write_text("types { text/css css; image/svg+xml svg; }")
        user = "user root;" if os.geteuid() == 0 else ""
        settings.write_text(SETTINGS.format(user=user, folder=self.folder, types=types, port=self.port,
                                            files=self.files))
        self.process = Process([self.program(), "-c", str(settings), "-p", str(self.folder), "-g", "daemon off;"],
                               self.folder / "nginx.log")
        file = next(self.files.glob("*.css")).name
        self.process.wait_for(lambda: answers(f"{self.base}/{file}"), 20)

    def processes(self) -> list[int]:
        return family_of(self.process.pid)

    def stop(self) -> None:
        if self.process:
            self.process.stop()
            self.process = None
