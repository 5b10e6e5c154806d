"""``make bench``: how fast, how large, beside the alternatives on the same articles in the same run.

Times are of this machine and this moment: compare the ratios. docs/performance.md says what each figure means.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from tests.bench.runs import measure_all
from tests.bench.tables import report

_PAGE: Final = Path(__file__).parents[2] / "docs" / "performance.md"
_FROM, _TO = "<!-- begin: make bench -->", "<!-- end: make bench -->"
_SLOW: Final = 1000
"""Plain MkDocs and Zensical take minutes for larger archives."""


def main() -> None:
    """Measure an archive of each size."""
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000, 10_000], metavar="ARTICLES")
    parser.add_argument(
        "--slow", action="store_true", help=f"run plain MkDocs and Zensical above {_SLOW} articles, too"
    )
    parser.add_argument("--markdown", action="store_true", help="write the tables into docs/performance.md")
    parser.add_argument("--note", default="", help="a word on the circumstances, for the tables' first line")
    asked = parser.parse_args()
    found = []
    for size in asked.sizes:
        with tempfile.TemporaryDirectory(prefix="clipfile-bench-") as folder:
            found.append(measure_all(Path(folder), size, slow=asked.slow or size <= _SLOW))
    day = datetime.now(tz=UTC).date()
    told = f"{day.day} {day:%B %Y}, {os.cpu_count()} cores.{' ' * bool(asked.note)}{asked.note}\n\n{report(found)}"
    print(told)
    if asked.markdown:
        before, _, rest = _PAGE.read_text(encoding="utf-8").partition(_FROM)
        after = rest.partition(_TO)[2]
        _PAGE.write_text(f"{before}{_FROM}\n\n{told}\n{_TO}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
