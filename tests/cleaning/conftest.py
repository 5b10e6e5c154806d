"""Originals made from plain strings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import Metadata, Origin, Original, OutletRef

MakeOriginal = Callable[..., Original]


def original_of(
    text: str, *, path: str = "story.txt", url: str | None = None, metadata: Metadata | None = None
) -> Original:
    """An original of form ``text``."""
    return Original(
        id=path.rsplit(".", 1)[0],
        origin=Origin(path=path, sha256="0" * 64, media_type="text/plain", url=url),
        form="text",
        text=text,
        metadata=metadata or Metadata(url=url),
        outlet=OutletRef(key="", name="", basis=""),
    )


@pytest.fixture
def make_original() -> MakeOriginal:
    """A maker of originals."""
    return original_of
