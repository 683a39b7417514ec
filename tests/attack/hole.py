"""What Maillage must never be, so that a scanner which finds nothing has first found something: a text of the visitor
inside a statement, and inside a page."""

import contextlib
import http.server
import sqlite3
import threading
import urllib.parse


class Hole(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        asked = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query).get("q", [""])[0]
        database = sqlite3.connect(":memory:")
        database.executescript("create table town(name); insert into town values ('abc')")
        try:
            said, status = str(database.execute(f"select name from town where name = '{asked}'").fetchall()), 200
        except (sqlite3.Error, sqlite3.Warning) as error:
            said, status = str(error), 500
        body = f"<!doctype html><title>hole</title><a href='/?q=abc'>abc</a><p>{asked}</p><p>{said}</p>".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def hole():
    """The address of the program with the hole."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hole)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
