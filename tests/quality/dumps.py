"""Pages as text dumps in five styles, each made once and kept below ``build/quality`` by its content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Final

import html2text
from bs4 import BeautifulSoup
from inscriptis import get_text  # type: ignore[import-untyped]
from resiliparse.extract.html2text import extract_plain_text

from generator.text.decode import repair
from tests.quality.gold import Dump, Page

CACHE: Final = Path(__file__).parents[2] / "build" / "quality" / "dumps"
SEED_STYLE: Final = "resiliparse main"
BY_LINES: Final = "BeautifulSoup lines"


def _resiliparse(html: str) -> str:
    return str(extract_plain_text(html, main_content=False))


def _resiliparse_main(html: str) -> str:
    return str(extract_plain_text(html, main_content=True))


def _inscriptis(html: str) -> str:
    return str(get_text(html))


def _html2text(html: str) -> str:
    """Wrapped at 78 columns, which is its default, without addresses."""
    writer = html2text.HTML2Text()
    writer.ignore_images = writer.ignore_links = True
    return writer.handle(html)


def _beautifulsoup(html: str) -> str:
    """Every string on a line of its own."""
    soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "noscript"]):
        element.decompose()
    return soup.get_text("\n", strip=True)


STYLES: Final[Mapping[str, tuple[str, Callable[[str], str]]]] = {
    "resiliparse": ("resiliparse", _resiliparse),
    SEED_STYLE: ("resiliparse", _resiliparse_main),
    "inscriptis": ("inscriptis", _inscriptis),
    "html2text wrapped": ("html2text", _html2text),
    BY_LINES: ("beautifulsoup4", _beautifulsoup),
}
"""Style -> the package whose version its dumps depend on, and what makes a dump."""


def render(page: Page, style: str) -> Dump:
    """The dump of a page in a style; an empty one where the tool gives up."""
    package, make = STYLES[style]
    name = hashlib.sha256(page.html.encode("utf-8", "replace")).hexdigest()[:24]
    path = CACHE / f"{style}-{version(package)}".replace(" ", "-") / f"{name}.txt"
    if path.is_file():
        text = path.read_bytes().decode("utf-8")
    else:
        text = repair(_made(make, page.html))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "replace"))
    return Dump(id=page.id, style=style, url=page.url, text=text, truth=page.truth, html=page.html)


def render_all(chosen: Iterable[Page], style: str) -> Iterator[Dump]:
    """The dumps of pages in a style."""
    return (render(page, style) for page in chosen)


def _made(make: Callable[[str], str], html: str) -> str:
    try:
        return make(html)
    except (ValueError, RecursionError, AssertionError, AttributeError, TypeError):
        # The tools' own failures on broken pages: an archive would have an empty dump there.
        return ""
