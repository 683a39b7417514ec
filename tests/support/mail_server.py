#!/usr/bin/python3
"""An SMTP server for tests, on 127.0.0.1: says its port, then writes each mail it took into FOLDER as 1.json, 2.json …
(what a reader of mails understands of it) and 1.eml.

    mail_server.py FOLDER [--port N] [--answers 451,250] [--tls] [--user NAME --password WORD] [--until-killed]

Answers are given to one RCPT after the other, then 250. With --tls it asks for STARTTLS, under a certificate that it
makes: FOLDER/ca.pem."""
import argparse
import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Taker:
    def __init__(self, folder, answers):
        self.folder, self.answers, self.count = folder, answers, 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answers.pop(0) if self.answers else "250"
        if answer != "250":
            return f"{answer} {address} is not taken"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        bytes_ = envelope.original_content
        mail = email.message_from_bytes(bytes_, policy=email.policy.default)
        told = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "encrypted": session.ssl is not None,
                "defects": [str(d) for d in mail.defects], "text": mail.get_content().replace("\r\n", "\n"),
                "widest": max(len(line) for line in bytes_.split(b"\r\n")),
                "bare": bytes_.replace(b"\r\n", b"").count(b"\n") + bytes_.replace(b"\r\n", b"").count(b"\r"),
                "headers": {name.lower(): str(value) for name, value in mail.items()}}
        (self.folder / f"{self.count}.eml").write_bytes(bytes_)
        part = self.folder / "part"
        part.write_text(json.dumps(told, ensure_ascii=False))
        part.rename(self.folder / f"{self.count}.json")
        return "250 OK"


def certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
                    "-keyout", folder / "key.pem", "-out", folder / "ca.pem"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "ca.pem", folder / "key.pem")
    return context


async def serve(options):
    options.folder.mkdir(parents=True, exist_ok=True)
    handler = Taker(options.folder, [a for a in options.answers.split(",") if a])
    settings = {}
    if options.tls:
        settings |= {"tls_context": certificate(options.folder), "require_starttls": True}
    if options.user:
        def check(server, session, envelope, mechanism, data):
            fits = (data.login, data.password) == (options.user.encode(), options.password.encode())
            return AuthResult(success=fits, handled=False)
        settings |= {"auth_required": True, "authenticator": check, "auth_require_tls": options.tls}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, loop=loop, hostname="localhost", **settings),
                                      "127.0.0.1", options.port)
    print(f"PORT {server.sockets[0].getsockname()[1]}", flush=True)
    if options.until_killed:
        await asyncio.Event().wait()
    # Whoever started it holds the other end of standard input: its end is the end of this one too.
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--answers", default="")
    parser.add_argument("--until-killed", action="store_true")
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    asyncio.run(serve(parser.parse_args()))


main()
