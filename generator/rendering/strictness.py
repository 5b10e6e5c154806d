"""MkDocs' warnings are errors of ours: a build is strict."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from generator.errors import RenderError


@contextmanager
def strictly() -> Iterator[None]:
    """Turn whatever MkDocs refuses or logs at WARNING and above into one error.

    Raises:
        RenderError: with all that was logged.
    """
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    with _messages() as messages:
        try:
            yield
        except (MkDocsException, SystemExit) as error:
            raise RenderError("\n".join(["MkDocs could not render the site:", *messages, str(error)])) from error
        if messages:
            raise RenderError("\n".join(["MkDocs warned, and a build is strict:", *messages]))


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
