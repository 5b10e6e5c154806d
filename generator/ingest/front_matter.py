"""What stands above a Markdown document about it: front matter of generators of sites and of writing programs."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final

from generator.config.yaml_file import parse_yaml
from generator.errors import ConfigError
from generator.ingest.context import as_written
from generator.text.field_names import is_known
from generator.text.properties import Headed, labelled, run_of, unlinked


class Unparsable(Exception):  # noqa: N818 - it is a verdict on a document, not an error of the program
    """Front matter that cannot be read; the message names its line and what is wrong there."""


_FENCE: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY_LINE: Final = re.compile(r"^[A-Za-z_][\w\-]{0,40}:(?:\s|$)", re.MULTILINE)
_PLUSES: Final = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_JSON_FENCE: Final = re.compile(r"---json[ \t]*\n\s*(?=\{)")
_PERCENT: Final = re.compile(r"%[ \t]+(?P<said>[^\n]{1,500}(?:\n[ \t]+[^\n]{1,500}){0,20})(?:\n|\Z)")
_COMMENT: Final = re.compile(r"<!--[ \t]*\n(?P<lines>(?:\.\.[ \t][^\n]{0,2000}\n){1,60})[ \t]*-->[ \t]*(?:\n|\Z)")
_COMMENT_LINE: Final = re.compile(r"\.\.[ \t]+(?P<key>[\w-]{1,40}):[ \t]*(?P<value>[^\n]*)")
_DOUBLED: Final = re.compile(r"(?:-[ \t]+)?(?P<key>[\w -]{1,40})::[ \t]*(?P<value>[^\n]{0,2000})(?:\n|\Z)")
_SPACE: Final = re.compile(r"\s+")


def headed(text: str) -> Headed:
    """A Markdown document without what is said above it, and that, by the names that its program has for it.

    YAML between ``---`` (Jekyll, Hugo, Obsidian, Pandoc), TOML between ``+++``, JSON (Hugo, Eleventy), a block of
    ``Title: …`` (Pelican, MultiMarkdown), ``% title`` (Pandoc), a comment of ``.. title: …`` (Nikola), ``title:: …``
    (Logseq, Roam).

    Raises:
        Unparsable: YAML or TOML is broken.
    """
    for reader in _READERS:
        if (found := reader(text)) is not None:
            return Headed(unlinked(found.values), found.text.lstrip("\n"))
    return Headed({}, text)


def _yaml(text: str) -> Headed | None:
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end() + 1) if opening else None
    if opening is None or closing is None:
        return None
    block = text[opening.end() + 1 : closing.start()]
    try:
        tree = parse_yaml(block, "", first_line=2)
    except ConfigError as error:
        if not _KEY_LINE.search(block):
            return None
        problem = error.problems[0]
        where = f"{problem.key} " if problem.key else ""
        raise Unparsable(f"front matter, line {problem.line}: {where}{problem.message}. {problem.remedy}") from error
    return Headed(as_written(tree), text[closing.end() :]) if isinstance(tree.value, dict) else None


def _toml(text: str) -> Headed | None:
    opening = _PLUSES.match(text)
    closing = _PLUSES.search(text, opening.end() + 1) if opening else None
    if opening is None or closing is None:
        return None
    block = "\n" + text[opening.end() + 1 : closing.start()]  # lines are counted in the document
    try:
        return Headed(_dated(tomllib.loads(block)), text[closing.end() :])
    except tomllib.TOMLDecodeError as error:
        raise Unparsable(f"front matter is not valid TOML: {error}. Correct it between the lines of +++") from error


def _dated(value: Any) -> Any:
    """TOML's dates and moments as text."""
    if isinstance(value, dict):
        return {key: _dated(inner) for key, inner in value.items()}
    return value.isoformat() if isinstance(value, date | datetime) else value


def _json(text: str) -> Headed | None:
    fence = _JSON_FENCE.match(text)
    if not fence and not text.startswith("{"):
        return None
    try:
        values, end = json.JSONDecoder().raw_decode(text, fence.end() if fence else 0)
    except (ValueError, RecursionError):
        return None
    if fence and (closing := _FENCE.search(text, end)):
        end = closing.end()
    return Headed(values, text[end:]) if any(map(is_known, values)) else None


def _percent(text: str) -> Headed | None:
    said: Sequence[re.Match[str]] = list(run_of(_PERCENT, text))[:3]
    if not said:
        return None
    lines = [_SPACE.sub(" ", match["said"]).strip() for match in said]
    return Headed(dict(zip(("title", "authors", "date"), lines, strict=False)), text[said[-1].end() :])


def _comment(text: str) -> Headed | None:
    comment = _COMMENT.match(text)
    if comment is None:
        return None
    return Headed(dict(_COMMENT_LINE.findall(comment["lines"])), text[comment.end() :])


def _doubled(text: str) -> Headed | None:
    return labelled(text, _DOUBLED)


_READERS: Final[Sequence[Callable[[str], Headed | None]]] = (
    _yaml,
    _toml,
    _json,
    _percent,
    _comment,
    _doubled,
    labelled,
)
