#!/usr/bin/env python3
"""`./dev bench clients`: what many, idle and slow clients do to the others.

- flood: sign-ins from everywhere at once (F13). Their answers, the memory of the site, which tells how many password
  hashes of 64 MiB ran together, and the pages of somebody signed in meanwhile.
- idle: connections that ask nothing (F12): memory of the site, a new request beside them, and when they are closed.
- slow: clients that drip their head, their body, or read nothing of their answer (F11), beside pages and sign-ins.

The clients run beside the site, on the same processors: latencies are those of a machine that does both."""
import argparse
import asyncio
import collections
import contextlib
import math
import os
import sys
import threading
import time

from clients_report import machine, quantile, save
from maillage_site import PASSWORD, MaillageSite
from pages import ROOT, say
from processes import children_of, command_of, cpu_seconds, resident_mb
from report import table

HOST = "127.0.0.1"


def site_pid(site: MaillageSite) -> int:
    return next(pid for pid in children_of(site.process.pid) if "--site agents" in command_of(pid))


class Watch:
    """The highest resident memory of a process while something happens, looked at every 20 ms."""

    def __init__(self, pid: int):
        self.pid, self.before, self.most, self.on = pid, resident_mb(pid), 0.0, True
        self.thread = threading.Thread(target=self.look)

    def look(self) -> None:
        while self.on:
            self.most = max(self.most, resident_mb(self.pid))
            time.sleep(0.02)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.on = False
        self.thread.join()


async def ask(port: int, head: str, body: str = "") -> tuple[int, dict[str, str], float]:
    """Status, headers and milliseconds of one request on a connection of its own."""
    begun = time.perf_counter()
    reader, writer = await asyncio.open_connection(HOST, port)
    try:
        writer.write((head + f"Host: {HOST}:{port}\r\nOrigin: http://{HOST}:{port}\r\nConnection: close\r\n"
                      + (f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n" if body
                         else "") + "\r\n" + body).encode())
        answer = (await reader.read()).split(b"\r\n\r\n", 1)[0].decode("latin-1").split("\r\n")
    finally:
        writer.close()
    headers = dict(line.lower().split(": ", 1) for line in answer[1:] if ": " in line)
    return int(answer[0].split(" ")[1]) if answer[0] else 0, headers, (time.perf_counter() - begun) * 1000


async def pages_meanwhile(port: int, cookie: str, until: asyncio.Event, path: str = "/laval") -> list[float]:
    times = []
    while not until.is_set():
        status, _, took = await ask(port, f"GET {path} HTTP/1.1\r\nCookie: {cookie}\r\n")
        times.append(took if status == 200 else math.inf)  # refused: no page, however fast
        await asyncio.sleep(0.02)
    return times


async def beside(port: int, cookie: str, work) -> tuple[list[float], list]:
    over = asyncio.Event()
    pages = asyncio.create_task(pages_meanwhile(port, cookie, over))
    try:
        result = await work
    finally:
        over.set()
    return await pages, result


async def quiet(port: int, cookie: str, seconds: float = 3) -> list[float]:
    return (await beside(port, cookie, asyncio.sleep(seconds)))[0]


async def sign_in(port: int, number: int) -> tuple[int, dict[str, str], float]:
    return await ask(port, "POST /sign-in HTTP/1.1\r\n", f"email=nobody{number}@laval.example&password=wrong+{number}")


# Failures are counted by network too, and make the next attempt wait: here they come from everywhere.
FORGETFUL = """create function public.forgetful() returns trigger language plpgsql set search_path = pg_catalog
                as 'begin new.last_at := timestamptz ''2000-01-01''; return new; end';
                create trigger forgetful before insert or update on identity.failure
                for each row execute function public.forgetful()"""


async def flood(site: MaillageSite, port: int, cookie: str, many: int) -> list[list]:
    site.sql(FORGETFUL)
    alone, pid = await quiet(port, cookie), site_pid(site)
    used, begun = cpu_seconds([pid]), time.monotonic()
    with Watch(pid) as watch:
        pages, answers = await beside(port, cookie, asyncio.gather(*(sign_in(port, n) for n in range(many))))
    took, used = time.monotonic() - begun, cpu_seconds([pid]) - used
    busy = [headers for status, headers, _ in answers if status == 503]
    hashed = sum(1 for status, _, _ in answers if status == 422)
    statuses = collections.Counter(status for status, _, _ in answers)
    told = sum(1 for headers in busy if headers.get("retry-after"))
    grown = watch.most - watch.before
    return [["sign-ins at once", many, ""], ["of these answered after a hash", hashed, ""],
            ["hashes a second", f"{hashed / took:.1f}", ""],
            ["503, with Retry-After", f"{len(busy)}, {told}", "met" if told == len(busy) else "short"],
            ["answers by status", ", ".join(f"{n} × {status}" for status, n in sorted(statuses.items())), ""],
            ["memory of the site, MB: before, most", f"{watch.before:.0f}, {watch.most:.0f}",
             "met: two hashes at most" if grown < 3 * 64 else "short"],
            ["processor seconds of the site", f"{used:.1f}", ""],
            ["p95 of a page before, ms", f"{quantile(alone, .95):.1f}", ""],
            ["pages asked meanwhile, refused", f"{len(pages)}, {pages.count(math.inf)}", ""],
            ["p95 of a page meanwhile, ms", f"{quantile(pages, .95):.1f}",
             "met: under 50" if quantile(pages, .95) < 50 else "short of 50"]]


async def idle(site: MaillageSite, port: int, cookie: str, many: int) -> list[list]:
    pid = site_pid(site)
    before = resident_mb(pid)
    held = []
    for _ in range(many // 100):
        held += await asyncio.gather(*(asyncio.open_connection(HOST, port) for _ in range(100)))
    await asyncio.sleep(1)
    with_them = resident_mb(pid)
    begun = time.perf_counter()
    # One of those that wait asks: a connection beyond the limit would be refused by design.
    reader, writer = held[-1]
    writer.write(f"GET /laval HTTP/1.1\r\nHost: {HOST}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n".encode())
    answered = (await reader.read()).startswith(b"HTTP/1.1 200")
    took = (time.perf_counter() - begun) * 1000
    waited = time.monotonic()
    while time.monotonic() - waited < 60 and not all(reader.at_eof() for reader, _ in held[:-1]):
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(held[0][0].read(1), 0.5)
    closed, seconds = sum(reader.at_eof() for reader, _ in held), time.monotonic() - waited
    for _, writer in held:
        writer.close()
    return [["idle connections", len(held), ""],
            ["memory of the site, MB: before, with them", f"{before:.0f}, {with_them:.0f}",
             "met: 100 for them at most" if with_them - before <= 100 else "short"],
            ["a request meanwhile, ms", f"{took:.0f}", "met: under 1 000" if answered and took < 1000 else "short"],
            ["closed by the site", f"{closed} within {seconds:.0f} s", "met" if closed == len(held) else "short"]]


async def drip(port: int, manner: str, until: float) -> bool:
    """One slow client: true when the site cut it before the end of the measure."""
    reader, writer = await asyncio.open_connection(HOST, port)
    opening = {"head": "GET / HTTP/1.1\r\n",
               "body": f"POST /sign-in HTTP/1.1\r\nHost: {HOST}:{port}\r\nOrigin: http://{HOST}:{port}\r\n"
                       "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n",
               "read": f"GET /sign-in HTTP/1.1\r\nHost: {HOST}\r\n\r\n"}[manner]
    try:
        writer.write(opening.encode())
        while time.monotonic() < until:
            if manner != "read":
                writer.write({"head": b"X-A: b\r\n", "body": b"a"}[manner])
                await writer.drain()
            with contextlib.suppress(asyncio.TimeoutError):
                if manner == "read":
                    await asyncio.sleep(2)
                    if reader.at_eof():
                        return True
                elif not await asyncio.wait_for(reader.read(200), 2):
                    return True
        return False
    except OSError:
        return True
    finally:
        writer.close()


async def slow(site: MaillageSite, port: int, cookie: str, many: int, seconds: float) -> list[list]:
    alone, pid = await quiet(port, cookie), site_pid(site)
    until = time.monotonic() + seconds
    form = f"email=mediation@laval.example&password={PASSWORD}"

    async def sign_ins() -> list[int]:
        statuses = []
        while time.monotonic() < until:
            statuses.append((await ask(port, "POST /sign-in HTTP/1.1\r\n", form))[0])
            await asyncio.sleep(2)
        return statuses

    async def everybody():
        manners = ("head", "body", "read")
        return await asyncio.gather(sign_ins(), *(drip(port, manners[n % 3], until) for n in range(many)))

    with Watch(pid) as watch:
        pages, (entered, *cut) = await beside(port, cookie, everybody())
    return [["slow clients, seconds", f"{many}, {seconds:g}", ""],
            ["cut by the site meanwhile", sum(cut), ""],
            ["legitimate sign-ins, accepted", f"{len(entered)}, {entered.count(303)}",
             "met" if set(entered) == {303} else "short"],
            ["memory of the site, MB: before, most", f"{watch.before:.0f}, {watch.most:.0f}", ""],
            ["p95 of a page before, ms", f"{quantile(alone, .95):.1f}", ""],
            ["pages asked meanwhile, refused", f"{len(pages)}, {pages.count(math.inf)}", ""],
            ["p95 of a page meanwhile, ms", f"{quantile(pages, .95):.1f}",
             "met: under 500" if quantile(pages, .95) < 500 else "short of 500"]]


def main() -> None:
    ask_for = argparse.ArgumentParser(description=__doc__)
    ask_for.add_argument("--logins", type=int, default=500)
    ask_for.add_argument("--idle", type=int, default=9900, help="under the site's limit of 10 000 connections")
    ask_for.add_argument("--slow", type=int, default=2000)
    ask_for.add_argument("--seconds", type=float, default=60, help="of the slow clients")
    ask_for.add_argument("--only", nargs="+", choices=["flood", "idle", "slow"], default=["flood", "idle", "slow"])
    asked = ask_for.parse_args()
    before, port = os.getloadavg(), 18500
    folder = ROOT / "build/bench/clients"
    folder.mkdir(parents=True, exist_ok=True)
    site, parts = MaillageSite(ROOT, folder, port), {}
    try:
        say("installation")
        site.create()
        cookie = site.sign_in().cookie_header()
        measures = {"flood": lambda: flood(site, port, cookie, asked.logins),
                    "idle": lambda: idle(site, port, cookie, asked.idle),
                    "slow": lambda: slow(site, port, cookie, asked.slow, asked.seconds)}
        for name in asked.only:
            say(name)
            parts[name] = asyncio.run(measures[name]())
    finally:
        site.stop()
    text = "\n\n".join(f"## {name}\n\n" + table(["What", "Figure", "Bar"], rows) for name, rows in parts.items())
    print(machine(before) + "\n\n" + text)
    save(folder, "clients", parts, text)


if __name__ == "__main__":
    sys.exit(main())
