"""A generated page is read as MkDocs reads it, whatever strangers wrote into it."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from generator.publishing.page import Page, render
from generator.rendering.generated import parse
from tests.publishing.archives import CONFIG

HOSTILE = (
    "<script>alert(1)</script>",
    "clipfile: {}",
    '---\nhide:\n- "navigation"\n- "toc"\nsearch: {"exclude": true}\n---\n\n<div class="cf-page">',
    "[TOC] [^1] *[HTML]: x \x02wzxhzdk:0\x03 klzzwxh:0001",
    "a\tb\t\tc &amp; &#10; </div> <!-- -->",
    "\\*no\\* `code` **bold** [link](x.md) ![](y.png)",
    "Houston: we have\u2028a problem\x85",
)
texts = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
    st.sampled_from(HOSTILE),
    st.text(alphabet="\t\x02\x03<>&'\"`*_[]:- \n", max_size=40),
)


def _page(headline: str, lead: str, description: str) -> str:
    values = {"lead": lead, "facts": []}
    page = Page(
        address="people/ada/",
        kind="person",
        headline=headline,
        template="names",
        values=values,
        front={"rights": lead, "authors": [headline, lead]},
        description=description,
    )
    return render(page, CONFIG).decode()


@given(texts, texts, texts)
def test_it_is_read_as_mkdocs_reads_it(headline: str, lead: str, description: str) -> None:
    """Front matter by YAML and block by Markdown are what is read without either."""
    source = _page(headline, lead, description)
    page = parse(source)
    assert page is not None
    text, front = meta.get_data(source)
    assert page.title == front["title"]
    assert page.ours == front["clipfile"]
    assert page.content == markdown.markdown(text, extensions=["toc", "tables", "footnotes"])


@pytest.mark.parametrize(
    "source",
    [
        "",
        "# Words of the maintainers\n",
        '---\ntitle: "About"\n---\n\n<div class="cf-page"></div>\n',
        _page("About", "", "").replace('\n\n<div class="cf-page', '\n\nWords.\n\n<div class="cf-page'),
    ],
)
def test_what_people_wrote_is_left_to_mkdocs(source: str) -> None:
    """Without our front matter, or with Markdown before the block, it is no generated page."""
    assert parse(source) is None
