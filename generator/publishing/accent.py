"""The archive's one colour, made legible on paper and on black (WCAG 2.2, contrast 4.5 to 1 and better)."""

from __future__ import annotations

import re
from typing import Final

PAPER: Final = "#fbfaf7"
INK: Final = "#131417"
_DEFAULT: Final = "#7a1f1f"
_ENOUGH: Final = 5.0
_HEX: Final = re.compile(r"#[0-9a-fA-F]{6}")
_STEPS: Final = 50


def accent_css(accent: str) -> bytes:
    """A stylesheet of two variables: the accent for the light and for the dark scheme."""
    chosen = accent if _HEX.fullmatch(accent) else _DEFAULT
    light, dark = legible(chosen, PAPER), legible(chosen, INK)
    return f":root {{ --cf-accent-light: {light}; --cf-accent-dark: {dark}; }}\n".encode()


def legible(colour: str, ground: str) -> str:
    """The colour, moved towards black or white until it can be read on the ground."""
    goal = "#000000" if _luminance(ground) > 0.5 else "#ffffff"
    for step in range(_STEPS + 1):
        mixed = _mix(colour, goal, step / _STEPS)
        if contrast(mixed, ground) >= _ENOUGH:
            return mixed
    return goal


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _mix(colour: str, goal: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(goal), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in _channels(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
