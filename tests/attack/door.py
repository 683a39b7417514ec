"""A door to the agents' site that always carries the coordinator's session and never lets it be ended: a scanner that
meets the button to sign out would scan the rest as a stranger."""

import contextlib
import http.client
import http.server
import threading
import urllib.parse

ENDINGS = ("/sign-out", "/sessions/end", "/account/password")
HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "host", "cookie", "origin", "accept-encoding"}


@contextlib.contextmanager
def door(base, cookie):
    """The address of the door."""
    behind = urllib.parse.urlsplit(base)

    class Door(http.server.BaseHTTPRequestHandler):
        def forward(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if any(ending in self.path for ending in ENDINGS):
                return self.answer(404, [], b"")
            headers = {name: value for name, value in self.headers.items() if name.lower() not in HOP}
            headers |= {"Origin": base, "Cookie": cookie}
            connection = http.client.HTTPConnection(behind.hostname, behind.port, timeout=60)
            with contextlib.closing(connection):
                connection.request(self.command, self.path, body or None, headers)
                got = connection.getresponse()
                self.answer(got.status, got.getheaders(), got.read())

        def answer(self, status, headers, body):
            self.send_response_only(status)
            for name, value in headers:
                if name.lower() not in HOP:
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_GET = do_POST = do_HEAD = do_PUT = do_OPTIONS = do_DELETE = forward

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
