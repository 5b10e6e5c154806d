"""How many dumps and HTML pages a CPU-second cleans: ``python -m tests.bench.cleaning [PAGES] [CORPORA]``.

The pages are the same ones of html/web in every run, 100 unless told otherwise. Each is dumped in one of the five
styles in turn, then cleaned as a dump and as HTML, in one process, without an outlet's furniture. Models are read
before the measure begins.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Final

from generator.cleaning import CleaningSettings, clean
from generator.model import Original
from generator.text.language import detect
from tests.quality import dumps, gold
from tests.quality.cleaning_metrics import original_of

_PAGES: Final = 100
_WARM: Final = 5
_FOREIGN: Final = "El consejo del puerto decidió el lunes reconstruir el viejo muelle que rompió una tormenta. " * 2
"""The model of languages is read at the first text that is not plainly English, which takes half a second."""


def originals(corpora: Path, most: int) -> dict[str, list[Original]]:
    """Pages as dumps and as HTML; a page that a tool of dumps gives up is no dump."""
    pages = gold.sample(list(gold.pages(corpora, "web")), most)
    dumped = [dumps.render(page, style) for page, style in zip(pages, cycle(dumps.STYLES), strict=False)]
    return {
        "dumps": [original_of(dump.text, dump.id, dump.url) for dump in dumped if dump.text.strip()],
        "HTML pages": [replace(original_of(page.html, page.id, page.url), form="html") for page in pages],
    }


def seconds(articles: Sequence[Original]) -> float:
    """CPU seconds that cleaning all of them takes."""
    settings = CleaningSettings()
    detect(_FOREIGN)
    for article in articles[:_WARM]:
        clean(article, None, settings)
    gc.collect()
    begun = time.process_time()
    for article in articles:
        clean(article, None, settings)
    return time.process_time() - begun


def main() -> None:
    """Print originals per CPU-second, by form."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else _PAGES
    corpora = Path(sys.argv[2]) if len(sys.argv) > 2 else gold.DEFAULT
    for form, articles in originals(corpora, most).items():
        print(f"{len(articles):5} {form:<12} {len(articles) / seconds(articles):6.1f} per CPU-second")


if __name__ == "__main__":
    main()
