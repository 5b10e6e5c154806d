"""What maintainers say in cleaning.yml about the originals of an outlet, a folder or one article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.config.schema import CleaningRule
from generator.model import Original


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """The rules that apply to one original, ready to be asked."""

    keep: tuple[re.Pattern[str], ...] = ()
    drop: tuple[re.Pattern[str], ...] = ()
    drop_after: tuple[re.Pattern[str], ...] = ()

    def keeps(self, line: str) -> bool:
        """Whether a line is never to be removed."""
        return any(pattern.search(line) for pattern in self.keep)

    def drops(self, line: str) -> bool:
        """Whether a line is to be removed."""
        return any(pattern.search(line) for pattern in self.drop)

    def ends(self, line: str) -> bool:
        """Whether a line ends the article."""
        return any(pattern.search(line) for pattern in self.drop_after)


def rules_for(original: Original, rules: Sequence[CleaningRule]) -> OwnRules:
    """The maintainers' rules that name an original's outlet, folder or id."""
    own = [rule for rule in rules if _applies(rule, original)]
    return OwnRules(
        keep=_patterns(line for rule in own for line in rule.keep),
        drop=_patterns(line for rule in own for line in rule.drop),
        drop_after=_patterns(line for rule in own for line in rule.drop_after),
    )


def _applies(rule: CleaningRule, original: Original) -> bool:
    if rule.outlet is not None and rule.outlet not in {original.outlet.key, original.outlet.name}:
        return False
    if rule.folder is not None and not original.origin.path.startswith(rule.folder.strip("/") + "/"):
        return False
    return rule.article is None or rule.article == original.id


def _patterns(lines: object) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(str(line)) for line in lines)  # type: ignore[attr-defined]


def _pattern(line: str) -> re.Pattern[str]:
    """``/…/`` is a regular expression; anything else is the whole line, white space around it aside."""
    if len(line) > 2 and line.startswith("/") and line.endswith("/"):
        return re.compile(line[1:-1])
    return re.compile(r"\A\s*" + re.escape(line.strip()) + r"\s*\Z")
