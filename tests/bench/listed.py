"""A stand-in for the language model: names are looked up in the list that the articles were made from.

The search for names takes a model the same time for every article, so that its growth is known and its hours teach
nothing. What follows from the names (who is who, filing, pages, search) is the same with names from a list.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

NAME: Final = "clipfile_bench_names"
_MODULE: Final = '''"""Finds the names of a list."""
from pathlib import Path
import spacy


def load(**_):
    nlp = spacy.blank("en")
    nlp.meta.update({"name": "names", "version": "1.0"})
    ruler = nlp.add_pipe("entity_ruler")
    lines = Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()
    ruler.add_patterns([dict(zip(("label", "pattern"), line.split("\\t"))) for line in lines])
    return nlp
'''
_METADATA: Final = f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n"


def write_model(folder: Path, names: Iterable[tuple[str, str]]) -> None:
    """Write an installed package, so that a build with ``folder`` in PYTHONPATH finds it as a model called ``NAME``.

    Args:
        folder: an empty folder.
        names: label of spaCy (``PERSON``) and name, each name once.
    """
    package, info = folder / NAME, folder / f"{NAME}-1.0.dist-info"
    for made in (package, info):
        made.mkdir(parents=True)
    (package / "__init__.py").write_text(_MODULE, encoding="utf-8")
    (package / "names.tsv").write_text("".join(f"{label}\t{name}\n" for label, name in names), encoding="utf-8")
    (info / "METADATA").write_text(_METADATA, encoding="utf-8")
