"""A visitor who keeps cookies: signs in, and weighs pages as a browser receives them."""
import http.client
import urllib.parse


class Visitor:
    def __init__(self, base: str):
        self.base = base
        self.cookies: dict[str, str] = {}

    def request(self, method: str, path: str, form: dict | None = None, encoding: str = "identity"):
        """(status, headers, body) of one request; no redirect is followed."""
        address = urllib.parse.urlsplit(self.base)
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=120)
        headers = {"Accept-Encoding": encoding, "Origin": self.base, "Accept-Language": "fr"}
        if self.cookies:
            headers["Cookie"] = self.cookie_header()
        body = urllib.parse.urlencode(form) if form else None
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        for line in answer.headers.get_all("set-cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        content = answer.read()
        connection.close()
        return answer.status, answer.headers, content

    def cookie_header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def page(self, path: str) -> str:
        status, _, content = self.request("GET", path)
        if status != 200:
            raise RuntimeError(f"{self.base}{path} answered {status}")
        return content.decode()

    def weight(self, path: str, encoding: str) -> int:
        """Bytes of the body as sent."""
        status, _, content = self.request("GET", path, encoding=encoding)
        if status != 200:
            raise RuntimeError(f"{self.base}{path} answered {status}")
        return len(content)
