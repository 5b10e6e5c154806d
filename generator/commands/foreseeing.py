"""What judgements would change, before anything is written: pages, articles, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import pipeline, topics
from generator.archive import telling
from generator.archive.changes import Changes, compare
from generator.config import load_site_config
from generator.pipeline import Understood
from generator.store import permalinks
from generator.store.permalinks import Permalinks
from generator.store.standing import Stand, stand_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """The archive under a new judgements.yml, beside the one of now."""

    text: str
    """The file as it would be."""
    understood: Understood
    changes: Changes
    addresses: tuple[tuple[str, str], ...]
    """Published addresses that lead elsewhere from now on, and where to; a dropped one to ''."""
    open_: int
    """By how many more mentions the surname pages grow; less than none where they shrink."""
    warnings: tuple[str, ...]
    """What is wrong with the file afterwards and was not before."""


def outlook(root: Path, understood: Understood, text: str) -> Outlook:
    """What a judgements.yml with this text makes of the archive.

    Raises:
        ConfigError: it contradicts itself, or people.yml; both places are named.
    """
    config = load_site_config(root, topics.default_keys(), {"judgements": text})
    after = pipeline.foresee(understood, config)
    return Outlook(
        text=text,
        understood=after,
        changes=compare(_stand(understood), _stand(after)),
        addresses=tuple(_led(understood.gathered.locked, understood.links, after.links)),
        open_=_open(after) - _open(understood),
        warnings=tuple(sorted(set(after.warnings) - set(understood.warnings))),
    )


def lines(ahead: Outlook) -> Iterator[str]:
    """The outlook for people."""
    yield from telling.lines(ahead.changes)
    if ahead.addresses:
        yield f"{len(ahead.addresses)} {'addresses' if len(ahead.addresses) > 1 else 'address'} from the next build on:"
        yield from (f"  {address} → {to or 'not found (404)'}" for address, to in ahead.addresses)
    if ahead.open_:
        mentions = telling.counted(abs(ahead.open_), "mention")
        more = "fewer" if ahead.open_ < 0 else "more"
        yield f"{mentions} {more} on pages that ask which bearer of a surname is meant"
    yield from (f"warning: {warning}" for warning in ahead.warnings)


def as_data(ahead: Outlook) -> dict[str, Any]:
    """The outlook for programs."""
    return {
        **telling.as_data(ahead.changes),
        "addresses": [{"from": address, "to": to or None} for address, to in ahead.addresses],
        "open_mentions": ahead.open_,
        "warnings": list(ahead.warnings),
    }


def _stand(understood: Understood) -> Stand:
    found = permalinks.addresses(understood.links)
    return stand_of(understood.archive, {(str(kind), key): address for (kind, key), address in found.items()})


def _led(locked: Permalinks, before: Permalinks, after: Permalinks) -> Iterator[tuple[str, str]]:
    """Published addresses whose fate the judgements change."""
    states = {line.address: line.state for line in before}
    now = {line.address: line for line in after if line.address}
    pages = {(line.kind, line.id): line.address for line in after if line.state == "live"}
    for line in locked:
        if line.address and line.address not in now:
            yield line.address, ""
        elif line.address and now[line.address].state != states.get(line.address) and line.kind == "person":
            state, _, to = now[line.address].state.partition(":")
            targets = [pages.get((line.kind, one), one) for one in to.split("+")] if to else [state]
            yield line.address, " or ".join(targets)


def _open(understood: Understood) -> int:
    return sum(len(surname.mentions) for surname in understood.archive.surnames)
