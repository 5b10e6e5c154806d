"""Who is one person: unions of full names under what must never be joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Unions:
    """Sets of full names that are one person. The order in which unions are asked for must be sorted by the caller."""

    def __init__(
        self,
        keys: Iterable[str],
        apart: Mapping[str, frozenset[str]],
        labels: Mapping[str, str],
        published: Mapping[str, str] | None = None,
    ) -> None:
        """Start with every name for itself.

        Args:
            keys: All full names' keys.
            apart: Key -> keys that are somebody else.
            labels: Key -> entry of people.yml; two entries are never joined.
            published: Key -> id of a published page; two pages are joined by nobody but a maintainer.
        """
        self._root = {key: key for key in keys}
        self._members = {key: [key] for key in self._root}
        self._apart = {key: set(apart.get(key, ())) for key in self._root}
        self._label = {key: labels.get(key, "") for key in self._root}
        self._page = {key: (published or {}).get(key, "") for key in self._root}
        self.held: set[tuple[str, str, str]] = set()
        """Pairs of keys that a rule would join if both were not published already, and the rule."""
        self.rules: dict[str, str] = {}
        """Key -> rule by which it came to a larger set."""

    def find(self, key: str) -> str:
        """The key that stands for the set."""
        return self._root[key]

    def members(self, key: str) -> list[str]:
        """All keys of the set, in no particular order."""
        return self._members[self._root[key]]

    def label(self, key: str) -> str:
        """The entry of people.yml to which the set belongs, or ''."""
        return self._label[self._root[key]]

    def held_pages(self) -> list[tuple[str, str, str]]:
        """Pairs of published pages that a rule would have made one, and the rule, sorted; each pair once."""
        found: dict[tuple[str, str], str] = {}
        for one, other, rule in sorted(self.held):
            pages = sorted({self._page[self._root[one]], self._page[self._root[other]]})
            if len(pages) > 1:
                found.setdefault((pages[0], pages[1]), rule)
        return [(one, other, rule) for (one, other), rule in sorted(found.items())]

    def may_join(self, one: str, other: str) -> bool:
        """Whether nothing keeps the two sets apart."""
        a, b = self._root[one], self._root[other]
        if a == b:
            return True
        if self._label[a] and self._label[b] and self._label[a] != self._label[b]:
            return False
        small, large = (a, b) if len(self._members[a]) <= len(self._members[b]) else (b, a)
        return not any(member in self._apart[large] for member in self._members[small])

    def join(self, one: str, other: str, rule: str, *, forced: bool = False) -> bool:
        """Make the two sets one and say whether they are; ``forced`` is a maintainer's word against a sentence's."""
        if not forced and not self.may_join(one, other):
            return False
        a, b = self._root[one], self._root[other]
        if a == b:
            return True
        if not forced and self._page[a] and self._page[b]:
            self.held.add((min(one, other), max(one, other), rule))
            return False
        if (len(self._members[a]), b) < (len(self._members[b]), a):
            a, b = b, a
            one, other = other, one
        for member in self._members[b]:
            self._root[member] = a
            self.rules.setdefault(member, rule)
        self._members[a] += self._members.pop(b)
        self._apart[a] |= self._apart.pop(b)
        self._label[a] = self._label[a] or self._label[b]
        self._page[a] = self._page[a] or self._page[b]
        return True
