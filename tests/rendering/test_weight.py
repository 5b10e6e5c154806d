"""What a host has to take is counted."""

from __future__ import annotations

import os
from pathlib import Path

from generator.rendering import weigh
from generator.rendering.files import files_in


def test_files_and_bytes_are_counted_in_every_folder(tmp_path: Path) -> None:
    """Links to the generation before are files like others; folders are none."""
    (tmp_path / "people" / "ada").mkdir(parents=True)
    (tmp_path / "index.html").write_bytes(b"12345")
    (tmp_path / "people" / "ada" / "index.html").write_bytes(b"123")
    os.link(tmp_path / "index.html", tmp_path / "again.html")
    weight = weigh(files_in(tmp_path))
    assert (weight.files, weight.bytes) == (3, 13)


def test_an_empty_folder_weighs_nothing(tmp_path: Path) -> None:
    """No file, no byte."""
    weight = weigh(files_in(tmp_path))
    assert (weight.files, weight.bytes) == (0, 0)
