"""``clipfile serve``: the site on this machine, built again whenever content or configuration changes."""

from __future__ import annotations

import queue
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import click
from rich.console import Console

from generator.commands import options
from generator.commands.progress import bars
from generator.commands.site_server import site_server
from generator.commands.watching import changes, next_batch
from generator.config import load_site_config
from generator.errors import ClipfileError
from generator.rendering import current_site

QUIET_SECONDS = 0.5


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


def _build(root: Path) -> None:
    """Build and say what came of it."""
    # Whoever only looks at a finished site need not wait for spaCy.
    from generator.commands.build import show  # noqa: PLC0415
    from generator.pipeline import Options, build  # noqa: PLC0415

    with bars() as progress:
        report = build(root, Options(preview=True), progress)
    # Without the site: its line would tell people to start what is running.
    show(replace(report, site=None), Console(stderr=True, highlight=False), root)


def _say(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.stderr.flush()
