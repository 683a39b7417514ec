"""deploy/nginx/maillage.conf as it is shipped, in front of a stand-in for the sites: what the documentation promises of it.

    nginx_example.py DEPLOY           tests the file
    nginx_example.py DEPLOY --serve   leaves it running, prints its address, ends with its standard input
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

DEPLOY = pathlib.Path(sys.argv[1]).resolve()
NGINX = os.environ.get("MAILLAGE_NGINX") or shutil.which("nginx") or "/usr/sbin/nginx"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def stand_in(path):
    """Answers each request on a Unix socket with its own head, as JSON."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(path))
    os.chmod(path, 0o666)  # nginx gives up root for its own account
    server.listen(64)

    def answer(client):
        with client:
            head = b""
            while b"\r\n\r\n" not in head:
                got = client.recv(65536)
                if not got:
                    return
                head += got
            body = json.dumps(head.decode("latin-1").split("\r\n")).encode()
            client.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))

    def accept():
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=answer, args=(server.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    return server


class Example:
    """The shipped file with paths, ports and a certificate of this test alone, run by nginx."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.chmod(0o755)
        self.plain, self.tls = free_port(), free_port()
        self.sites = [stand_in(self.folder / f"{site}.sock") for site in ("agents", "public")]
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=maillage.city.example",
             "-addext", "subjectAltName=DNS:maillage.city.example,DNS:securite.city.example",
             "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
            check=True, capture_output=True,
        )  # fmt: skip
        text = DEPLOY.joinpath("nginx/maillage.conf").read_text()
        for old, new in {
            "listen 80;": f"listen 127.0.0.1:{self.plain};",
            "listen 443 ": f"listen 127.0.0.1:{self.tls} ",
            "/etc/ssl/certs/maillage.pem": f"{folder}/cert.pem",
            "/etc/ssl/private/maillage.key": f"{folder}/key.pem",
            "/run/maillage/agents/site.sock": f"{folder}/agents.sock",
            "/run/maillage/public/site.sock": f"{folder}/public.sock",
        }.items():
            if old not in text:
                sys.exit(f"maillage.conf no longer says {old}")
            text = text.replace(old, new)
        temporary = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("proxy", "fastcgi", "uwsgi", "scgi"))
        self.folder.joinpath("nginx.conf").write_text(
            f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
            f"http {{ client_body_temp_path {folder}/body; {temporary}\n{text} }}"
        )
        self.process = subprocess.Popen([NGINX, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"])
        for _ in range(500):
            if self.folder.joinpath("pid").exists():
                return
            time.sleep(0.02)
        sys.exit(self.folder.joinpath("error.log").read_text())

    def close(self):
        self.process.terminate()
        self.process.wait()
        for server in self.sites:
            server.close()


def exchange(stream, text):
    stream.sendall(text.encode())
    got = b""
    while chunk := stream.recv(65536):
        got += chunk
    head, _, body = got.decode().partition("\r\n\r\n")
    return head, body


class The_example_for_nginx(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.example = Example(cls.temporary.name)

    @classmethod
    def tearDownClass(cls):
        cls.example.close()
        cls.temporary.cleanup()

    def connect(self, name="maillage.city.example", **versions):
        context = ssl.create_default_context(cafile=f"{self.temporary.name}/cert.pem")
        for which, version in versions.items():
            setattr(context, which, version)
        return context.wrap_socket(socket.create_connection(("127.0.0.1", self.example.tls)), server_hostname=name)

    def ask(self, extra="", name="maillage.city.example"):
        with self.connect(name) as stream:
            return exchange(stream, f"GET /page?x=1 HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n{extra}\r\n")

    def test_each_site_receives_the_request_of_its_name(self):
        for name in ("maillage.city.example", "securite.city.example"):
            head, body = self.ask(name=name)
            self.assertIn("200 OK", head)
            self.assertEqual(json.loads(body)[0], "GET /page?x=1 HTTP/1.1")
            self.assertIn(f"Host: {name}", json.loads(body))

    def test_an_address_that_the_client_invents_is_overwritten(self):
        lines = json.loads(self.ask("X-Forwarded-For: 203.0.113.9\r\n")[1])
        self.assertEqual([line for line in lines if line.lower().startswith("x-forwarded-for")], ["X-Forwarded-For: 127.0.0.1"])

    def test_plain_http_is_sent_to_tls(self):
        with socket.create_connection(("127.0.0.1", self.example.plain)) as stream:
            head, _ = exchange(stream, "GET /a?b=1 HTTP/1.1\r\nHost: maillage.city.example\r\nConnection: close\r\n\r\n")
        self.assertIn(" 301 ", head)
        self.assertIn("Location: https://maillage.city.example/a?b=1", head)

    def test_old_tls_is_refused_and_both_new_ones_work(self):
        # OpenSSL of the client must be willing to try the old version at all.
        tried = subprocess.run(
            ["openssl", "s_client", "-connect", f"127.0.0.1:{self.example.tls}", "-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"],
            input="", capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.assertRegex(tried.stdout + tried.stderr, "alert protocol version")
        for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
            with self.connect(minimum_version=version, maximum_version=version) as stream:
                self.assertEqual(stream.version(), version.name.replace("_", "."))

    def test_the_version_of_the_server_is_not_told(self):
        head, _ = self.ask("Content-Length: nonsense\r\n")
        self.assertIn(" 400 ", head)
        self.assertNotRegex(head, re.compile(r"server:.*\d", re.I))

    def test_a_body_larger_than_a_file_of_10_mib_is_refused(self):
        self.assertIn(" 413 ", self.ask(f"Content-Length: {12 * 1024 * 1024}\r\n")[0])

    def test_one_address_holds_at_most_20_connections(self):
        held = []
        try:
            for _ in range(20):
                held.append(self.connect())
                held[-1].sendall(b"POST / HTTP/1.1\r\nHost: maillage.city.example\r\nContent-Length: 9\r\n\r\n")
            time.sleep(0.2)
            self.assertIn(" 503 ", self.ask()[0])
        finally:
            for stream in held:
                stream.close()


def serve():
    with tempfile.TemporaryDirectory() as folder:
        example = Example(folder)
        print(f"127.0.0.1:{example.tls}", flush=True)
        sys.stdin.read()
        example.close()


if __name__ == "__main__":
    if "--serve" in sys.argv:
        serve()
    else:
        unittest.main(argv=sys.argv[:1], verbosity=1)
