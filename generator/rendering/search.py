"""The search index: Pagefind's binary over the rendered pages."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from generator.errors import RenderError

_BUNDLE = "pagefind"
_ARTICLES = "articles/*/index.html"
"""The pages that can be found. There are several other pages an article: not to read them halves the work."""


def index(site_dir: Path, *, language: str = "en") -> int:
    """Index the rendered pages into ``site_dir/pagefind`` and return how many pages can be found.

    Only elements marked ``data-pagefind-body`` are indexed, so indexes and listings stay out.

    Raises:
        RenderError: the binary is missing or failed; the message holds what it printed.
    """
    command = [str(_binary()), "--site", str(site_dir), "--output-subdir", _BUNDLE, "--force-language", language]
    if any(site_dir.glob(_ARTICLES)):  # Pagefind takes it for a mistake where nothing matches
        command += ["--glob", _ARTICLES]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own binary, no shell
    if done.returncode != 0:
        raise RenderError(f"Pagefind could not index the site:\n{done.stdout}{done.stderr}")
    return _indexed(site_dir)


def _indexed(site_dir: Path) -> int:
    entry = site_dir / _BUNDLE / "pagefind-entry.json"
    if not entry.is_file():
        return 0
    languages = json.loads(entry.read_text(encoding="utf-8"))["languages"]
    return sum(language["page_count"] for language in languages.values())


def _binary() -> Path:
    import pagefind_bin  # noqa: PLC0415 - a check of the configuration need not have it

    return Path(pagefind_bin.get_executable())
