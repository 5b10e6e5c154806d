"""From a YAML tree to the frozen classes of ``config.schema``: every problem is found, not only the first."""

from __future__ import annotations

import dataclasses
import difflib
import types
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from generator.config.yaml_file import KeyPath, Tree
from generator.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_MISSING = object()


def convert(tree: Tree, wanted: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    """The tree's document as ``wanted`` and all that is wrong with it.

    What is wrong is left out of the value, so that the rest can still be checked; None where nothing is left.
    """
    problems: list[Problem] = []
    value = _Conversion(tree, problems).value(tree.value, wanted, ())
    return (None if value is _MISSING else value), tuple(problems)


def yaml_name(field_name: str) -> str:
    """A field as YAML writes it: ``not_`` is ``not``."""
    return field_name.rstrip("_")


class _Conversion:
    """One walk over a tree beside the types that its values should have."""

    def __init__(self, tree: Tree, problems: list[Problem]) -> None:
        self.tree = tree
        self.problems = problems

    def value(self, found: Any, wanted: Any, path: KeyPath) -> Any:
        """``found`` as ``wanted``, or _MISSING after a problem was reported."""
        origin = get_origin(wanted)
        if origin in (Union, types.UnionType):
            return self._optional(found, wanted, path)
        if dataclasses.is_dataclass(wanted):
            return self._record(found, wanted, path)
        if origin is Mapping:
            return self._mapping(found, get_args(wanted)[1], path)
        if origin is tuple:
            return self._items(found, get_args(wanted), path)
        return self._leaf(found, wanted, path)

    def _optional(self, found: Any, wanted: Any, path: KeyPath) -> Any:
        inner = [option for option in get_args(wanted) if option is not type(None)]
        return None if found is None else self.value(found, inner[0], path)

    def _record(self, found: Any, wanted: Any, path: KeyPath) -> Any:
        if found is None:
            found = {}
        if not isinstance(found, dict):
            return self._wrong(path, found, wanted)
        hints = field_types(wanted)
        for key in found:
            if key not in hints:
                self._unknown(key, tuple(hints), path)
        values: dict[str, Any] = {}
        for field in dataclasses.fields(wanted):
            key = yaml_name(field.name)
            if key in found:
                values[field.name] = self.value(found[key], hints[key], (*path, key))
            elif is_required(field):
                self._report(path, f"`{key}` is missing", f"Add `{key}: {example(hints[key])}`.")
                values[field.name] = _MISSING
            if values.get(field.name) is _MISSING and not is_required(field):
                del values[field.name]
        return _MISSING if any(value is _MISSING for value in values.values()) else wanted(**values)

    def _mapping(self, found: Any, wanted: Any, path: KeyPath) -> Any:
        if found is None:
            return {}
        if not isinstance(found, dict):
            return self._wrong(path, found, types.GenericAlias(Mapping, (str, wanted)))
        values = {key: self.value(value, wanted, (*path, key)) for key, value in found.items()}
        return {key: value for key, value in values.items() if value is not _MISSING}

    def _items(self, found: Any, wanted: tuple[Any, ...], path: KeyPath) -> Any:
        if found is None and wanted[-1] is Ellipsis:
            return ()
        if not isinstance(found, list):
            return self._wrong(path, found, types.GenericAlias(tuple, wanted))
        if wanted[-1] is not Ellipsis and len(found) != len(wanted):
            right = example(types.GenericAlias(tuple, wanted))
            self._report(path, f"needs exactly {len(wanted)} items", f"Write {right}.")
            return _MISSING
        kinds = [wanted[0]] * len(found) if wanted[-1] is Ellipsis else list(wanted)
        values = [self.value(item, kinds[number], (*path, number)) for number, item in enumerate(found)]
        is_whole = wanted[-1] is Ellipsis or not any(value is _MISSING for value in values)
        return tuple(value for value in values if value is not _MISSING) if is_whole else _MISSING

    def _leaf(self, found: Any, wanted: Any, path: KeyPath) -> Any:
        if wanted is str and found is not None and path in self.tree.texts:
            found = self.tree.texts[path]
        try:
            return msgspec.convert(found, wanted, strict=True)
        except msgspec.ValidationError:
            return self._wrong(path, found, wanted)

    def _wrong(self, path: KeyPath, found: Any, wanted: Any) -> Any:
        shown = "nothing" if found is None else _kind_of(found)
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        right = example(wanted)
        written = f"Write `{key}: {right}`." if key and not isinstance(path[-1], int) else f"Write `{right}`."
        self._report(path, f"{expected(wanted)} is expected here, not {shown}", written)
        return _MISSING

    def _unknown(self, key: str, known: tuple[str, ...], path: KeyPath) -> None:
        near = difflib.get_close_matches(key, known, n=1, cutoff=0.6)
        remedy = f"Did you mean `{near[0]}`?" if near else f"Known here: {', '.join(known)}."
        self._report((*path, key), "is not a key of this file", remedy)

    def _report(self, path: KeyPath, message: str, remedy: str) -> None:
        self.problems.append(self.tree.problem(path, message, remedy))


@cache
def field_types(wanted: type) -> dict[str, Any]:
    """The keys of a class as YAML writes them, with their types."""
    return {yaml_name(name): hint for name, hint in get_type_hints(wanted).items()}


def is_required(field: dataclasses.Field[Any]) -> bool:
    """Whether a field has no default."""
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


_EXAMPLES: dict[Any, str] = {str: "text", bool: "true", int: "3", float: "0.5"}
_NAMES: dict[Any, str] = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}


def example(wanted: Any) -> str:
    """A right value of a type, in YAML's flow style."""
    return _describe(wanted, _EXAMPLES, _flow_example)


def expected(wanted: Any) -> str:
    """A type in a reader's words."""
    return _describe(wanted, _NAMES, _container_name)


def _describe(wanted: Any, words: Mapping[Any, str], container: Callable[[Any], str]) -> str:
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _describe(get_args(wanted)[0], words, container)
    if origin is Literal:
        choices = [str(choice) for choice in get_args(wanted)]
        return choices[0] if words is _EXAMPLES else " or ".join(f"`{choice}`" for choice in choices)
    return words.get(wanted) or container(wanted)


def _flow_example(wanted: Any) -> str:
    arguments = [argument for argument in get_args(wanted) if argument is not Ellipsis]
    if get_origin(wanted) is tuple:
        many = 2 if len(arguments) == 1 else 1
        return "[" + ", ".join(example(argument) for argument in arguments * many) + "]"
    if get_origin(wanted) is Mapping:
        return "{name: " + example(arguments[1]) + "}"
    key, hint = next(iter(field_types(wanted).items()))
    return "{" + f"{key}: {example(hint)}" + "}"


def _container_name(wanted: Any) -> str:
    return "a list" if get_origin(wanted) is tuple else "a group of `key: value` lines"


def _kind_of(found: Any) -> str:
    """What a maintainer wrote, in his words."""
    if isinstance(found, bool):
        return "true or false"
    names: dict[type, str] = {dict: "a group of keys", list: "a list"}
    return names.get(type(found), f"`{str(found)[:40]}`")
