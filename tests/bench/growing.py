"""How the cost of every stage grows with the archive: ``python -m tests.bench.growing 1000 10000 100000``.

Builds only, nothing beside them. Names are looked up in a list (``tests.bench.listed``) instead of searched by the
model, which takes the same time for every article: 100,000 articles would be searched for an hour.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.bench.corpus import another_article, names_of, write_archive
from tests.bench.listed import NAME, write_model
from tests.bench.runs import COLD, ONE, SAME, Run, build
from tests.bench.tables import growth

_SIZES = (1000, 10_000, 100_000)


def main() -> None:
    """Build an archive of each size and print the table."""
    parser = argparse.ArgumentParser(prog="tests.bench.growing", description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=list(_SIZES), metavar="ARTICLES")
    found: dict[int, dict[str, Run]] = {}
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory(prefix="clipfile-growth-") as folder:
            found[size] = _builds(Path(folder), size)
        print(growth(found), flush=True)


def _builds(root: Path, size: int) -> dict[str, Run]:
    archive, model = root / "archive", root / "model"
    write_archive(archive, size)
    write_model(model, names_of(size))
    (archive / "site_config" / "archive.yml").write_text(f"version: 1\nmodels: {{en: {NAME}}}\n", encoding="utf-8")
    run = partial(build, archive, env={"PYTHONPATH": f"{model}:{Path.cwd()}"})
    runs = [run(COLD), run(SAME)]
    another_article(archive, size)
    runs.append(run(ONE))
    print(f"{size:,} articles built", file=sys.stderr)
    return {one.name: one for one in runs}


if __name__ == "__main__":
    main()
