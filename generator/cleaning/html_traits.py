"""What can be measured on a visible block of a page: named numbers, on which the choice of the body is built."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import html

from generator.cleaning.html_blocks import PageBlock
from generator.cleaning.html_surroundings import Surroundings
from generator.cleaning.shapes import shape_of
from generator.cleaning.words import ANY_FUNCTION_WORD

Traits = dict[str, float]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_READ: Final = 2_000
_PROSE_WORDS: Final = 8
_PROSE_SHARE: Final = 0.2
_LEVELS: Final = 4
_SHARES: Final = (0.4, 0.6, 0.8)
_NEIGHBOURS: Final[Mapping[int, Sequence[str]]] = {
    -2: ("shape", "in-60", "near-related"),
    -1: ("shape", "linked", "capitals", "ends-stop"),
    1: ("shape", "linked", "capitals", "ends-stop", "words", "in-60", "near-related", "prose"),
    2: ("shape", "linked", "capitals", "words", "in-60"),
    3: ("shape", "in-60", "near-related"),
}
"""What is told of a block's neighbours, by their distance; more was tried and not asked for by any tree."""
_ASKED: Final = {
    distance: tuple((name, f"{name}@{distance}") for name in names) for distance, names in _NEIGHBOURS.items()
}
CONTROLS: Final = frozenset({"option", "textarea", "select", "optgroup"})
"""Elements whose text a reader may choose or write, and that is never the article."""
_FAR: Final = 99.0
_SHAPES: Final[Mapping[str, float]] = {"": 0.0, "line": 1.0, "section": 2.0, "tail": 3.0}


@dataclass(slots=True)
class _Page:
    """Sums over a page, by element."""

    root: html.HtmlElement
    prose: list[float]
    words: list[int]
    chains: list[list[html.HtmlElement]]
    mass: Counter[html.HtmlElement] = field(default_factory=Counter)
    """Words of prose below an element."""
    count: Counter[html.HtmlElement] = field(default_factory=Counter)
    spoken: Counter[html.HtmlElement] = field(default_factory=Counter)
    total: float = 1.0


def page_traits(root: html.HtmlElement, blocks: Sequence[PageBlock]) -> list[Traits]:
    """The traits of every block of a page."""
    own = [_own(block) for block in blocks]
    page = _sums(root, blocks, own)
    surroundings = Surroundings()
    for traits, block in zip(own, blocks, strict=True):
        traits.update(surroundings.of(block.element))
    _place(page, blocks, own)
    _repetition(blocks, own, page)
    _beside(blocks, own, page)
    _under(blocks, own)
    return own


def _own(block: PageBlock) -> Traits:
    text = block.text
    words = _WORD.findall(text[:_READ])
    count = len(words)
    lower = [word.lower() for word in words]
    some = max(1, count)
    return {
        "words": count * max(1.0, len(text) / _READ),
        "function": sum(map(ANY_FUNCTION_WORD.__contains__, lower)) / some,
        "capitals": sum([word[0].isupper() for word in words]) / some,
        "linked": sum([end - start for start, end, _ in block.links]) / len(text),
        "ends-stop": float(text[-1] in ".!?\"”’')"),
        "ends-colon": float(text[-1] == ":"),
        "commas": text.count(","),
        "emphasis": block.emphasis / len(text),
        "hidden": float(block.hidden),
        "shape": _SHAPES[shape.effect if (shape := shape_of(text)) is not None else ""],
        "starts-lower": float(text[0].islower()),
        "question": float(text[-1] == "?"),
        "we": float("we" in lower or "our" in lower or "i" in lower),
        f"kind-{block.kind}": 1.0,
        f"tag-{block.element.tag}": 1.0,
    }


def _sums(root: html.HtmlElement, blocks: Sequence[PageBlock], own: Sequence[Traits]) -> _Page:
    prose = [_prose(block, traits) for block, traits in zip(blocks, own, strict=True)]
    chains = [[block.element, *block.element.iterancestors()] for block in blocks]
    page = _Page(root=root, prose=prose, words=[int(traits["words"]) for traits in own], chains=chains)
    for words, spoken, chain in zip(prose, page.words, chains, strict=True):
        for element in chain:
            page.mass[element] += words  # type: ignore[assignment]
            page.count[element] += 1
            page.spoken[element] += spoken
    page.total = sum(prose) or 1.0
    return page


def _prose(block: PageBlock, traits: Traits) -> float:
    """How many words of running text a block holds, linked ones aside."""
    traits["prose"] = 0.0
    running = traits["words"] >= _PROSE_WORDS and traits["function"] > _PROSE_SHARE
    if running and not block.hidden and block.element.tag not in CONTROLS:
        traits["prose"] = traits["words"] * (1 - traits["linked"])
    return traits["prose"]


def _holder(page: _Page, share: float) -> html.HtmlElement:
    """The innermost element that holds a share of the page's prose."""
    holder = page.root
    while True:
        inner = next((child for child in holder if page.mass.get(child, 0) >= share * page.total), None)
        if inner is None:
            return holder
        holder = inner


def _top(page: _Page) -> html.HtmlElement:
    """The element whose children and grandchildren hold the most prose."""
    score: dict[html.HtmlElement, float] = {}
    for words, chain in zip(page.prose, page.chains, strict=True):
        for weight, element in zip((1.0, 0.5), chain[1:3], strict=False):
            if words:
                score[element] = score.get(element, 0.0) + weight * words
    return max(score, key=lambda element: score[element], default=page.root)


def _place(page: _Page, blocks: Sequence[PageBlock], own: Sequence[Traits]) -> None:
    """Where each block stands: in the page, in its prose, in the tree seen from the elements that hold most of it."""
    holders = {f"in-{round(100 * share)}": _holder(page, share) for share in _SHARES}
    main = holders["in-60"]
    top = _top(page)
    upward = {element: level for level, element in enumerate([top, *top.iterancestors()])}
    first = next((index for index, chain in enumerate(page.chains) if main in chain), 0)
    headline = next((index for index, block in enumerate(blocks) if block.element.tag == "h1"), None)
    before = 0.0
    for index, (traits, chain) in enumerate(zip(own, page.chains, strict=True)):
        up = next((level for level, element in enumerate(chain) if element in upward), None)
        traits["depth"] = len(chain)
        traits["position"] = index / len(own)
        traits["prose-before"] = before / page.total
        traits["up"] = _FAR if up is None else up
        traits["down"] = _FAR if up is None else upward[chain[up]]
        traits["in-top"] = float(traits["down"] == 0)
        traits["from-main"] = index - first
        traits["from-headline"] = -1.0 if headline is None else index - headline
        traits["after-headline"] = float(headline is not None and index > headline)
        traits.update({name: float(holder in chain) for name, holder in holders.items()})
        for level, element in enumerate(chain[:_LEVELS]):
            traits[f"mass-{level}"] = page.mass[element] / page.total
            traits[f"count-{level}"] = page.count[element]
            traits[f"prose-share-{level}"] = page.mass[element] / max(1, page.spoken[element])
        before += page.prose[index]


def _repetition(blocks: Sequence[PageBlock], own: Sequence[Traits], page: _Page) -> None:
    """How many blocks look the same in markup, and how often the same words stood above."""
    looks = [(str(block.element.tag), block.element.get("class")) for block in blocks]
    alike = Counter(looks)
    mass: dict[tuple[str, str | None], float] = {}
    for look, words in zip(looks, page.prose, strict=True):
        mass[look] = mass.get(look, 0.0) + words
    above: Counter[str] = Counter()
    for block, traits, look in zip(blocks, own, looks, strict=True):
        traits["alike"] = alike[look]
        traits["alike-prose"] = mass[look] / page.total
        traits["again"] = above[block.text]
        above[block.text] += 1


def _beside(blocks: Sequence[PageBlock], own: Sequence[Traits], page: _Page) -> None:
    """What the neighbours are like."""
    parents = [block.element.getparent() for block in blocks]
    running = [0.0]
    for words in page.prose:
        running.append(running[-1] + words)
    for index, traits in enumerate(own):
        for distance, names in _ASKED.items():
            if 0 <= index + distance < len(own):
                other = own[index + distance]
                for name, here in names:
                    traits[here] = other.get(name, 0.0)
        traits["same-parent@1"] = float(index + 1 < len(own) and parents[index + 1] is parents[index])
        traits["prose-5-before"] = running[index] - running[max(0, index - 5)]
        traits["prose-5-after"] = running[min(len(own), index + 6)] - running[index + 1]


def _under(blocks: Sequence[PageBlock], own: Sequence[Traits]) -> None:
    """What stands above a block: the heading that it is under, and lines that end articles."""
    heading = tail = section = -1
    for index, (block, traits) in enumerate(zip(blocks, own, strict=True)):
        if block.kind == "heading":
            heading = index
        above = own[heading] if 0 <= heading < index else {}
        traits["heading-shape"] = above.get("shape", 0.0)
        traits["heading-linked"] = above.get("linked", 0.0)
        traits["heading-level"] = blocks[heading].level if heading >= 0 else 0.0
        traits["since-heading"] = index - heading if heading >= 0 else _FAR
        traits["since-tail"] = min(_FAR, index - tail) if tail >= 0 else _FAR + 1
        traits["since-section"] = min(_FAR, index - section) if section >= 0 else _FAR + 1
        if traits["shape"] == 3.0:
            tail = index
        if traits["shape"] == 2.0:
            section = index
