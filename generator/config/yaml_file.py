"""Strict YAML with positions: what a maintainer wrote is what is read, and every key knows its line.

Equal keys, anchors, aliases and tags are refused. Only ``true`` and ``false`` are booleans, dates and times stay
text. It is built from the parser's events, because PyYAML's loaders do none of this and recurse without bound.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from generator.errors import ConfigError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

KeyPath = tuple[str | int, ...]
MAX_BYTES = 20_000_000
_MAX_DEPTH = 24
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,18}\.[0-9]{0,18}|\.[0-9]{1,18})(?:[eE][-+]?[0-9]{1,3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A YAML document as plain Python values, with the place of every key and item."""

    file: str
    value: Any
    lines: Mapping[KeyPath, int] = field(default_factory=dict)
    texts: Mapping[KeyPath, str] = field(default_factory=dict)
    """The spelling of every scalar: where text is wanted, ``2016`` is that text and not a number."""

    def line(self, path: KeyPath) -> int | None:
        """The line of a key, or of the nearest key above it that stands in the file."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path)

    def problem(self, path: KeyPath, message: str, remedy: str) -> Problem:
        """What is wrong with the value of a key, with file, line and remedy."""
        return Problem(self.file, message, self.line(path), key_text(path), remedy)


def read_yaml(path: Path, name: str | None = None, *, lenient: bool = False) -> Tree:
    """The document in a file; ``name`` is how messages call the file, ``lenient`` takes tags and anchors for text.

    Raises:
        ConfigError: it cannot be read, with line and remedy.
    """
    shown = name or path.name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError((Problem(shown, f"cannot be read: {error.strerror or error}"),)) from error
    return yaml_of(data, shown, lenient=lenient)


def yaml_of(data: bytes, name: str, *, lenient: bool = False) -> Tree:
    """The document in the bytes of a file that messages call ``name``.

    Raises:
        ConfigError: it cannot be read, with line and remedy.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError((Problem(name, "is not UTF-8", line, remedy="Save the file as UTF-8."),)) from error
    return parse_yaml(text, name, lenient=lenient)


def parse_yaml(text: str, name: str, *, first_line: int = 1, lenient: bool = False) -> Tree:
    """The document in a text whose first line is number ``first_line`` of the file ``name``.

    Raises:
        ConfigError: it is no YAML, or YAML of the kinds that are refused; with line and remedy.
    """
    if len(text) > MAX_BYTES:
        raise ConfigError((Problem(name, f"is longer than {MAX_BYTES:,} characters"),))
    builder = _Builder(name, first_line - 1, lenient=lenient)
    try:
        value = builder.document(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        raise ConfigError((_syntax_problem(error, name, first_line - 1),)) from error
    if builder.problems:
        raise ConfigError(tuple(builder.problems))
    return Tree(file=name, value=value, lines=builder.lines, texts=builder.texts)


class _Builder:
    """Values, lines and problems of one document while its events go by."""

    def __init__(self, name: str, offset: int, *, lenient: bool) -> None:
        self.name = name
        self.offset = offset
        self.lenient = lenient
        self.lines: dict[KeyPath, int] = {}
        self.texts: dict[KeyPath, str] = {}
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Any:
        """The value of the only document; None where the file is empty."""
        value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, (), "a second document (---)", "Keep one document a file.")
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                value = self._node(event, events, ())
        return value

    def _node(self, event: Any, events: Iterator[Any], path: KeyPath) -> Any:
        self.lines.setdefault(path, self._line(event))
        if len(path) > _MAX_DEPTH:
            self._refuse(event, path[:3], "is nested too deeply", "Nothing here needs more than a few levels.")
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, path)
        self._check_kind(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, path)
        return self._scalar(event, path)

    def _mapping(self, events: Iterator[Any], path: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, path, "a key must be plain text", "Write `key: value`; quote keys with [ or {.")
            key = event.value
            if key in found:
                first = self.lines[(*path, key)]
                self._report(event, (*path, key), f"is given twice (first in line {first})", "Keep one of them.")
            self.lines[(*path, key)] = self._line(event)
            found[key] = self._node(next(events), events, (*path, key))
        return found

    def _sequence(self, events: Iterator[Any], path: KeyPath) -> list[Any]:
        found: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._node(event, events, (*path, len(found))))
        return found

    def _scalar(self, event: Any, path: KeyPath) -> Any:
        self.texts[path] = event.value
        return event.value if event.style else _plain(event.value)

    def _alias(self, event: Any, path: KeyPath) -> None:
        if not self.lenient:
            self._report(event, path, f"uses an alias (*{event.anchor})", "Write the value out; quote text with a *.")

    def _check_kind(self, event: Any, path: KeyPath) -> None:
        if self.lenient:
            return
        if event.anchor:
            self._report(event, path, f"has an anchor (&{event.anchor})", "Write the value out; quote text with an &.")
        if event.tag and event.tag != "!":
            self._report(event, path, f"has a tag ({event.tag})", "Remove it; quote text that begins with an !.")

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + 1 + self.offset

    def _report(self, event: Any, path: KeyPath, message: str, remedy: str) -> None:
        self.problems.append(Problem(self.name, message, self._line(event), key_text(path), remedy))

    def _refuse(self, event: Any, path: KeyPath, message: str, remedy: str) -> NoReturn:
        self._report(event, path, message, remedy)
        raise ConfigError(tuple(self.problems))


def key_text(path: KeyPath) -> str:
    """A key path as messages show it: ``topics.politics.words[0]``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _plain(text: str) -> Any:
    """The value of an unquoted scalar, by YAML 1.2 and without its rarer numbers."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _syntax_problem(error: yaml.YAMLError, name: str, offset: int) -> Problem:
    """What the parser says, with its line and the commonest cause."""
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 + offset if mark else None
    said = getattr(error, "problem", None) or str(error).partition("\n")[0]
    remedy = 'Check indentation, colons and quotes; text with ": " or a leading special character needs quotes.'
    return Problem(name, f"is not valid YAML: {said}", line, remedy=remedy)
