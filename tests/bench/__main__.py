"""``make bench``: how long a build takes, stage by stage, beside plain MkDocs on the same pages.

``python -m tests.bench [ARTICLES …]`` (default 1000). Times are of this machine and this moment: compare the ratios.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.bench.corpus import write_archive


def main() -> None:
    """Measure an archive of each size."""
    for size in [int(argument) for argument in sys.argv[1:]] or [1000]:
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), size)


def _measure(root: Path, size: int) -> None:
    write_archive(root, size)
    first = root / "content" / "articles" / "evening-post" / "000000.txt"
    cold = _timed(lambda: _build(root))
    warm = _timed(lambda: _build(root))
    shutil.copy(first, first.with_name("one-more.txt"))
    first.write_text(first.read_text(encoding="utf-8") + "\nOne line more.\n", encoding="utf-8")
    one = _timed(lambda: _build(root))
    plain = _timed(lambda: _run("mkdocs", "build", "--strict", "--quiet", "-f", str(root / "mkdocs.yml")))
    site = root / "build" / "site"
    files = [path for path in site.resolve().rglob("*") if path.is_file()]
    print(f"{size} articles, {len(files)} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB")
    print(f"  {'cold build':<24}{cold[0]:8.1f} s CPU {cold[1]:8.1f} s wall")
    print(f"  {'nothing changed':<24}{warm[0]:8.1f} s CPU {warm[1]:8.1f} s wall")
    print(f"  {'one changed, one added':<24}{one[0]:8.1f} s CPU {one[1]:8.1f} s wall")
    print(f"  {'plain mkdocs build':<24}{plain[0]:8.1f} s CPU {plain[1]:8.1f} s wall")
    report = json.loads((root / "build" / "report" / "build.json").read_text(encoding="utf-8"))
    print(
        "  last build by stage: " + ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in report["seconds"].items())
    )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"  peak memory of any process: {peak:.0f} MB")


def _build(root: Path) -> None:
    _run("generator", "build", "-C", str(root))


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, stderr=subprocess.DEVNULL)


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    """CPU seconds (of all children) and wall seconds of some work."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, time.perf_counter() - started


if __name__ == "__main__":
    main()
