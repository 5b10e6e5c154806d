"""What a search costs a reader: bytes, files and time to the first result, in Chromium over loopback.

    python -m tests.bench.searching ARCHIVE

The archive is one that was built. Each query is asked by a reader who has never been there. Counted are the bodies that
the server has sent when the first result shows. The index is packed by itself; a real host would pack the rest as well.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser

from tests.site.browsing import chromium


@dataclass
class _Sent:
    """What a server has sent."""

    bytes: dict[str, int] = field(default_factory=dict)
    """By address."""

    def told(self, below: str = "/") -> str:
        """Kilobytes and files below an address."""
        found = [size for path, size in self.bytes.items() if path.startswith(below)]
        return f"{sum(found) / 1000:6.0f} kB in {len(found):3} files"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, sent: _Sent, *args: Any, **options: Any) -> None:
        self._sent = sent
        super().__init__(*args, **options)

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self._sent.bytes[self.path] = len(content)
        outputfile.write(content)

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


def _ask(browser: Browser, address: str) -> tuple[float, str]:
    """Seconds to the first result, and what the page says of their number."""
    context = browser.new_context()
    page = context.new_page()
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator("#cf-hits a").or_(page.locator("#cf-count").get_by_text("No ")).first.wait_for()
    seconds = time.perf_counter() - started
    told = page.locator("#cf-count").inner_text()
    context.close()
    return seconds, told


def main() -> None:
    """Measure each query."""
    archive = Path(sys.argv[1])
    with chromium() as browser:
        for name, query in _queries(archive).items():
            sent = _Sent()
            with _served(archive / "build" / "site", sent) as base:
                seconds, told = _ask(browser, f"{base}search/?{urlencode(query)}")
            print(f"{name:32} {seconds:5.2f} s {sent.told()}, of the index {sent.told('/pagefind/')}: {told}")


if __name__ == "__main__":
    main()
