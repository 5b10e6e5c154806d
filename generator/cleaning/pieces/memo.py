"""What a pure function says of words that come again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

K = TypeVar("K")
V = TypeVar("V")

_MOST: Final = 1 << 16


class Memo(dict[K, V]):
    """A function whose answers are kept: asked again, it costs one look-up in a dictionary, half of ``lru_cache``.

    That is worth it for words, of which a page has thousands. A full memo forgets everything and begins anew.
    """

    def __init__(self, function: Callable[[K], V]) -> None:
        """Remember what ``function`` says."""
        super().__init__()
        self._function = function

    def __missing__(self, key: K) -> V:
        """Ask the function of what is not remembered."""
        if len(self) >= _MOST:
            self.clear()
        found = self[key] = self._function(key)
        return found
