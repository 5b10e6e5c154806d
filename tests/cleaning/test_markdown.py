"""The article of a Markdown document."""

from __future__ import annotations

import time

import pytest

from generator.cleaning.markdown.clean import clean_markdown
from generator.cleaning.markdown.templates import calls_by_line, without_calls
from generator.cleaning.settings import CleaningSettings, PlacedRule
from generator.config.schema import CleaningRule, CleaningSection
from generator.model import CleanArticle, Metadata, Origin, Original, OutletRef

DOCUMENT = """# The ferry is late again

By Ada Quill

Some *people* waited with [their dogs](https://dogs.example/a_(b)) and ![a dog](dog.png)
for two hours<br>at the `pier`. {{ "x" | embed: "v" }} More is [here]({{ "/2019/ferry/" | url }}).

- first boat
- second boat
  - with a bar

1. numbered

> We are sorry,
> said the captain.

| Day | Boats |
|-----|-------|
| Mon | [3](/3) |

<div class="note"><p>Raw <b>markup</b> stays as text.</p><script>never()</script></div>

{% image "assets/ferry.png" %}

```
code  stays
```

Photo credit: Ben Lund/Gazette
"""


def cleaned(text: str, metadata: Metadata | None = None, rule: CleaningRule | None = None) -> CleanArticle:
    """The article of a document."""
    original = Original(
        id="ferry",
        origin=Origin(path="ferry.md", sha256="0" * 64, media_type="text/markdown"),
        form="markdown",
        text=text,
        metadata=metadata or Metadata(),
        outlet=OutletRef(key="", name="", basis=""),
    )
    placed = PlacedRule(rule=rule or CleaningRule(), places={"drop[0]": 4, "drop_sections[0]": 5, "title": 6})
    return clean_markdown(original, None, CleaningSettings(rules=(placed,)))


def test_blocks_are_what_commonmark_reads() -> None:
    """Paragraphs, items with their nesting, quotes, tables, raw HTML and code become blocks; calls and pictures go."""
    article = cleaned(DOCUMENT)
    assert [block.ordinal for block in article.blocks] == [None] * 4 + [1] + [None] * 4
    assert [(block.kind, block.level, article.text[block.start : block.end]) for block in article.blocks] == [
        ("paragraph", 0, "Some people waited with their dogs and for two hours\nat the pier. More is here."),
        ("item", 0, "first boat"),
        ("item", 0, "second boat"),
        ("item", 1, "with a bar"),
        ("item", 0, "numbered"),
        ("quote", 0, "We are sorry, said the captain."),
        ("table", 0, "Day\tBoats\nMon\t3"),
        ("paragraph", 0, "Raw markup stays as text."),
        ("code", 0, "code  stays"),
    ]


def test_links_keep_their_words_and_addresses() -> None:
    """Offsets of links hold in the text, and an address that a call made is the address."""
    article = cleaned(DOCUMENT)
    assert [(article.text[link.start : link.end], link.href) for link in article.links] == [
        ("their dogs", "https://dogs.example/a_(b)"),
        ("here", "/2019/ferry/"),
        ("3", "/3"),
    ]


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("<a class='x' href='https://pier.example/?a=1&amp;b=2'>the *old* pier</a>", [("the old pier", "a=1&b=2")]),
        ("[the <A NAME=x>old</A> pier](https://pier.example/)", [("the old pier", "pier.example/")]),
        ("<a name='x'>the old pier</a> and </a>", []),
        ("<a href=''>the old pier</a>", []),
    ],
)
def test_links_written_as_html_are_links(written: str, links: list[tuple[str, str]]) -> None:
    """As CommonMark lets them stand in a paragraph; an anchor leads nowhere and ends no other link."""
    article = cleaned(f"The council will rebuild {written}, it says.")
    found = [(article.text[link.start : link.end], link.href) for link in article.links]
    assert [text for text, _ in found] == [text for text, _ in links]
    assert all(href.endswith(end) for (_, href), (_, end) in zip(found, links, strict=True))


@pytest.mark.parametrize(
    ("written", "blocks"),
    [
        (
            '<figure>\n\t{% image "pier.png" %}\n\t<figcaption>The pier in May.</figcaption>\n</figure>\n\nIt rained.',
            [("paragraph", "It rained.")],
        ),
        (
            "<blockquote>\n    “It was late.”\n\n    “We waited.”\n</blockquote>\n\nIt rained.",
            [("quote", "“It was late.”"), ("paragraph", "“We waited.”"), ("paragraph", "It rained.")],
        ),
        (
            "<div>\n<div>\n\n    He sang.\n</div>\n\n\tShe sang.\n</div>\n\n    sing()\n",
            [("paragraph", "He sang."), ("paragraph", "She sang."), ("code", "sing()")],
        ),
        ("<div>\n\n    sing()\n", [("code", "sing()")]),
        (
            "<div>\n\n```\nif so:\n    sing()\n```\n\n- He\n  - She\n\n</div>",
            [("code", "if so:\n    sing()"), ("item", "He"), ("item", "She")],
        ),
        ("<div>\n<pre>\n    sing()\n    stop()\n</pre>\n</div>", [("code", "    sing()\n    stop()")]),
        ("```\n<div>\n\n    sing()\n</div>\n```", [("code", "<div>\n\n    sing()\n</div>")]),
    ],
)
def test_what_is_indented_inside_raw_html_is_no_code(written: str, blocks: list[tuple[str, str]]) -> None:
    """As Jekyll reads it, an element goes on to its closing tag; what is marked as code, and what follows, is code."""
    article = cleaned(written)
    assert [(block.kind, article.text[block.start : block.end]) for block in article.blocks] == blocks
    assert {entry.number for entry in article.account} == set(range(1, len(written.split("\n")) + 1))


def test_fields_are_read_where_nobody_says_them() -> None:
    """A first heading is the title, a byline below it the authors, a credit line the credits."""
    article = cleaned(DOCUMENT)
    assert (article.title, article.title_basis) == ("The ferry is late again", "heading")
    assert article.authors == ("Ada Quill",)
    assert article.photo_credits == ("Ben Lund/Gazette",)
    said = cleaned(
        DOCUMENT, Metadata(title="Ferry", authors=("Somebody",), date="2019-07-20", basis={"title": "front matter"})
    )
    assert (said.title, said.title_basis, said.authors) == ("Ferry", "front matter", ("Somebody",))
    assert said.published is not None
    assert said.published.date == "2019-07-20"


def test_every_line_is_accounted_for() -> None:
    """Each raw line has its fate; a call of the site's generator is removed by name, also out of a sentence."""
    article = cleaned(DOCUMENT)
    lines = DOCUMENT.split("\n")
    assert sorted({entry.number for entry in article.account}) == list(range(1, len(lines) + 1))
    calls = [(lines[entry.number - 1][:8], entry.text) for entry in article.removed if entry.rule == "template-call"]
    assert calls == [
        ("for two ", '{{ "x" | embed: "v" }}'),
        ("{% image", '{% image "assets/ferry.png" %}'),
    ]
    rules = {lines[entry.number - 1]: entry.rule for entry in article.account}
    assert rules["# The ferry is late again"] == "title"
    assert rules['{% image "assets/ferry.png" %}'] == "template-call"
    assert rules["Photo credit: Ben Lund/Gazette"] == "photo-credit"
    assert rules["By Ada Quill"] == "byline"


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ('{{ "ada-marsh" | team_link }}', "ada-marsh"),
        ('{{ "ada"|team_link}}', "ada"),
        ('{{ "Ada Marsh" | full_name }}', "Ada Marsh"),
        ('{{ "ada" | team_photo }}', ""),
        ("{{ site.title | link }}", ""),
    ],
)
def test_who_is_named_by_a_call_of_a_site_generator_stays(call: str, shown: str) -> None:
    """The words that a link is made of are the file's own; what only its site knows is left out."""
    found = without_calls(f"“It was late,” said {call}, who waited.")
    assert found == f"“It was late,” said {shown}, who waited."
    assert (not shown) == bool(calls_by_line(call))


def test_maintainers_rules_decide_last() -> None:
    """A dropped line goes, a section goes as far as it is said to, a headline is where a pattern finds it."""
    rule = CleaningRule(
        drop=("first boat",), drop_sections=(CleaningSection(from_="/^We are sorry/"),), title="/^The (.*) again$/"
    )
    article = cleaned(DOCUMENT, rule=rule)
    assert "first boat" not in article.text
    assert "Day" not in article.text
    assert {"cleaning.yml:4", "cleaning.yml:5"} <= {entry.rule for entry in article.removed}
    assert (article.title, article.title_basis) == ("ferry is late", "cleaning.yml:6")


@pytest.mark.parametrize(
    "sign", ["[", "![[", "[a](", "*a ", "> ", "`", "{{", "- ", "<b>", "{% ", "| ", "<div>\n</div>\n\n"]
)
def test_hostile_repetition_takes_no_time(sign: str) -> None:
    """Thirty thousand signs in a row are read in a few seconds."""
    start = time.process_time()
    cleaned("text\n\n" + sign * 10_000)
    assert time.process_time() - start < 5
