"""``clipfile serve``: the site on this machine, built again whenever content or configuration changes."""

from __future__ import annotations

import errno
import os
import queue
import socket
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import click
from rich.console import Console
from watchdog.events import (
    DirModifiedEvent,
    FileClosedNoWriteEvent,
    FileOpenedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from generator.commands import options
from generator.commands.progress import bars
from generator.config import load_site_config
from generator.errors import ClipfileError
from generator.rendering import current_site, read_headers

QUIET_SECONDS = 0.5
_WATCHED = ("content", "site_config")
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


@click.command("serve")
@options.archive
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 shows the site to the whole network.")
@click.option("--watch/--no-watch", default=True, show_default=True, help="Build again when something changes.")
def command(root: Path, port: int, host: str, *, watch: bool) -> None:
    """Show the site on this machine and rebuild it when something changes.

    Watches content/, site_config/ and mkdocs.yml. A rebuild that fails is reported, and the site stays as it was. Stop
    with Ctrl-C.
    """
    root = root.resolve()
    prefix = urlsplit(load_site_config(root).site.url).path
    with site_server(root / "build", host, port, prefix) as server, suppress(KeyboardInterrupt):
        if current_site(root / "build") is None:
            _build(root)
        _say(f"Look at {server.url} - stop with Ctrl-C.")
        if watch:
            with changes(root) as found:
                rebuild_for_ever(root, found, _build)
        else:
            threading.Event().wait()


# ── HTTP ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


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


# ── rebuilding ────────────────────────────────────────────────────────────────────────────────────────────────────────


def matters(path: Path, root: Path) -> bool:
    """Whether a change of ``path`` asks for a new build: not what a build or an editor leaves behind."""
    if not path.is_relative_to(root):
        return False
    parts = path.relative_to(root).parts
    if parts == ("mkdocs.yml",):
        return True
    if len(parts) < 2 or parts[0] not in _WATCHED:
        return False
    # Hidden files are drafts of editors and of the build itself, which writes permalinks.csv beside its place.
    scratch = any(part.startswith((".", "#")) or part.endswith(("~", ".swp", ".tmp")) for part in parts)
    return not scratch and not (parts[0] == "site_config" and parts[1].startswith("permalinks.csv"))


@contextmanager
def changes(root: Path) -> Iterator[queue.SimpleQueue[Path]]:
    """A queue of paths below ``root`` that change while the block runs.

    Raises:
        ClipfileError: the machine lets nobody watch that many folders.
    """
    found: queue.SimpleQueue[Path] = queue.SimpleQueue()
    handler = _Changes(root, found)
    observer = Observer()
    try:
        observer.schedule(handler, str(root), recursive=False)
        for name in _WATCHED:
            if (root / name).is_dir():
                observer.schedule(handler, str(root / name), recursive=True)
        observer.start()
    except OSError as error:
        raise ClipfileError(
            f"Cannot watch {root}: {error.strerror or error}. Use --no-watch, or raise the machine's limit "
            "(on Linux: sysctl fs.inotify.max_user_watches)."
        ) from error
    try:
        yield found
    finally:
        observer.stop()
        observer.join()


class _Changes(FileSystemEventHandler):
    """Hands on the paths of events that are changes: reading a file is an event too, and a build reads them all."""

    def __init__(self, root: Path, found: queue.SimpleQueue[Path]) -> None:
        self._root = root
        self._found = found

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Queue the paths that matter."""
        if isinstance(event, DirModifiedEvent | FileOpenedEvent | FileClosedNoWriteEvent):
            return
        for name in (event.src_path, event.dest_path):
            if name and matters(path := Path(os.fsdecode(name)), self._root):
                self._found.put(path)


def rebuild_for_ever(root: Path, found: queue.SimpleQueue[Path], build: Callable[[Path], None]) -> None:
    """Build ``root`` after every batch of changes; what goes wrong is printed, and the old site stays."""
    while True:
        batch = next_batch(found, QUIET_SECONDS)
        names = sorted(str(path.relative_to(root)) for path in batch)
        _say(f"\n{names[0]}{f' and {len(names) - 1} more' if names[1:] else ''} changed: building …")
        try:
            build(root)
        except ClipfileError as error:
            _say(f"Error: {error}\nThe site stays as it was. Mend this and save: the next build starts by itself.")
        except Exception:  # noqa: BLE001 - a preview must outlive what it previews, whatever broke
            traceback.print_exc()
            _say(
                "This is a mistake of Clipfile's own; please report it with the lines above. The site stays as it was."
            )


def next_batch(found: queue.SimpleQueue[Path], quiet: float) -> frozenset[Path]:
    """Wait for a change, then until ``quiet`` seconds pass without another; return all of them."""
    batch = {found.get()}
    with suppress(queue.Empty):
        while True:
            batch.add(found.get(timeout=quiet))
    return frozenset(batch)


def _build(root: Path) -> None:
    """Build and say what came of it."""
    # Whoever only looks at a finished site need not wait for spaCy.
    from generator.commands.build import show  # noqa: PLC0415
    from generator.pipeline import Options, build  # noqa: PLC0415

    with bars() as progress:
        report = build(root, Options(preview=True), progress)
    # Without the site: its line would tell people to start what is running.
    show(replace(report, site=None), Console(stderr=True, highlight=False))


def _say(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.stderr.flush()
