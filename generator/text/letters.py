"""Classes of letters for patterns, which know those of ASCII alone by name."""

from __future__ import annotations

from itertools import chain
from typing import Final

CAPITALS: Final = "".join(filter(str.isupper, map(chr, chain(range(0x590), range(0x1E00, 0x1F00)))))
"""All capitals of Latin, Greek, Cyrillic and Armenian, as they stand in a class of a pattern: ``[{CAPITALS}]``."""
CASELESS: Final = "\u0590-\u06ff\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Letters of scripts without capitals, likewise: Hebrew, Arabic, kana, Han, Hangul."""
EASTERN: Final = "\u3040-\u30fa\u30fc-\u30ff\u3400-\u9fff"
"""Kana and Han, likewise: scripts that put no blanks between words."""
