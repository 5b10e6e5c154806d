"""What a build did: for people on standard error, for programs in build/report/build.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Final

import msgspec

from generator.model import LearnedLine, Passed, Quarantined, Unsure

_FURNITURE: Final = """\
# Lines that this build learned as furniture, for they repeat over the files of an outlet, in the form of
# site_config/cleaning.yml. They are removed where they stand outside an article, and mostly within it. To pin a line,
# so that it goes even when it repeats no more, copy it there under `drop`; to have it stay, under `keep`. Lines that
# cleaning.yml speaks of already are left out. The next build writes this file anew.

version: 1

rules:"""
_NO_OUTLET: Final = (
    "# Of files without a known outlet. Without `outlet`, `folder` or `article` a rule holds for all originals."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was built, skipped, quarantined, and why."""

    site: str | None
    """Folder of the published site; None with ``--no-site``."""
    articles: int
    """Articles in the archive."""
    computed: Mapping[str, int] = field(default_factory=dict)
    """Stage -> for how many articles it ran anew: the rest came from the cache."""
    pages: Mapping[str, int] = field(default_factory=dict)
    """Pages by kind."""
    files: int = 0
    """Files of the published site, as a host counts them; 0 with ``--no-site``."""
    bytes: int = 0
    """What they take together."""
    quarantined: tuple[Quarantined, ...] = ()
    passed: tuple[Passed, ...] = ()
    """What web archives, mirrors and feeds hold beside articles."""
    warnings: tuple[str, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    """Articles whose text should be read beside its original, the least sure first."""
    learned: tuple[LearnedLine, ...] = ()
    """Furniture that was learned from repetition; furniture.yml lists it in the form of cleaning.yml."""
    made_by: str = ""
    """Digest of the code and name of the language model that decided: another than the last build's is an upgrade."""
    changes: tuple[str, ...] = ()
    """After an upgrade: who was merged, split, renamed, lost and is new since the last build, line by line."""
    new_addresses: tuple[str, ...] = ()
    """Lines added to or changed in permalinks.csv."""
    seconds: Mapping[str, float] = field(default_factory=dict)
    """Wall time by stage, in the order in which they ran."""
    cpu: Mapping[str, float] = field(default_factory=dict)
    """Processor time likewise; that of workers which serve several stages is not in it."""


def counted(passed: Iterable[Passed]) -> str:
    """How many records were passed over, by reason, in one line; '' where there are none."""
    reasons = Counter(record.reason for record in passed)
    counts = ", ".join(
        f"{count} {reason}" for reason, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    return f"Passed over as no articles: {counts}." if counts else ""


def sureness(unsure: Unsure) -> str:
    """How sure the text of an article is, in one line; of a file with several articles it says which one."""
    which = "" if unsure.path.startswith(unsure.article) else f" ({unsure.article})"
    return f"{unsure.path}{which}: of its text {unsure.certainty:.0%} is expected to be right"


def read_report(folder: Path) -> Report:
    """The report of the last build, from ``folder``.

    Raises:
        OSError: there is none.
        msgspec.MsgspecError: it is no report, or another version's.
    """
    return msgspec.json.decode((folder / "build.json").read_bytes(), type=Report)


def last_maker(folder: Path) -> str:
    """What made the last build whose report lies in ``folder``; '' where there is none."""
    try:
        return msgspec.json.decode((folder / "build.json").read_bytes(), type=_Maker).made_by
    except (OSError, msgspec.MsgspecError):
        return ""


class _Maker(msgspec.Struct):
    made_by: str = ""


def write_report(report: Report, folder: Path) -> Path:
    """Write ``build.json`` and ``furniture.yml`` into ``folder`` and return the path of the former."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "build.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
    (folder / "furniture.yml").write_text(furniture_yaml(report.learned), encoding="utf-8")
    return path


def furniture_yaml(learned: Iterable[LearnedLine]) -> str:
    """Learned furniture in the form of cleaning.yml, each line below how often and where it stands."""
    lines = [_FURNITURE]
    for outlet, own in groupby(learned, key=lambda one: one.outlet):
        lines.append(f"  - outlet: {_quoted(outlet)}" if outlet else f"  {_NO_OUTLET}\n  -")
        lines.append("    drop:")
        for one in own:
            lines.append(f"      # in {one.files} of {one.of} files; {one.example}")
            lines.append(f"      - {_quoted(one.line)}")
    return "\n".join(lines if len(lines) > 1 else [_FURNITURE + " []"]) + "\n"


def _quoted(text: str) -> str:
    """Text in single quotes, in which YAML knows no escapes."""
    return "'" + text.replace("'", "''") + "'"
