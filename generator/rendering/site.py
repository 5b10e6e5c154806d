"""MkDocs as a thin last step: strict, without plugins or hooks of ours."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import RenderError

# Material 9.8 prints an advertisement for its successor on every start; the pin of mkdocs==1.6.1 is our answer to it.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


def render(root: Path, site_dir: Path, *, epoch: int) -> int:
    """Render build/docs below ``root`` into ``site_dir`` and return the number of HTML pages written.

    Args:
        root: the archive's folder, which holds mkdocs.yml.
        site_dir: where the pages go; created, and emptied if it exists.
        epoch: seconds since 1970 that MkDocs writes as the date of the build, so that equal input gives equal bytes.

    Raises:
        RenderError: MkDocs refused the configuration or warned about a page (the build is strict).
    """
    from mkdocs.commands.build import build  # noqa: PLC0415 - 0.4 s that `check` and `clean` need not pay
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    with _messages() as messages, _source_date(epoch):
        try:
            build(load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=True))
        except (MkDocsException, SystemExit) as error:
            raise RenderError("\n".join(["MkDocs could not render the site:", *messages, str(error)])) from error
    return sum(1 for _ in site_dir.rglob("*.html"))


@contextmanager
def _messages() -> Iterator[list[str]]:
    """Collect what MkDocs logs at WARNING and above instead of printing it: the error repeats it."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


@contextmanager
def _source_date(epoch: int) -> Iterator[None]:
    """Set SOURCE_DATE_EPOCH unless the caller's environment has it (reproducible-builds.org)."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
