"""What a block of an article says is what a reader of its Markdown sees."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.escaping import words_of
from generator.model import BlockKind
from tests.cleaning.test_export import body_of, written

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PIECES = st.sampled_from(
    [*"*_`~#>+-=|:.!&<[]()\\/$1a ", "\n", "**", "__", "```", "---", "](", "]:", "amp;", "<b>", "word", "€", "é", "— "]
)
TEXTS = (
    st.lists(PIECES, min_size=1, max_size=14).map("".join).map(lambda text: " ".join(text.split(" "))).map(str.strip)
)
KINDS: st.SearchStrategy[BlockKind] = st.sampled_from(["paragraph", "heading", "item", "quote", "table"])


def seen(markdown: str) -> tuple[str, set[str]]:
    """The text and the tags of a page of some Markdown."""
    root = etree.fromstring(f"<div>{READER.render(markdown)}</div>", etree.HTMLParser())
    return "".join(map(str, root.itertext())), {str(element.tag) for element in root.iter()}


def squeezed(text: str) -> str:
    """A text in which white space is one blank."""
    return " ".join(text.split())


@example(kind="paragraph", texts=["*_\n***\n*"], linked=False)
@example(kind="paragraph", texts=["*", "*\n[*]:"], linked=True)
@example(kind="paragraph", texts=["[\n[*]:"], linked=False)
@settings(max_examples=1500, deadline=None)
@given(kind=KINDS, texts=st.lists(TEXTS, min_size=1, max_size=3), linked=st.booleans())
def test_a_reader_sees_what_a_block_says(kind: BlockKind, texts: list[str], *, linked: bool) -> None:
    """Any signs in a block of any kind, with or without a link amid them, are shown as they are."""
    lines = [" ".join(line for line in text.split("\n") if line.strip()) if kind == "table" else text for text in texts]
    lines = ["\n".join(line for line in text.split("\n") if line.strip()) or "word" for text in lines]
    before, label, *behind = [*lines, "end"]
    text = "".join([before, label, *behind])
    parts = [Part(kind, 2, text, ((len(before), len(before) + len(label), "/there_(_a_)"),) if linked else ())]
    shown, tags = seen(body_of(written(parts)))
    assert squeezed(shown) == squeezed(text)
    assert ("a" in tags) == linked
    assert not {"em", "strong", "s", "code", "hr", "img", "pre"} & tags


def test_nothing_is_escaped_that_is_no_mark() -> None:
    """Names with underscores, footnotes, prices, sums, references and lonely signs stand as they are."""
    for text in (
        "snake_case_name",
        "3 * 4 * 5",
        "$5* and $6*",
        "~5 of ~10",
        "[1] a [b] (c)",
        "R&D",
        "a < b",
        "one ` tick",
    ):
        assert words_of(text, ()) == text


def test_marks_with_a_partner_are_escaped() -> None:
    """What a reader would take for emphasis, code or a link is none."""
    assert words_of('if x == "__main__": *go*', ()) == 'if x == "\\_\\_main\\_\\_": \\*go\\*'
    assert words_of("a `b` c ``d", ()) == "a \\`b\\` c \\`\\`d"
    assert words_of("[label](address)", ()) == "[label\\](address)"
    assert words_of("See [3].", ((4, 7, "#3"),)) == "See [[3]](#3)."
    assert words_of("See [3.", ((4, 6, "#3"),)) == "See [\\[3](#3)."
    assert words_of("Wow!link", ((4, 8, "/a_b_(c)"),)) == "Wow\\![link](</a_b_(c)>)"
