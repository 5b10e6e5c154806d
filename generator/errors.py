"""The mistakes a user can make, each named for what went wrong.

ClipfileError
├── ConfigError        a file of site_config/ or mkdocs.yml says something that cannot be
├── ContentError       originals cannot be used as they are (``--strict``, contradictory ids)
├── LockedError        ``--locked`` and permalinks.csv would have to change
├── GateError          the next site failed its check and was not published
└── RenderError        MkDocs or Pagefind failed
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a file: where it is, and what to do about it."""

    file: str
    message: str
    line: int | None = None
    key: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        """``site_config/topics.yml:12: topics.politics.words: … (remedy)``."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        what = f"{self.key}: {self.message}" if self.key else self.message
        return f"{where}: {what}" + (f"\n    {self.remedy}" if self.remedy else "")


class ClipfileError(Exception):
    """Anything a user can mend; printed without a traceback, exit status 1."""

    exit_code = 1


class ConfigError(ClipfileError):
    """Configuration that cannot be; carries every problem found, not only the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Join the problems into one message, one a line."""
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class ContentError(ClipfileError):
    """Originals that cannot be used as they are."""


class LockedError(ClipfileError):
    """``--locked`` and permalinks.csv would have to change; the message holds the lines."""


class GateError(ClipfileError):
    """The next site failed its check; the old one still stands."""


class RenderError(ClipfileError):
    """MkDocs or Pagefind failed; the old site still stands."""
