"""What a search costs a reader: bytes, files and time to the first result, in Chromium over loopback.

    python -m tests.bench.searching ARCHIVE

The archive is one that was built. Each query is asked by a reader who has never been there. Counted are the bodies that
the server has sent when the first result shows, text packed as a host would pack it (the index is by itself).
"""

from __future__ import annotations

import gzip
import json
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser

from tests.site.browsing import chromium

_SEEN = """
new MutationObserver((_, watch) => {
  if (document.querySelector("#cf-hits a")) { window.seen = Date.now(); watch.disconnect(); }
}).observe(document, { childList: true, subtree: true });
"""
"""Notes when the first result is there."""


@dataclass
class _Sent:
    """What a server has sent."""

    answers: list[tuple[float, str, int]] = field(default_factory=list)
    """When it was asked, for what, and bytes."""

    def told(self, until: float, below: str = "/") -> str:
        """Kilobytes and files below an address that were asked for before a moment."""
        found = [size for when, path, size in self.answers if when <= until and path.startswith(below)]
        return f"{sum(found) / 1000:4.0f} kB in {len(found):3} files"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, sent: _Sent, *args: Any, **options: Any) -> None:
        self._sent = sent
        super().__init__(*args, **options)

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that is closed does not wait for the rest
            super().handle()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        content = path.read_bytes() if path.is_file() else b""
        is_text = path.suffix in {".html", ".css", ".js", ".json", ".svg"}
        content = gzip.compress(content) if is_text else content
        self._sent.answers.append((time.time(), self.path, len(content)))
        self.send_response(200 if path.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        if is_text:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_request(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path, sent: _Sent) -> Iterator[str]:
    handler = partial(_Handler, sent, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _queries(archive: Path) -> Mapping[str, Mapping[str, str]]:
    """What is asked, about an article in the midst of the archive and whom it names."""
    lines = (archive / "build" / "data" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    often: dict[str, int] = {}
    for row in rows:
        for person in row["people"]:
            often[person["name"]] = often.get(person["name"], 0) + 1
    full = [row for row in rows if row["people"] and row["topics"] and row["sources"] and row["published"]]
    row = max(full, key=lambda row: max(often[person["name"]] for person in row["people"]))
    person = max((person["name"] for person in row["people"]), key=lambda name: often[name])
    facets = {"person": person, "topic": row["topics"][0]["name"], "source": row["sources"][0]["name"]}
    return {
        "a name": {"q": person},
        "two words": {"q": "government water"},
        "person × topic": {"person": person, "topic": facets["topic"]},
        "person × topic × source × year": {**facets, "year": row["published"]["date"][:4]},
        "a name, newest first": {"q": person, "sort": "desc"},
        "everything": {},
    }


def _ask(browser: Browser, address: str) -> tuple[float, float, str]:
    """When the first result was there, seconds until then, and what the page says of their number."""
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(_SEEN)
    page.goto(address, wait_until="commit")
    page.locator("#cf-hits a").first.wait_for()
    seen, began = page.evaluate("[window.seen, performance.timeOrigin]")
    told = page.locator("#cf-count").inner_text()
    context.close()
    return seen / 1000, (seen - began) / 1000, told


def main() -> None:
    """Measure each query."""
    archive = Path(sys.argv[1])
    with chromium() as browser:
        for name, query in _queries(archive).items():
            sent = _Sent()
            with _served(archive / "build" / "site", sent) as base:
                seen, seconds, told = _ask(browser, f"{base}search/?{urlencode(query)}")
            index = sent.told(seen, "/pagefind/")
            print(f"{name:32} {seconds:5.2f} s {sent.told(seen)}, of the index {index}: {told}")


if __name__ == "__main__":
    main()
