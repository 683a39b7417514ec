"""Makes a tagged PDF of the HTML on standard input. Started by platform/pdf in its sandbox, never by hand.

Nothing is fetched but print.css, which lies beside this file: WeasyPrint alone would follow any http: or file:
reference of the document. A warning means that the document does not look as meant: it is a failure."""
import logging
import sys
from pathlib import Path

from weasyprint import HTML
from weasyprint.logger import LOGGER

ASSETS = {"https://assets.invalid/print.css": ("print.css", "text/css")}
EXPERIMENTAL = ("PDF/UA support is experimental", "PDF/A support is experimental")


class Warnings(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.found = []

    def emit(self, record):
        message = record.getMessage()
        if not message.startswith(EXPERIMENTAL):
            self.found.append(message)


def fetch(url, timeout=None, ssl_context=None):
    if url not in ASSETS:
        raise ValueError("not an asset of ours")
    name, mime_type = ASSETS[url]
    return {"string": Path(__file__).with_name(name).read_bytes(), "mime_type": mime_type}


def main():
    warnings = Warnings()
    LOGGER.handlers = [warnings]
    html = sys.stdin.buffer.read().decode("utf-8")
    pdf = HTML(string=html, base_url="https://assets.invalid/", url_fetcher=fetch).write_pdf(variant="pdf/ua-1")
    if warnings.found:
        print("\n".join(warnings.found), file=sys.stderr)
        return 3
    sys.stdout.buffer.write(pdf)
    return 0


sys.exit(main())
