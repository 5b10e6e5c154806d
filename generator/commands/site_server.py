"""The site over HTTP on this machine, as a host should send it."""

from __future__ import annotations

import errno
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

from generator.errors import ClipfileError
from generator.rendering import current_site, read_headers

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".map": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Not Python's ``mimetypes``: that one asks the machine, and machines differ."""


class SiteServer(ThreadingHTTPServer):
    """Serves build/site, looked up anew at every request: a swap shows at once."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], build: Path, prefix: str) -> None:
        """Bind to ``address``; pages also answer below ``prefix``, the path of the published site."""
        host = address[0]
        self.build = build
        self.prefix = _parts(prefix)
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__(address, _Handler)
        shown = "localhost" if host in ("", "0.0.0.0", "::") else f"[{host}]" if ":" in host else host  # noqa: S104
        self.url = f"http://{shown}:{self.server_port}/"

    def headers(self) -> dict[str, str]:
        """What the site asks its host to send with everything."""
        site = current_site(self.build)
        return read_headers(site) if site else {}

    def find(self, path: str) -> tuple[HTTPStatus, Path | str | None]:
        """What a request for ``path`` gets: a status with the file to send, or with the address to go to."""
        site = current_site(self.build)
        if site is None:
            return HTTPStatus.SERVICE_UNAVAILABLE, None
        parts = _parts(path)
        if self.prefix and parts[: len(self.prefix)] == self.prefix:
            parts = parts[len(self.prefix) :]
        file = site.joinpath(*parts)
        if not {".", ".."}.isdisjoint(parts) or not os.path.exists(file):  # noqa: PTH110 - Path's raises on long names
            return HTTPStatus.NOT_FOUND, site / "404.html"
        if not (file / "index.html").is_file():
            return (HTTPStatus.OK, file) if file.is_file() else (HTTPStatus.NOT_FOUND, site / "404.html")
        if not path.partition("?")[0].endswith("/"):
            return HTTPStatus.FOUND, quote("/" + "/".join(parts) + "/")
        return HTTPStatus.OK, file / "index.html"


def _parts(path: str) -> list[str]:
    """The names in a path; ``urlsplit`` would take the first of ``//a/b`` for a host."""
    return [part for part in unquote(path.partition("#")[0].partition("?")[0]).split("/") if part]


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"
    timeout = 30

    def do_GET(self) -> None:
        """Send the file that the path names."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Send the headers alone."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        status, found = self.server.find(self.path)
        body, media_type = f"{status.phrase}\n".encode(), _TYPES[".txt"]
        if isinstance(found, Path):
            try:
                body, media_type = found.read_bytes(), _TYPES.get(found.suffix, "application/octet-stream")
            except OSError:
                # No 404.html; or two swaps since it was found: the reader's next try gets the new site.
                status = HTTPStatus.NOT_FOUND
        elif found is None:
            body = b"There is no site yet: the first build is at work.\n"
        self.send_response(status)
        if isinstance(found, str):
            self.send_header("Location", found)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        # As a host should: what its policy would forbid is seen here first.
        for name, value in self.server.headers().items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            with suppress(ConnectionError):
                self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing: a line a request would bury what rebuilds report."""


@contextmanager
def site_server(build: Path, host: str, port: int, prefix: str = "") -> Iterator[SiteServer]:
    """A server of ``build``/site that answers while the block runs.

    Raises:
        ClipfileError: the port is taken, or the host is not this machine's.
    """
    try:
        server = SiteServer((host, port), build, prefix)
    except OSError as error:
        raise ClipfileError(_why_not(error, host, port)) from error
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken, perhaps by another `clipfile serve`. Stop that, or choose: --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} is not allowed without special rights. Choose one above 1023: --port 8000"
    return f"Cannot serve at {host}: {error.strerror or error}. --host takes an address of this machine."
